import { spawn } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect } from '@playwright/test';
import { linesOf } from '../../src/app/cli/usage-error.ts';
import { joinTargets } from '../../src/app/targets/join.ts';
import type { TargetOutcome } from '../../src/engine/model/targets.ts';
import { PACKAGE_ROOT } from '../../src/engine/package-root.ts';
import { removeReports } from '../../src/engine/report/report-files.ts';
import { reportedPlugins } from '../../src/suites/modelarts-plugins/suite.ts';
import { NEEDED, running } from '../cli/command.ts';
import { test } from '../own-test.ts';
import { asVariables, inAllServices, left, lines, toldTo } from '../pipelines/in-pipeline.ts';
import { leftByRuns, NAMES, totalsIn } from './left.ts';

const path = (...names: readonly string[]) => test.info().outputPath(...names);
const out = () => path('joined');

const joined = (dirs: readonly string[], to = out()) => joinTargets(dirs, to, reportedPlugins);

/** What is wrong, all that is told of it. */
function problems(dirs: readonly string[], to = out()): readonly string[] {
  try {
    joined(dirs, to);
  } catch (error) {
    if (error instanceof Error && error.name === 'UsageError') return linesOf(error);
    throw error;
  }
  throw new Error('Nothing was wrong.');
}

/** What a machine left that tested some of the targets, in a folder of that name. */
async function machine(folder: string, ...tested: readonly string[]): Promise<string> {
  const { dir, outcomes } = await leftByRuns();
  const own: TargetOutcome[] = [];
  for (const outcome of outcomes.filter(({ name }) => tested.includes(name))) {
    cpSync(join(dir, outcome.name), path(folder, outcome.name), { recursive: true });
    own.push(outcome);
  }
  totalsIn(path(folder), own);
  return path(folder);
}

const threeMachines = () =>
  Promise.all([machine('one', 'good'), machine('two', 'bad one', 'down'), machine('three', 'broken')]);

/** Every file below a folder, with its mode and what it holds. */
function filesIn(dir: string): Readonly<Record<string, string>> {
  const found = readdirSync(dir, { recursive: true, encoding: 'utf8' }).sort();
  return Object.fromEntries(
    found.map((name) => {
      const { mode } = lstatSync(join(dir, name));
      const text = lstatSync(join(dir, name)).isFile() ? readFileSync(join(dir, name), 'latin1') : 'a folder';
      return [name, `${mode.toString(8)} ${text}`];
    }),
  );
}

const MARK = '.modelarts-plugin-conformance';

test('what three machines left is what one machine writes, byte for byte, in whatever order they are given @slow', async () => {
  const whole = await machine('whole', ...NAMES);
  const machines = await threeMachines();
  for (const dirs of [machines, machines.toReversed()]) {
    expect(joined(dirs).report.exitCode).toBe(4);
    const { [MARK]: mark, ...files } = filesIn(out());
    expect(mark).toContain('Written by');
    expect(files).toEqual(filesIn(whole));
  }
  expect(lstatSync(join(out(), 'good', 'evidence', 'salt')).mode & 0o777).toBe(0o600);
});

test('the folders of a download are found in the one that holds them, and what is none is passed over @slow', async () => {
  await machine('artifacts/targets-1', 'good', 'bad one');
  await machine('artifacts/targets-2', 'down', 'broken');
  mkdirSync(path('artifacts', 'dist'));
  expect(joined([path('artifacts')]).report.targets.map(({ name }) => name)).toEqual(NAMES);
});

test('a machine that died leaves its targets missing, told everywhere, and never green @slow', async () => {
  const { report, written } = joined([await machine('one', 'good')]);
  expect(report).toMatchObject({
    exitCode: 3,
    verdict: 'inconclusive',
    missing: ['bad one', 'down', 'broken'],
  });
  for (const file of written)
    expect([file, readFileSync(file, 'utf8')]).toEqual([file, expect.stringContaining('broken')]);
});

test('only files and folders are copied: no link, and nothing of the processes of a run', async () => {
  const dir = await machine('one', 'good');
  mkdirSync(join(dir, 'good', '.run'));
  writeFileSync(join(dir, 'good', '.run', 'secrets'), 'a');
  symlinkSync('/etc/passwd', join(dir, 'good', 'link'));
  writeFileSync(join(dir, 'good', 'mine.sh'), 'a');
  chmodSync(join(dir, 'good', 'mine.sh'), 0o751);
  chmodSync(join(dir, 'good', 'evidence', 'salt'), 0o644);
  joined([dir]);
  const names = readdirSync(join(out(), 'good'));
  expect(names).toEqual(expect.arrayContaining(['conformance.html', 'ledger.ndjson', 'mine.sh']));
  expect(names).not.toEqual(expect.arrayContaining(['.run']));
  expect(names).not.toEqual(expect.arrayContaining(['link']));
  expect(lstatSync(join(out(), 'good', 'mine.sh')).mode & 0o777).toBe(0o751);
  expect(lstatSync(join(out(), 'good', 'evidence', 'salt')).mode & 0o777).toBe(0o600);
});

test('all that is wrong is told at once, and nothing is written', async () => {
  const [one, two] = [await machine('one', 'good', 'bad one', 'down'), await machine('two', 'good')];
  rmSync(join(one, 'bad one'), { recursive: true });
  const file = join(one, 'down', 'conformance.json');
  const down = readFileSync(file, 'utf8');
  const id = JSON.parse(down).run.id;
  writeFileSync(file, down.replace(id, '00000000-0000-4000-8000-000000000001'));
  mkdirSync(path('none'));
  mkdirSync(path('torn'));
  writeFileSync(path('torn', 'targets.json'), '{"formatVersion": 1');
  const below = path('torn', 'targets.json', 'below');
  const told = problems([one, two, path('none'), path('absent'), path('torn'), below]);
  expect(told).toHaveLength(7);
  expect(told.at(-1)).toContain('below` is not there; right would be');
  expect(told.join('\n')).toMatch(
    /bad one\/conformance\.json` is not there.*\n.*down\/conformance\.json` is of the run `0{8}-.*\n`good` is in `.*one` and in `.*two`.*\n.*none` holds no `targets\.json`.*\n.*absent` is not there.*\n.*torn\/targets\.json` is no JSON/,
  );
  expect(existsSync(out())).toBe(false);
});

test('a target whose folder or report is a link is not taken for what the run left', async () => {
  const dir = await machine('one', 'good');
  const file = join(dir, 'good', 'conformance.json');
  cpSync(file, path('elsewhere.json'));
  rmSync(file);
  symlinkSync(path('elsewhere.json'), file);
  expect(problems([dir])).toEqual([expect.stringContaining('no regular file')]);
});

test('nothing is joined into one of the folders, nor around it, nor over what no join wrote', async () => {
  const dir = await machine('one', 'good');
  symlinkSync(dir, path('link'));
  const before = filesIn(dir);
  for (const place of [dir, join(dir, 'joined'), path(), path('link'), path('link', 'joined')])
    expect([place, problems([dir], place)]).toEqual([
      place,
      [expect.stringContaining('one of the folders to join')],
    ]);
  // Another machine's reports hold ledgers that stand nowhere else.
  const others = await machine('others', 'good');
  mkdirSync(path('mine'));
  writeFileSync(path('mine', 'notes.txt'), '');
  writeFileSync(path('a-file'), '');
  for (const place of [others, path('mine')])
    expect([place, problems([dir], place)]).toEqual([
      place,
      [expect.stringContaining('no earlier join wrote')],
    ]);
  expect(problems([dir], path('a-file'))).toEqual([expect.stringContaining('which is no folder')]);
  expect(problems([dir], path('a-file', 'below'))).toEqual([
    expect.stringContaining('where nothing can be written'),
  ]);
  expect(filesIn(dir)).toEqual(before);
  expect(readdirSync(path('mine'))).toEqual(['notes.txt']);
});

test('an earlier join is replaced as a whole, unless something else was put into it, or a run begun there', async () => {
  const [one, two] = [await machine('one', 'good'), await machine('two', 'down')];
  mkdirSync(out());
  joined([one]);
  joined([two]);
  expect(readdirSync(out()).sort()).toEqual(
    [MARK, 'down', 'junit.xml', 'targets.html', 'targets.json', 'targets.md'].sort(),
  );
  writeFileSync(join(out(), 'notes.txt'), '');
  expect(problems([one])).toEqual([expect.stringContaining('no earlier join wrote')]);
  rmSync(join(out(), 'notes.txt'));
  for (const name of ['notes.txt', 'compare.html']) {
    writeFileSync(join(out(), 'down', name), '');
    expect(problems([one])).toEqual([expect.stringContaining('no earlier join wrote')]);
    rmSync(join(out(), 'down', name));
  }
  // Whatever runs there from now on adds to ledgers.
  removeReports(out());
  totalsIn(
    out(),
    (await leftByRuns()).outcomes.filter(({ name }) => name === 'down'),
  );
  expect(problems([one])).toEqual([expect.stringContaining('no earlier join wrote')]);
});

test('the command tells of all as one machine does, pipelines too, and ends as that @slow', async () => {
  const dirs = await threeMachines();
  // A module of the build, as the command loads it.
  const module = JSON.stringify(pathToFileURL(new URL('dist/cli/join.js', PACKAGE_ROOT).pathname));
  const code = `import(${module}).then(({ join }) => { process.exitCode = join(${JSON.stringify(dirs)}, 'reports'); })`;
  const env = { ...NEEDED, ...inAllServices() };
  const ended = await running(spawn(process.execPath, ['--eval', code], { cwd: path(), env })).ended;
  expect([ended.code, ended.stderr]).toEqual([4, '']);
  const { report } = joined(dirs);
  const sum = (of: 'passed' | 'failed' | 'inconclusive') =>
    report.targets.reduce((all, one) => all + (one.report?.counts[of] ?? 0), 0);
  const outputs = lines('non-conformant', 4, [sum('passed'), sum('failed'), sum('inconclusive')]);
  const { github, azure } = toldTo(ended.stdout);
  expect(github).toEqual(['error', 'error', 'warning']);
  expect(azure).toEqual([
    'error',
    'error',
    'warning',
    `summary ${path('reports', 'targets.md')}`,
    ...outputs,
  ]);
  expect(left('output').trim().split('\n')).toEqual(outputs);
  expect(left('reports/conformance.env')).toBe(asVariables(outputs));
  expect(left('summary.md')).toBe(readFileSync(path('reports', 'targets.md'), 'utf8'));
  const last = ended.stdout.trim().split('\n').slice(-12).join('\n');
  expect(last).toContain('✗ NON-CONFORMANT  1 of 4 targets did not conform.');
  expect(last).toContain('reports/targets.html');
});
