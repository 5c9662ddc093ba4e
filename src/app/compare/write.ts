import { join } from 'node:path';
import { COMPARE_FILES, UNFINISHED } from '../../engine/report/file-names.ts';
import { isOwn } from '../../engine/report/own-files.ts';
import { writeWhole } from '../../engine/report/write.ts';
import { writing } from '../../engine/unwritten.ts';
import { UsageError } from '../cli/usage-error.ts';
import { makeWritable } from '../run/claim.ts';
import { shownPath } from '../terminal/shown-path.ts';

/** What the files hold. */
export type ComparedTexts = Readonly<Record<keyof typeof COMPARE_FILES, string>>;

/** Throws a UsageError where the files cannot be written, or would take the place of another's; `option`: what names the folder. */
export function claimFolder(dir: string, option: string): void {
  const right = 'right would be a folder of your own';
  if (!makeWritable(dir))
    throw new UsageError(`\`${option}\` is \`${dir}\`, where nothing can be written; ${right}.`);
  const strangers = Object.values(COMPARE_FILES)
    .flatMap((name) => [join(dir, name), join(dir, name + UNFINISHED)])
    .filter((path) => !isOwn(path));
  if (strangers.length === 0) return;
  throw new UsageError(
    `\`${option}\` is \`${dir}\`, where ${strangers.map(shownPath).join(', ')} cannot be shown to be of this suite; ${right}. Nothing was replaced.`,
  );
}

/** Writes the files, each whole or not at all, and gives the path of the page. Throws an UnwrittenError. */
export function writeCompared(dir: string, texts: ComparedTexts): string {
  for (const kind of ['json', 'markdown', 'html'] as const) {
    const path = join(dir, COMPARE_FILES[kind]);
    writing(path, () => writeWhole(path, [texts[kind]]));
  }
  return join(dir, COMPARE_FILES.html);
}
