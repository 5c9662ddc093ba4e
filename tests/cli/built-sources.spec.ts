import { appendFileSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { test } from '../own-test.ts';
import { isStoodFor, slowIf } from '../slow.ts';
import { conformance } from './command.ts';
import { npm } from './npm.ts';
import { BUILD_SCRIPTS, copyProject, type ProjectCopy } from './project-copy.ts';

/** A copy with its sources, all built. */
function copyAll(): ProjectCopy {
  return copyProject(['src', ...BUILD_SCRIPTS]);
}

function later(file: string): void {
  const time = new Date(Date.now() + 1000);
  utimesSync(file, time, time);
}

const SOURCE = 'src/engine/model/report.ts';

/** What changes so that the build is of other sources. */
const CHANGES: readonly (readonly [what: string, change: (copy: ProjectCopy) => void])[] = [
  ['a source has changed', ({ path }) => appendFileSync(path(SOURCE), '\n// changed\n')],
  [
    'a source has changed, and has an old time, as of an archive',
    ({ path }) => {
      const { atime, mtime } = statSync(path(SOURCE));
      appendFileSync(path(SOURCE), '\n// changed\n');
      utimesSync(path(SOURCE), atime, mtime);
    },
  ],
  [
    'a source has changed, and is as long as before',
    ({ path }) =>
      writeFileSync(path(SOURCE), readFileSync(path(SOURCE), 'utf8').replace('verdict', 'veredic')),
  ],
  ['a source has come', ({ path }) => writeFileSync(path('src/engine/model/new.ts'), 'export {};\n')],
  ['a source has gone', ({ remove }) => remove(SOURCE)],
];

for (const [at, [what, change]] of CHANGES.entries()) {
  for (const args of [['run', '--mock'], ['run', '--mock', '--runner', 'direct'], ['explain']]) {
    test(`where ${what}, \`${args.join(' ')}\` ends in exit 4, with what to run${slowIf(args[0] === 'run' || isStoodFor(at))}`, async () => {
      const copy = copyAll();
      change(copy);
      const { code, stdout, stderr } = await conformance(args, {}, copy.main);
      expect([code, stdout]).toEqual([4, '']);
      expect(stderr).toBe(
        '`dist/` is not that of the sources in `src/`; run `npm run build`.\nThis is a fault of the suite itself; it says nothing about the endpoint.\n',
      );
    });
  }
}

test('sources that look newer and are the same are those of the build, whatever an editor leaves beside them @slow', async () => {
  const copy = copyAll();
  for (const name of [SOURCE, 'src/engine/model', 'src/app/cli/main.ts', 'build.mjs']) later(copy.path(name));
  writeFileSync(copy.path('src/engine/model/.report.ts.swp'), 'x');
  writeFileSync(copy.path('src/engine/model/report.ts~'), 'x');
  const { code, stdout } = await conformance(['run', '--mock', '--runner', 'direct'], {}, copy.main);
  expect([code, stdout]).toEqual([0, expect.stringContaining('CONFORMANT')]);
});

test('what was changed runs once it is built, and what was changed back runs as it is @slow', async () => {
  const copy = copyAll();
  const before = readFileSync(copy.path(SOURCE));
  appendFileSync(copy.path(SOURCE), '\n// changed\n');
  expect((await conformance(['explain'], {}, copy.main)).code).toBe(4);
  writeFileSync(copy.path(SOURCE), before);
  expect((await conformance(['explain'], {}, copy.main)).code).toBe(0);
  appendFileSync(
    copy.path('src/app/cli/explain.ts'),
    "\nprocess.on('exit', () => console.log('changed'));\n",
  );
  const built = await npm(copy, ['run', 'build']);
  expect([built.code, built.stderr]).toEqual([0, '']);
  const { code, stdout } = await conformance(['explain'], {}, copy.main);
  expect([code, stdout]).toEqual([0, expect.stringMatching(/changed\n$/)]);
});
