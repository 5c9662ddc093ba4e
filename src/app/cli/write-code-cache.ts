import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unsetSettings } from '../settings/read.ts';
import { BOTH_RUNNERS, codeCacheOf, loadCompiled } from './compiled.ts';

// One run at the embedded mock, so that what it compiles is what every run needs.
const directory = mkdtempSync(join(tmpdir(), 'conformance-build-'));
try {
  const { loaded, cache } = loadCompiled();
  await loaded.runHere(unsetSettings(directory));
  // Whole or not at all: a command may begin meanwhile.
  const file = codeCacheOf(BOTH_RUNNERS);
  const written = `${file}.${process.pid}`;
  writeFileSync(written, cache());
  renameSync(written, file);
} finally {
  rmSync(directory, { recursive: true, force: true });
}
