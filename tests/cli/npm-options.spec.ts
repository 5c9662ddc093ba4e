import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { startMock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { liveSettings } from '../campaign/run.ts';
import { test } from '../own-test.ts';
import { longIf } from '../slow.ts';
import { conformance } from './command.ts';
import { npm } from './npm.ts';
import { copyProject } from './project-copy.ts';

/** npm's own options: what it does with them is its own affair. */
const OWN_TO_NPM = ['--yes', '--all', '--json', '--key', '--dry-run', '--only'];

/** The scripts of `package.json` that run a command of ours, and which. */
function scripts(): readonly (readonly [script: string, command: string])[] {
  const { scripts: all }: { readonly scripts: Readonly<Record<string, string>> } = JSON.parse(
    readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
  );
  return Object.entries(all).flatMap(([script, text]) => {
    const command = /(?:cli\/main\.js|conformance\.mjs) ([a-z]+)$/.exec(text)?.[1];
    return command === undefined ? [] : [[script, command] as const];
  });
}

/** The options of a command by its own help, each with what it takes. */
async function optionsOf(command: string): Promise<readonly (readonly [option: string, value: string])[]> {
  const { stdout } = await conformance([command, '--help']);
  return [...stdout.matchAll(/^ {2}(?:-\w, )?(--[\w-]+)(?: (<[\w.-]+>))?/gm)]
    .map(([, option = '', value = '']) => [option, value] as const)
    .filter(([option]) => option !== '--help');
}

for (const [script, command] of scripts()) {
  test(`npm takes no option of \`npm run ${script}\` away unnoticed, and none is npm's own${longIf(script !== 'conformance')}`, async () => {
    const options = await optionsOf(command);
    expect(options.length).toBeGreaterThan(1);
    expect(options.filter(([option]) => OWN_TO_NPM.includes(option))).toEqual([]);
    const copy = copyProject();
    const mock = await startMock();
    for (const [option, value] of options) {
      const given = value === '' ? [[option]] : [[option, '7'], [`${option}=7`]];
      for (const args of given) {
        const { code, stderr } = await npm(copy, ['run', script, ...args], liveSettings(mock.endpoint));
        const right = `npm run ${script} -- ${option}${value === '' ? '' : ' 7'}`;
        // A value that only one of a few can be is left for the user to say.
        const told = new RegExp(`right would be \`(?:${right}|npm run ${script} -- ${option} ${value})\``);
        expect([args, code, stderr]).toEqual([args, 2, expect.stringMatching(told)]);
      }
    }
    expect(mock.requests()).toBe(0);
    expect(existsSync(copy.path('reports'))).toBe(false);
    await mock.close();
  });
}

test('behind `--` options arrive, also where a `.npmrc` sets what npm makes of `--plan` @slow', async () => {
  const copy = copyProject();
  writeFileSync(copy.path('.npmrc'), 'long=true\nparseable=true\n');
  writeFileSync(copy.path('.npmrc-of-mine'), 'all=true\nyes=false\n');
  const planned = await npm(copy, ['run', 'conformance', '--', '--plan', '--runner', 'direct']);
  expect([planned.code, planned.stdout]).toEqual([0, expect.stringContaining('Nothing was sent.')]);
  const run = await npm(copy, ['run', 'conformance'], { CONFORMANCE_RUNNER: 'direct' });
  expect([run.code, run.stdout]).toEqual([0, expect.stringContaining('CONFORMANT')]);
});
