import { createHash } from 'node:crypto';
import {
  closeSync,
  lstatSync,
  openSync,
  readdirSync,
  readSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { openPauses } from '../pauses.ts';
import { heldBy } from './file.ts';
import type { SecretsOfFiles } from './secrets.ts';

/** The files that a look found something in. */
export interface Looked {
  /** Those that held a secret and were removed. */
  readonly removed: readonly string[];
  /** Those in whose place only a sentence stands, because they were not looked through to their end. */
  readonly unlooked: readonly string[];
}

/** The files that were looked through before, and how they were then. */
export type LookedBefore = Map<string, string>;

/**
 * Removes every file that holds a secret, in whatever form, and puts a sentence in the place of one that is packed so
 * that it is not looked through. A path is a file, or a folder with all that is below it; one that is not there is
 * passed over, as is what was looked through `before` and is as it was. Throws where a file cannot be read or removed.
 */
export function* lookThroughFiles(
  paths: readonly string[],
  secrets: SecretsOfFiles | null,
  before: LookedBefore = new Map(),
): Generator<undefined, Looked> {
  const looked = { removed: [] as string[], unlooked: [] as string[] };
  if (secrets === null) return looked;
  for (const file of new Set(paths.flatMap(filesIn))) {
    if (before.get(file) === stateOf(file)) continue;
    const held = yield* heldBy(file, secrets);
    if (held === 'secret') {
      rmSync(file);
      looked.removed.push(file);
      continue;
    }
    if (held === 'unlooked') {
      yield* replaceBySentence(file);
      looked.unlooked.push(file);
    }
    before.set(file, stateOf(file));
  }
  return looked;
}

/** Takes every step at once: of use where a process ends. */
export function atOnce<Result>(steps: Generator<undefined, Result>): Result {
  for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value;
}

/** Takes the steps so that signals and timers are heeded between them. */
export async function stepByStep<Result>(steps: Generator<undefined, Result>): Promise<Result> {
  const pause = openPauses();
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) return step.value;
    await pause();
  }
}

function* replaceBySentence(file: string): Generator<undefined, void> {
  const hash = createHash('sha256');
  const handle = openSync(file, 'r');
  const piece = Buffer.allocUnsafe(1024 * 1024);
  let bytes = 0;
  try {
    for (let length = readSync(handle, piece); length > 0; length = readSync(handle, piece)) {
      hash.update(piece.subarray(0, length));
      bytes += length;
      yield;
    }
  } finally {
    closeSync(handle);
  }
  writeFileSync(
    file,
    `This file was not looked through for secrets, and is not kept: it had ${bytes} bytes with the SHA-256 ${hash.digest('hex')}.\n`,
  );
}

function stateOf(file: string): string {
  const { size, mtimeMs, ctimeMs, ino } = statSync(file);
  return [size, mtimeMs, ctimeMs, ino].join(' ');
}

/** The file itself, or the files below a folder; links are not followed. */
function filesIn(path: string): readonly string[] {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isFile()) return [path];
  if (!found?.isDirectory()) return [];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .map((name) => join(path, name))
    .filter((file) => lstatSync(file).isFile());
}
