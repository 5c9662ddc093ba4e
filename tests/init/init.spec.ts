import { mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from '@playwright/test';
import { SERVICE_FILES, SERVICES } from '../../src/app/init/services.ts';
import { startMock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { liveSettings } from '../campaign/run.ts';
import { start } from '../cli/command.ts';
import { inShell } from '../cli/in-shell.ts';
import { test } from '../own-test.ts';
import { slowIf } from '../slow.ts';
import { conformanceIn, contentOf, emptyFolder } from './place.ts';

const FIRST = ['.env', '.gitignore', 'waivers.yaml'];
const STILL =
  /`MODELARTS_ENDPOINT` is still the placeholder that `conformance init` wrote into `\.env`; right would be /;

test('`init` writes the first files, asks nothing, and says what to do next', async () => {
  const folder = emptyFolder();
  const { code, stdout, stderr } = await conformanceIn(folder, 'init');
  expect([code, stderr, Object.keys(contentOf(folder))]).toEqual([0, '', FIRST]);
  expect(stdout).toMatch(
    /^Wrote `\.env`, `waivers\.yaml`, `\.gitignore`\.\n[\s\S]*`npx --no conformance doctor`/,
  );
  expect(contentOf(folder)['.gitignore']).toBe('.env\nreports/\n');
  expect(statSync(join(folder, '.env')).mode & 0o777).toBe(0o600);
});

test('what it wrote stops `doctor` at the first setting, and a run with nothing filled in ends in 2', async () => {
  const folder = emptyFolder();
  await conformanceIn(folder, 'init');
  const doctor = await conformanceIn(folder, 'doctor');
  const [first] = doctor.stdout.split('\n');
  expect([doctor.code, first]).toEqual([2, expect.stringMatching(STILL)]);
  for (const args of [
    ['run'],
    ['run', '--runner', 'direct'],
    ['run', '--live'],
    ['run', '--plan'],
    ['sweep'],
  ]) {
    const { code, stdout, stderr } = await conformanceIn(folder, ...args);
    expect([args, code, stdout, stderr]).toEqual([args, 2, '', expect.stringMatching(STILL)]);
  }
  expect(Object.keys(contentOf(folder))).toEqual(FIRST);
});

test('filled in it is enough for `doctor`, and its waivers waive nothing until their example is taken in @slow', async () => {
  const folder = emptyFolder();
  await conformanceIn(folder, 'init');
  const mock = await startMock();
  let text = readFileSync(join(folder, '.env'), 'utf8');
  for (const [name, value] of Object.entries(liveSettings(mock.endpoint))) {
    text = text.replace(new RegExp(`^(?:# )?${name}=.*$`, 'm'), `${name}=${value}`);
  }
  writeFileSync(join(folder, '.env'), text);
  const { code, stdout } = await conformanceIn(folder, 'doctor');
  await mock.close();
  expect([code, stdout]).toEqual([0, expect.stringContaining('A run can begin.')]);
  const broken = ['run', '--mock', '--runner', 'direct', '--deviation', 'missing-phase'];
  const unwaived = await conformanceIn(folder, ...broken);
  expect([unwaived.code, unwaived.stderr]).toEqual([1, '']);
  const waivers = readFileSync(join(folder, 'waivers.yaml'), 'utf8');
  const example = waivers
    .replaceAll(/^# (?=- | {2})/gm, '')
    .replaceAll(/^ *(?:scope|pool|fingerprints):.*\n/gm, '');
  writeFileSync(join(folder, 'waivers.yaml'), example);
  const waived = await conformanceIn(folder, ...broken);
  expect([waived.code, waived.stdout]).toEqual([0, expect.stringContaining('CONFORMANT WITH WAIVERS')]);
});

for (const service of SERVICES) {
  test(`\`init --ci ${service}\` puts its files where it looks for them, once, and leaves the others${slowIf(service !== 'github')}`, async () => {
    const folder = emptyFolder();
    const files = SERVICE_FILES[service];
    writeFileSync(join(folder, '.env'), 'MINE=1\n');
    writeFileSync(join(folder, 'waivers.yaml'), '[]\n');
    const { code, stderr } = await conformanceIn(folder, 'init', '--ci', service);
    expect([code, stderr]).toEqual([0, '']);
    const written = contentOf(folder);
    expect([written['.env'], written['waivers.yaml']]).toEqual(['MINE=1\n', '[]\n']);
    for (const [name, path] of Object.entries(files)) {
      const own = readFileSync(new URL(`../../ci/${service}/${name}`, import.meta.url), 'utf8');
      expect([path, written[path]]).toEqual([path, own]);
    }
    const plain = Object.keys(written).filter((path) => written[path] !== '/');
    expect(plain).toEqual([...FIRST, ...Object.values(files)].sort());
    const again = await conformanceIn(folder, 'init', '--ci', service);
    expect(again.code).toBe(2);
    for (const path of Object.values(files)) expect(again.stderr).toContain(`\`${path}\``);
    expect(contentOf(folder)).toEqual(written);
  });
}

/** What may stand in the way: how it is made, with what `init` is called, and what is named then. */
const IN_THE_WAY: Readonly<
  Record<string, readonly [make: (folder: string) => void, args: readonly string[], named: string]>
> = {
  'a file': [(folder) => writeFileSync(join(folder, '.env'), ''), [], '`.env`'],
  'a folder': [(folder) => mkdirSync(join(folder, 'waivers.yaml')), [], '`waivers.yaml`'],
  'a link to nothing': [(folder) => symlinkSync('nowhere', join(folder, '.env')), [], '`.env`'],
  'a folder in place of `.gitignore`': [
    (folder) => mkdirSync(join(folder, '.gitignore')),
    [],
    '`.gitignore`',
  ],
  'a link in place of `.gitignore`': [
    (folder) => symlinkSync('nowhere', join(folder, '.gitignore')),
    ['--ci', 'gitlab'],
    '`.gitignore`',
  ],
  'a file in place of a folder': [
    (folder) => writeFileSync(join(folder, '.github'), ''),
    ['--ci', 'github'],
    '`.github`',
  ],
  'one file of several': [
    (folder) => {
      const path = join(folder, '.github/workflows/conformance-gate.yml');
      mkdirSync(dirname(path), { recursive: true });
      symlinkSync('nowhere', path);
    },
    ['--ci', 'github'],
    '`.github/workflows/conformance-gate.yml`',
  ],
  'another configuration of Playwright': [
    (folder) => writeFileSync(join(folder, 'playwright.config.mjs'), ''),
    ['--playwright'],
    '`playwright.config.mjs`',
  ],
};

for (const [what, [make, args, named]] of Object.entries(IN_THE_WAY)) {
  test(`where ${what} is in the way \`init\` names it, ends in 2 and writes nothing${slowIf(named !== '`.env`')}`, async () => {
    const folder = emptyFolder();
    make(folder);
    const before = contentOf(folder);
    const { code, stdout, stderr } = await conformanceIn(folder, 'init', ...args);
    expect([code, stdout, stderr]).toEqual([
      2,
      '',
      expect.stringMatching(/^`[^\n]* Nothing was written\.\n$/),
    ]);
    expect(stderr).toContain(`${named} is `);
    expect(contentOf(folder)).toEqual(before);
  });
}

test('`init` names all that is there, and a `.gitignore` is no hindrance and keeps its bytes', async () => {
  const folder = emptyFolder();
  const ignore = join(folder, '.gitignore');
  writeFileSync(ignore, Buffer.from('node_modules\r\nf\xfcr', 'latin1'));
  const first = await conformanceIn(folder, 'init');
  expect([first.code, readFileSync(ignore, 'latin1')]).toEqual([
    0,
    'node_modules\r\nf\xfcr\r\n.env\r\nreports/\r\n',
  ]);
  const before = contentOf(folder);
  const again = await conformanceIn(folder, 'init');
  expect([again.code, again.stderr]).toEqual([
    2,
    expect.stringMatching(/^`\.env`, `waivers\.yaml` are there already, /),
  ]);
  expect(contentOf(folder)).toEqual(before);
});

test('what stands in place of the other files is left to itself by `--ci`', async () => {
  const folder = emptyFolder();
  symlinkSync('nowhere', join(folder, '.env'));
  mkdirSync(join(folder, 'waivers.yaml'));
  const { code, stderr } = await conformanceIn(folder, 'init', '--ci', 'jenkins');
  expect([code, stderr]).toEqual([0, '']);
  const { Jenkinsfile, '.gitignore': ignore, ...others } = contentOf(folder);
  expect(others).toEqual({ '.env': '@', 'waivers.yaml': '/' });
  expect([Jenkinsfile?.length, ignore]).toEqual([expect.any(Number), '.env\nreports/\n']);
});

test('the reports directory of the environment, or of a `.env` that is there, is ignored too', async () => {
  const folder = emptyFolder();
  writeFileSync(join(folder, '.env'), 'CONFORMANCE_REPORTS_DIR=out/reports\n');
  const { code } = await start(
    ['init', '--ci', 'cron'],
    { CONFORMANCE_REPORTS_DIR: 'nightly' },
    undefined,
    folder,
  ).ended;
  expect([code, contentOf(folder)['.gitignore']]).toEqual([0, '.env\nreports/\nnightly/\nout/reports/\n']);
});

test('a service that is none ends in 2 with those that are, and writes nothing @slow', async () => {
  const folder = emptyFolder();
  for (const args of [
    ['--ci', 'travis'],
    ['--ci'],
    ['--ci', ''],
    ['--ci', 'toString'],
    ['github'],
    ['--cl', 'github'],
  ]) {
    const { code, stderr } = await conformanceIn(folder, 'init', ...args);
    expect([args, code]).toEqual([args, 2]);
    if (args.length === 2 && args[0] === '--ci')
      for (const service of SERVICES) expect(stderr).toContain(service);
  }
  expect(contentOf(folder)).toEqual({});
});

test('`.env` is for its owner alone, whatever the mask', async () => {
  const folder = emptyFolder();
  for (const mask of ['000', '777']) {
    const place = join(folder, mask);
    mkdirSync(place);
    const { code } = await inShell({ before: `cd ${place} && umask ${mask}` }, ['init'], {});
    expect([mask, code, statSync(join(place, '.env')).mode & 0o777]).toEqual([mask, 0, 0o600]);
  }
});

test('where not all can be written nothing is, and it is told which could not', async () => {
  const folder = emptyFolder();
  // So long that its end is half written where no file may be longer than 16 blocks.
  writeFileSync(join(folder, '.gitignore'), `${'x'.repeat(16 * 512 - 4)}\n`);
  const before = contentOf(folder);
  const limited = { before: `cd ${folder} && ulimit -f 16` };
  const full = await inShell(limited, ['init', '--ci', 'cron'], {});
  expect([full.code, full.stderr]).toEqual([
    4,
    expect.stringContaining('`.gitignore` could not be written (`EFBIG`).'),
  ]);
  expect(contentOf(folder)).toEqual(before);
  const refused = await conformanceIn('/proc', 'init');
  expect([refused.code, refused.stderr]).toEqual([
    2,
    expect.stringMatching(/^`\.env` cannot be written \(`E\w+`\), so nothing was; /),
  ]);
});
