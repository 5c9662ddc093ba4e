import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EXIT } from '../../engine/model/verdict.ts';
import { unreadable } from '../../engine/text-file.ts';
import { DOTENV, type FirstFile, playwrightFile, projectFiles, serviceFiles } from '../init/first-files.ts';
import { ignoredPaths, lackingIn } from '../init/gitignore.ts';
import { nextSteps } from '../init/next-steps.ts';
import { askForAddress } from '../init/questions.ts';
import type { Service } from '../init/services.ts';
import { blockedBy, isThere, type Write, writeAll } from '../init/write-new.ts';
import { onInterrupt } from '../run/interrupt.ts';
import { reportsDirsNamed } from '../settings/reports-dir.ts';
import { print } from '../terminal/print.ts';
import { canBeAsked } from '../terminal/question.ts';
import { UsageError } from './usage-error.ts';

const GITIGNORE = '.gitignore';

/** The options of `conformance init`. */
export interface InitCommand {
  readonly ci?: Service;
  readonly playwright?: boolean;
}

/** Writes a project's first files into this folder, and gives the exit code. Throws a UsageError where one is there. */
export async function init({ ci, playwright = false }: InitCommand): Promise<number> {
  const folder = process.cwd();
  const asked = [...(ci === undefined ? [] : serviceFiles(ci)), ...(playwright ? [playwrightFile] : [])];
  const isFree = ({ path }: FirstFile) => !isThere(folder, path);
  // Who asks for more has begun already: what is there of a project's own files stays as it is.
  const begun = asked.length > 0;
  refuseOver(folder, begun ? asked : projectFiles({}));
  lackingLines(folder);
  const needed = projectFiles({}).filter(isFree);
  const interrupt = new AbortController();
  onInterrupt(() => interrupt.abort(), 'Interrupted.');
  const wantsSettings = needed.some(({ path }) => path === DOTENV);
  const answers = wantsSettings && canBeAsked() ? await askForAddress(interrupt.signal) : {};
  if (answers === null) {
    print('', 'Nothing was written.');
    return EXIT.interrupted;
  }
  const files = [
    ...projectFiles(answers).filter(({ path }) => needed.some((one) => one.path === path)),
    ...asked,
  ];
  // Looked at again: somebody may have taken an hour to answer.
  const ignored = lackingLines(folder);
  const writes = [...files.map(({ path, text, mode }) => ({ path, text: text(), mode })), ...ignored];
  writeAll(folder, writes);
  const paths = writes.map(({ path }) => path);
  print(...nextSteps({ paths, withService: ci !== undefined, withPlaywright: playwright }));
  return EXIT.ok;
}

/** Throws a UsageError that names what is there of the files to be written. */
function refuseOver(folder: string, files: readonly FirstFile[]): void {
  const there = files.flatMap(({ path, also = [] }) => {
    const names = [path, ...also].filter((one) => isThere(folder, one));
    return names.map((one) => blockedBy(folder, one) ?? one);
  });
  if (there.length === 0) return;
  const named = [...new Set(there)].map((path) => `\`${path}\``);
  const copies = files.flatMap(({ from }) => from ?? []).map((from) => `\`${from}\``);
  const right =
    copies.length === 0
      ? 'a folder without, or `--ci` or `--playwright`, which leave it as it is'
      : `to take over by hand what you need of ${copies.join(', ')}`;
  throw new UsageError(
    `${named.join(', ')} ${named.length === 1 ? 'is' : 'are'} there already, and \`init\` overwrites nothing; right would be ${right}. Nothing was written.`,
  );
}

/** What is to be put behind the lines of `.gitignore`; [] where it lacks none. Throws a UsageError where it is no file. */
function lackingLines(folder: string): readonly Write[] {
  const wanted = ignoredPaths(folder, reportsDirsNamed(folder));
  const file = join(folder, GITIGNORE);
  const found = lstatSync(file, { throwIfNoEntry: false });
  if (found === undefined) return [{ path: GITIGNORE, text: lackingIn('', wanted) }];
  // Git reads none through a link.
  if (!found.isFile()) {
    const what = found.isDirectory() ? 'a folder' : found.isSymbolicLink() ? 'a link' : 'no regular file';
    throw new UsageError(`\`${GITIGNORE}\` is ${what}; right would be a file, or none. Nothing was written.`);
  }
  const text = lackingIn(textOf(file), wanted);
  return text === '' ? [] : [{ path: GITIGNORE, text, behind: found.size }];
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError(unreadable(error, `\`${GITIGNORE}\``));
  }
}
