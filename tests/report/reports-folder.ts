import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { strangersIn } from '../../src/engine/report/report-files.ts';
import { test } from '../own-test.ts';

/** A reports directory of each test's own, what is put there, and what in it is none of this suite's. */
export function reportsFolder() {
  let dir = '';
  const begin = () => {
    dir = mkdtempSync(join(tmpdir(), 'reports-'));
  };
  test.beforeEach(begin);
  return {
    dir: () => dir,
    /** Begins another, empty one. */
    begin,
    put: (name: string, text: string) => {
      mkdirSync(dirname(join(dir, name)), { recursive: true });
      writeFileSync(join(dir, name), text);
    },
    strangers: () => strangersIn(dir).map((path) => path.slice(dir.length + 1)),
  };
}
