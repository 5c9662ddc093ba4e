import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unsetSettings } from '../settings/read.ts';
import { codeCacheOf, loadCompiled, RUN_DIRECT } from './compiled.ts';

// One run at the embedded mock, so that what it compiles is what every run needs.
const directory = mkdtempSync(join(tmpdir(), 'conformance-build-'));
try {
  const { runHere, cache } = loadCompiled();
  await runHere(unsetSettings(directory));
  // Whole or not at all: a command may begin meanwhile.
  const file = codeCacheOf(RUN_DIRECT);
  const written = `${file}.${process.pid}`;
  writeFileSync(written, cache());
  renameSync(written, file);
} finally {
  rmSync(directory, { recursive: true, force: true });
}
