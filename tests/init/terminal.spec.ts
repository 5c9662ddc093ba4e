import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { parse } from 'dotenv';
import { isPlaceholder } from '../../src/app/settings/needed.ts';
import { MAIN, NEEDED, type Running, running } from '../cli/command.ts';
import { test } from '../own-test.ts';
import { contentOf, emptyFolder } from './place.ts';

const QUESTIONS = ['ENDPOINT', 'PROJECT_ID', 'POOL_NAME', 'TEMPLATE_NAME'].map((name) => `MODELARTS_${name}`);
const CTRL_C = '\u0003';
const CTRL_D = '\u0004';

/** `init` on a terminal, in a folder; and what is typed there, each line once so many questions were asked. */
function onTerminal(folder: string, ...args: readonly string[]) {
  const line = `exec "${process.execPath}" "${MAIN}" init ${args.join(' ')}`;
  const child = spawn('script', ['-qec', line, '/dev/null'], {
    cwd: folder,
    env: { ...NEEDED, TERM: 'xterm' },
  });
  const begun: Running = running(child);
  const type = async (text: string, asked: number): Promise<void> => {
    await expect.poll(() => begun.printed().match(/^MODELARTS_\w+ \(.*\): /gm) ?? []).toHaveLength(asked);
    child.stdin.write(text);
  };
  return { ...begun, type };
}

test('on a terminal four settings are asked for, wrong answers once more, and empty ones stay placeholders', async () => {
  const folder = emptyFolder();
  const { type, ended } = onTerminal(folder);
  const typed = [
    'modelarts.example.com',
    'http://modelarts.example.com',
    'https://modelarts.example.com/v2',
    ' https://modelarts.example.com:8443/ ',
    '',
    '..',
    '\'"`',
    '<fill in>',
    "it's 1",
    'node-local-dns',
  ];
  for (const [at, answer] of typed.entries()) await type(`${answer}\n`, at + 1);
  const { code, stdout } = await ended;
  const asked = [...stdout.matchAll(/^(MODELARTS_\w+) \(/gm)].map(([, name]) => name);
  expect(asked).toEqual([0, 0, 0, 0, 1, 2, 2, 2, 2, 3].map((at) => QUESTIONS[at]));
  expect(stdout).toMatch(
    /`MODELARTS_ENDPOINT` is `modelarts\.example\.com`, which is no http or https URL; right would be/,
  );
  expect(stdout).toMatch(
    /`MODELARTS_POOL_NAME` is `\.\.`, which a path resolves to another resource; right would be/,
  );
  expect([code, stdout]).toEqual([0, expect.stringContaining('Wrote `.env`, `waivers.yaml`, `.gitignore`.')]);
  const {
    MODELARTS_PROJECT_ID = '',
    MODELARTS_ALLOW_DELETE = '',
    ...rest
  } = parse(contentOf(folder)['.env'] ?? '');
  expect(rest).toEqual({
    MODELARTS_ENDPOINT: 'https://modelarts.example.com:8443/',
    MODELARTS_POOL_NAME: "it's 1",
    MODELARTS_TEMPLATE_NAME: 'node-local-dns',
  });
  // To arm the suite is an act of its own.
  expect([MODELARTS_PROJECT_ID, MODELARTS_ALLOW_DELETE].map(isPlaceholder)).toEqual([true, true]);
});

test('lines that are typed ahead are all answers @slow', async () => {
  const folder = emptyFolder();
  const { type, ended } = onTerminal(folder);
  await type('https://modelarts.example.com\nproject-1\npool-1\nnode-local-dns\n', 1);
  expect((await ended).code).toBe(0);
  expect(QUESTIONS.map((name) => parse(contentOf(folder)['.env'] ?? '')[name])).toEqual([
    ...['https://modelarts.example.com', 'project-1', 'pool-1', 'node-local-dns'],
  ]);
});

for (const [what, typed] of [
  ['Ctrl-C', CTRL_C],
  ['Ctrl-D', CTRL_D],
] as const) {
  test(`${what} at a question writes nothing @slow`, async () => {
    const folder = emptyFolder();
    const { type, ended } = onTerminal(folder, '--ci', 'github');
    await type('https://modelarts.example.com\n', 1);
    await type(typed, 2);
    const { code, stdout } = await ended;
    expect([code, stdout]).toEqual([130, expect.stringContaining('Nothing was written.')]);
    expect(contentOf(folder)).toEqual({});
  });
}

test('nothing is asked where nothing would become of the answers', async () => {
  const folder = emptyFolder();
  writeFileSync(join(folder, '.env'), '');
  const refused = await onTerminal(folder).ended;
  expect([refused.code, refused.stdout]).toEqual([2, expect.stringMatching(/^`\.env` is there already/)]);
  const { code, stdout } = await onTerminal(folder, '--ci', 'gitlab').ended;
  expect([code, stdout]).toEqual([0, expect.stringMatching(/^Wrote /)]);
});
