import { mkdirSync, writeFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { type CommandOption, takenByNpm } from '../../src/app/settings/npm-options.ts';
import { test } from '../own-test.ts';

const option = (name: string, value = '', choices: readonly string[] = []): CommandOption => ({
  ...{ name, value, choices },
});

const OPTIONS = [
  ...[option('mock'), option('plan'), option('deviation', '<name>'), option('ledger', '<file>')],
  ...[
    option('runner', '<runner>', ['playwright', 'direct']),
    option('yes'),
    option('dry-run'),
    option('all'),
  ],
  ...[option('targets', '<file>'), option('target', '<name...>'), option('jobs', '<n>')],
];

const NPM = {
  npm_lifecycle_event: 'conformance',
  npm_config_user_agent: 'npm/11.19.1 node/v20.20.2 linux x64 workspaces/false',
};
const PLAN = { npm_config_parseable: 'true', npm_config_long: 'true', npm_config_all: 'true' };

/** What npm leaves of a command line, and the one that would be right. */
const TAKEN: readonly (readonly [environment: Record<string, string>, args: string[], right: string])[] = [
  [{ npm_config_mock: 'true' }, ['run'], '--mock'],
  [PLAN, ['run'], '--plan'],
  [{ npm_config_plan: 'true' }, ['run'], '--plan'],
  [{ ...PLAN, npm_config_yes: '' }, [], '--plan'],
  [{ npm_config_deviation: 'true' }, ['run', 'x'], '--deviation x'],
  [{ npm_config_deviation: 'x' }, ['run'], '--deviation x'],
  [{ npm_config_deviation: 'true' }, ['run'], '--deviation <name>'],
  [{ npm_config_mock: 'true', npm_config_deviation: 'true' }, ['run', 'x'], '--mock --deviation x'],
  [
    { npm_config_deviation: 'true', npm_config_runner: 'true' },
    ['run', 'direct', 'x'],
    '--deviation x --runner direct',
  ],
  [
    { npm_config_deviation: 'true', npm_config_ledger: 'true' },
    ['run', 'x', 'y'],
    '--deviation <name> --ledger <file>',
  ],
  [{ npm_config_mock: 'true' }, ['run', '--deviation', 'x'], '--mock --deviation x'],
  [{ npm_config_target: 'a' }, ['run', '--targets', 'f'], '--target a --targets f'],
  [
    { npm_config_targets: 'f', npm_config_target: 'a', npm_config_jobs: '8' },
    ['run'],
    '--targets f --target a --jobs 8',
  ],
  [{ npm_config_jobs: '8' }, ['run'], '--jobs 8'],
];

for (const [environment, args, right] of TAKEN) {
  test(`${JSON.stringify(environment)} with ${JSON.stringify(args)} is told as \`${right}\``, () => {
    expect(takenByNpm(OPTIONS, args, { ...NPM, ...environment })).toMatch(
      new RegExp(`did not arrive: .*; right would be \`npm run conformance -- ${right}\`\\.$`),
    );
  });
}

test('`npm exec` takes options too', () => {
  const environment = { ...NPM, npm_lifecycle_event: 'npx', npm_config_mock: 'true' };
  expect(takenByNpm(OPTIONS, ['run'], environment)).toContain('`npx --no conformance run --mock`');
});

const NOT_TAKEN: Readonly<Record<string, Record<string, string | undefined>>> = {
  'no script of npm': { npm_lifecycle_event: undefined, npm_config_mock: 'true' },
  'a script of pnpm': {
    npm_config_user_agent: 'pnpm/10.1.0 npm/? node/v20.20.2 linux x64',
    npm_config_mock: 'true',
  },
  'a script of yarn': { npm_config_user_agent: 'yarn/1.22.22 npm/? node/v20.20.2 linux x64', ...PLAN },
  "npm's own options": {
    npm_config_yes: 'true',
    npm_config_dry_run: 'true',
    npm_config_all: 'true',
    npm_config_json: 'true',
  },
  'some of what stands for `--plan`': { npm_config_parseable: 'true', npm_config_long: 'true' },
  'what builds of native packages set': { npm_config_target: '30.0.0', npm_config_jobs: 'max' },
  'an option that was called off': { npm_config_mock: '' },
};

for (const [what, environment] of Object.entries(NOT_TAKEN)) {
  test(`${what}: nothing was taken`, () => {
    expect(takenByNpm(OPTIONS, ['run'], { ...NPM, ...environment })).toBeNull();
  });
}

test('what arrived was not taken, also where an outer script was given the same', () => {
  expect(takenByNpm(OPTIONS, ['run', '--mock'], { ...NPM, npm_config_mock: 'true' })).toBeNull();
  expect(
    takenByNpm(OPTIONS, ['run', '--plan', '--runner=direct'], {
      ...NPM,
      ...PLAN,
      npm_config_runner: 'direct',
    }),
  ).toBeNull();
});

test('what stands in a `.npmrc` was not taken from the command line, and what stands there in part was', () => {
  const folder = test.info().outputPath('project');
  mkdirSync(folder);
  writeFileSync(`${folder}/.npmrc`, 'parseable=true\n; a comment\nlong = true\nmock=true\n');
  const file = test.info().outputPath('npmrc');
  writeFileSync(file, 'all=true\r\nrunner = direct\r\n');
  const environment = {
    ...{ ...NPM, ...PLAN, npm_config_mock: 'true', npm_config_runner: 'direct' },
    npm_config_local_prefix: folder,
  };
  for (const place of ['npm_config_userconfig', 'npm_config_globalconfig']) {
    expect(takenByNpm(OPTIONS, ['run'], { ...environment, [place]: file })).toBeNull();
  }
  expect(takenByNpm(OPTIONS, ['run'], environment)).toMatch(/^`--plan`, `--runner` did not arrive/);
});
