import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { startMock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { type Environment, liveSettings } from '../campaign/run.ts';
import { type Ended, MAIN, NEEDED, running } from '../cli/command.ts';
import { test } from '../own-test.ts';
import { blocksOf, read, sectionOf } from './documents.ts';

/** The package is not installed for this: the command is the one that the build left. */
const NPX = 'npx() { shift 2; node "$MAIN" "$@"; }';

/** Gives the lines of a document to a shell, in a folder that is empty at the beginning. */
function follow(lines: string, environment: Environment): Promise<Ended> {
  const cwd = test.info().outputPath('folder');
  mkdirSync(cwd, { recursive: true });
  // Playwright's runner writes the same, and takes longer.
  const env = { ...NEEDED, MAIN, CONFORMANCE_RUNNER: 'direct', ...environment };
  return running(spawn('sh', ['-ec', `${NPX}\n${lines}`], { cwd, env })).ended;
}

/** The blocks of a page, by the heading that they stand below, that are commands of the suite alone. */
function commandsBelow(page: string, heading: string): readonly string[] {
  const blocks = blocksOf(sectionOf(read(page), heading)).filter(({ language }) => language === 'sh');
  return blocks.map(({ text }) => text).filter((text) => /^npx --no conformance/.test(text));
}

/** Follows all of these blocks, one after the other; each has to end in exit 0. Gives what was printed. */
async function followAll(blocks: readonly string[], environment: Environment): Promise<string> {
  let printed = '';
  expect(blocks).not.toEqual([]);
  for (const lines of blocks) {
    const { code, stdout, stderr } = await follow(lines, environment);
    expect([lines, code, stderr]).toEqual([lines, 0, expect.any(String)]);
    printed += stdout;
  }
  return printed;
}

test('docs/first-live-run.md can be followed from an empty folder @slow', async () => {
  const page = 'docs/first-live-run.md';
  const begun = [
    ...commandsBelow(page, '1\\. Get the command'),
    ...commandsBelow(page, '2\\. Fill in the settings'),
  ];
  await followAll(begun, {});
  const folder = test.info().outputPath('folder');
  expect(existsSync(join(folder, 'waivers.yaml'))).toBe(true);
  // What the page says to fill in is what `init` leaves to be filled in, and a way to authenticate.
  const [, shown] = blocksOf(sectionOf(read(page), '2\\. Fill in the settings'));
  const dotenv = readFileSync(join(folder, '.env'), 'utf8');
  const open = [...dotenv.matchAll(/^(\w+)=</gm)].map(([, name]) => name);
  expect([...(shown?.text ?? '').matchAll(/^(\w+)=/gm)].map(([, name]) => name)).toEqual([
    ...open,
    'HUAWEICLOUD_SDK_AK',
    'HUAWEICLOUD_SDK_SK',
  ]);
  const mock = await startMock();
  const rest = ['3\\. Look before you run', '4\\. Run', '5\\. See that nothing is left'];
  const printed = await followAll(
    rest.flatMap((heading) => commandsBelow(page, heading)),
    liveSettings(mock.endpoint),
  );
  await mock.close();
  for (const said of ['What a run would send', 'CONFORMANT', 'eports/conformance.html'])
    expect(printed).toContain(said);
});

test('docs/at-night.md and docs/as-a-gate.md can be followed @slow', async () => {
  const mock = await startMock();
  const night = [
    ...commandsBelow('docs/at-night.md', '1\\. Write the files'),
    ...commandsBelow('docs/at-night.md', '2\\. Fill them in, and start them once by hand'),
  ];
  await followAll(night, liveSettings(mock.endpoint));
  const written = test.info().outputPath('folder/.github/workflows/conformance-gate.yml');
  expect(readFileSync(written, 'utf8')).toBe(read('ci/github/gate.yml'));
  const gate = commandsBelow('docs/as-a-gate.md', '2\\. Ask the exit code');
  expect(await followAll(gate, liveSettings(mock.endpoint))).toContain('CONFORMANT');
  await mock.close();
  // With nothing filled in a gate stays closed.
  expect((await follow(gate.join('\n'), { CONFORMANCE_REPORTS_DIR: 'others' })).code).toBe(2);
});

test('docs/for-the-vendor.md can be followed, and shows the finding that comes @slow', async () => {
  const page = 'docs/for-the-vendor.md';
  const blocks = blocksOf(read(page));
  const start = blocks.find(({ text }) => text.includes(' mock --port 4010'))?.text ?? '';
  const [, deviation = ''] = / --deviation ([\w-]+)$/.exec(start) ?? [];
  const mock = await startMock({ deviation });
  const run = blocks.find(({ text }) => text.startsWith('MODELARTS_ENDPOINT='))?.text ?? '';
  const { code, stdout } = await follow(run.replaceAll('4010', new URL(mock.endpoint).port), {});
  await mock.close();
  expect(code).toBe(1);
  const finding = blocks.find(({ text }) => text.startsWith('1 MUST'))?.text ?? '';
  for (const line of finding.split('\n')) expect(stdout).toContain(line.trim());
  const explain = commandsBelow(page, 'Read a finding');
  expect(await followAll(explain, {})).toContain('rests on');
});

test('the README can be followed as to what a broken endpoint looks like', async () => {
  const [lines = ''] = commandsBelow('README.md', 'Two commands');
  const { code, stdout } = await follow(lines, {});
  expect([code, stdout]).toEqual([1, expect.stringContaining('NON-CONFORMANT')]);
});
