import { realpathSync, statSync } from 'node:fs';
import { kindOf, textIn } from '../../engine/text-file.ts';
import { UsageError } from '../cli/usage-error.ts';
import { replaceFile } from '../run/replace-file.ts';
import { shownPath } from '../terminal/shown-path.ts';

/** What editors begin a file with. */
const MARK = '\uFEFF';

/**
 * Changes the text of a file, which is made where it is not there. Readers see it whole, as it was or as it is to be, and
 * what it may be done with stays. Throws a UsageError where that cannot be; then it is as it was.
 */
export function changeFile(path: string, change: (text: string) => string): void {
  const isThere = kindOf(path) === 'file';
  // What a link leads to is changed; the link stays.
  const file = isThere ? realpathSync(path) : path;
  const text = isThere ? textOf(file) : '';
  const mark = text.startsWith(MARK) ? MARK : '';
  const changed = mark + change(text.slice(mark.length));
  const refuseChanged = () => {
    if (isThere ? textOf(file) !== text : kindOf(path) !== 'nothing')
      throw new UsageError(
        `${shownPath(path)} was changed by somebody else in the meantime, so nothing was written; right would be the same again.`,
      );
  };
  try {
    replaceFile(file, changed, { mode: isThere ? statSync(file).mode : null, before: refuseChanged });
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    throw new UsageError(
      `${shownPath(path)} cannot be written (\`${code}\`), so nothing was; right would be a file and a folder of your own.`,
    );
  }
}

function textOf(file: string): string {
  const read = textIn(file, shownPath(file));
  if ('problem' in read) throw new UsageError(read.problem);
  return read.text;
}
