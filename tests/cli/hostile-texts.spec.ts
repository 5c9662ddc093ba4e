import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { type Mock, startMock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { startDisturbed } from '../campaign/disturbed.ts';
import { iamSettings, liveSettings } from '../campaign/run.ts';
import { test } from '../own-test.ts';
import { longIf } from '../slow.ts';
import { conformance, MAIN, NEEDED, playwright, running } from './command.ts';
import { actsIn, atFirst, HOSTILE, HOSTILE_LINE, HOSTILE_SERVERS } from './hostile-texts.ts';
import { ACCEPTED, INTENT, leftover, writeLedger } from './left-behind.ts';

/** Has a command meet a hostile server; gives what it printed. */
async function against(
  disturb: (typeof HOSTILE_SERVERS)[string],
  command: (
    environment: Readonly<Record<string, string>>,
    mock: Mock,
  ) => Promise<{ stdout: string; stderr: string }>,
): Promise<string> {
  const mock = await startMock();
  const front = await startDisturbed(mock, disturb);
  try {
    const { stdout, stderr } = await command(liveSettings(front.endpoint), mock);
    return stdout + stderr;
  } finally {
    await front.close();
    await mock.close();
  }
}

for (const [where, disturb] of Object.entries(HOSTILE_SERVERS)) {
  for (const command of ['run --runner direct', 'doctor', 'sweep --unseen']) {
    test(`texts that would act ${where} are shown by \`${command}\` and do nothing${longIf(!command.startsWith('run') && !where.startsWith('wherever'))}`, async () => {
      const printed = await against(disturb, (environment) => conformance(command.split(' '), environment));
      expect(printed.length).toBeGreaterThan(80);
      expect(actsIn(printed)).toEqual([]);
    });
  }
}

const EVERYWHERE = HOSTILE_SERVERS['wherever it can'] ?? (() => null);

for (const reporter of [null, 'list', 'line', 'dot', 'github', 'json', 'junit']) {
  const isAlike = reporter !== null && reporter !== 'github';
  test(`texts that would act do nothing under Playwright, ${reporter ?? 'our own reporter'}${longIf(isAlike)}`, async () => {
    // Each scenario that fails costs a process of its own, and a reporter tells some as it tells all.
    const disturb = reporter === null ? EVERYWHERE : atFirst(6, EVERYWHERE);
    const printed = await against(disturb, (environment) =>
      reporter === null
        ? conformance(['run'], environment)
        : playwright([`--reporter=${reporter}`], environment),
    );
    expect(printed).toContain('\\u001b]0;owned');
    // The commands of Playwright's own, each of which names a file of ours, and how it writes its line over.
    const others = printed
      .replaceAll(/^::(?:error|notice) (?:file=[^\n]*|title=[^:\n]*)::/gm, '')
      .replaceAll('\u001b[1A\u001b[2K', '');
    expect(actsIn(others)).toEqual([]);
  });
}

for (const runner of ['direct', 'playwright']) {
  test(`texts that would act do nothing on a terminal, ${runner} @slow`, async () => {
    const disturb = runner === 'direct' ? EVERYWHERE : atFirst(6, EVERYWHERE);
    const printed = await against(disturb, (environment) => {
      const line = `exec "${process.execPath}" "${MAIN}" run --runner ${runner}`;
      const child = spawn('script', ['-qec', line, '/dev/null'], {
        cwd: test.info().outputPath(),
        env: {
          ...NEEDED,
          TERM: 'xterm',
          CONFORMANCE_REPORTS_DIR: test.info().outputPath('reports'),
          ...environment,
        },
      });
      child.stdin.end();
      return running(child).ended;
    });
    // Ours are colours there.
    expect(printed).toContain('\u001b[31m');
    expect(actsIn(printed, true)).toEqual([]);
  });
}

test('texts of IAM that would act do nothing @slow', async () => {
  const iam = await startMock();
  const front = await startDisturbed(
    iam,
    HOSTILE_SERVERS['in the reason phrase, an error and a header of a 500'] ?? (() => null),
  );
  for (const command of ['run --runner direct', 'doctor']) {
    const { stdout, stderr } = await conformance(
      command.split(' '),
      iamSettings(iam.endpoint, front.endpoint),
    );
    expect([command, actsIn(stdout + stderr)]).toEqual([command, []]);
  }
  await front.close();
  await iam.close();
});

test('lines of a ledger that would act do nothing @slow', async () => {
  const mock = await leftover();
  const acts = { item: HOSTILE, collection: HOSTILE, project: HOSTILE };
  writeLedger(mock, [INTENT, ACCEPTED], acts);
  writeLedger(mock, [{ ...INTENT, event: HOSTILE as never }]);
  for (const command of ['run --runner direct', 'sweep --all', 'sweep --dry-run', 'run --plan']) {
    const { stdout, stderr } = await conformance(command.split(' '), liveSettings(mock.endpoint));
    expect([command, actsIn(stdout + stderr)]).toEqual([command, []]);
  }
  await mock.close();
});

const WAIVER = { requirement: HOSTILE, reason: HOSTILE, until: HOSTILE, approvedBy: HOSTILE };

/** Settings, files and arguments that a message quotes. */
const QUOTED: Readonly<Record<string, (mock: Mock) => Readonly<Record<string, string>>>> = {
  'a name': () => ({ MODELARTS_POOL_NAME: HOSTILE }),
  'a version': () => ({ MODELARTS_TEMPLATE_VERSION: HOSTILE }),
  inputs: () => ({ MODELARTS_TEMPLATE_INPUTS: HOSTILE }),
  'an endpoint': () => ({ MODELARTS_ENDPOINT: HOSTILE }),
  'a number': () => ({ MODELARTS_REQUEST_TIMEOUT_MS: HOSTILE }),
  'an arming': () => ({ MODELARTS_ALLOW_DELETE: HOSTILE }),
  'an unknown name': () => ({ [`MODELARTS_${HOSTILE.replaceAll('=', '')}`]: 'a' }),
  'a token': () => ({ MODELARTS_AUTH_TOKEN: HOSTILE }),
  'a proxy': () => ({ HTTPS_PROXY: HOSTILE }),
  waivers: () => {
    const file = test.info().outputPath('waivers.yaml');
    writeFileSync(file, JSON.stringify([WAIVER]));
    return { CONFORMANCE_WAIVERS: file };
  },
  'waivers that are no YAML': () => {
    const file = test.info().outputPath('waivers.yaml');
    writeFileSync(file, `- a: "${HOSTILE}\n  b`);
    return { CONFORMANCE_WAIVERS: file };
  },
  'the name of a file of waivers': () => ({ CONFORMANCE_WAIVERS: `${HOSTILE}/waivers.yaml` }),
  'the folder of the reports': () => {
    const dir = join(test.info().outputPath(), HOSTILE_LINE.replaceAll('/', '').slice(0, 90));
    mkdirSync(dir, { recursive: true });
    return { CONFORMANCE_REPORTS_DIR: dir };
  },
  'the name of a ledger': () => ({ CONFORMANCE_LEDGER: `${HOSTILE}/ledger.ndjson` }),
  '`.env`': () => {
    writeFileSync(test.info().outputPath('.env'), `MODELARTS_POOL_NAME="a"\n${HOSTILE}\n`);
    return {};
  },
};

for (const [what, change] of Object.entries(QUOTED)) {
  const isOfMany = !['a version', 'a proxy', 'an endpoint', 'waivers', '`.env`'].includes(what);
  test(`what would act in ${what} does nothing${longIf(isOfMany)}`, async () => {
    const mock = await startMock();
    const settings = { ...liveSettings(mock.endpoint), ...change(mock) };
    for (const command of ['run --runner direct', 'doctor', 'sweep', 'run --plan']) {
      const { stdout, stderr } = await conformance(command.split(' '), settings);
      expect([command, actsIn(stdout + stderr)]).toEqual([command, []]);
    }
    await mock.close();
  });

  test(`what would act in ${what} does nothing under Playwright${longIf(what !== 'waivers')}`, async () => {
    const mock = await startMock();
    const settings = { ...liveSettings(mock.endpoint), ...change(mock) };
    for (const ended of [
      await conformance(['run'], settings),
      await playwright(['--reporter=list'], settings),
    ])
      expect(actsIn(ended.stdout + ended.stderr)).toEqual([]);
    await mock.close();
  });
}

test('what would act in an argument does nothing @slow', async () => {
  for (const args of [
    [HOSTILE],
    ['run', `--${HOSTILE}`],
    ['run', '--deviation', HOSTILE],
    ['run', '--runner', HOSTILE],
    ['explain', HOSTILE],
    ['mock', '--port', HOSTILE],
    ['sweep', '--ledger', HOSTILE],
    ['sweep', '--remove', HOSTILE],
    ['sensitivity', '--server', HOSTILE],
    ['waivers', 'check', HOSTILE],
    ['waive', HOSTILE, '--reason', HOSTILE, '--until', HOSTILE, '--approved-by', HOSTILE],
  ]) {
    const { code, stdout, stderr } = await conformance(args);
    expect([args[0], code, actsIn(stdout + stderr)]).toEqual([args[0], 2, []]);
  }
});
