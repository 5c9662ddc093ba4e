import { spawn } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
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

type Disturb = (typeof HOSTILE_SERVERS)[string];

/** Has a command meet a hostile server; gives what it printed. */
async function against(
  disturb: Disturb,
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
  test(`texts that would act ${where} are shown by \`run --runner direct\` and do nothing @slow`, async () => {
    await expectShownBy('run --runner direct', where, disturb);
  });
}

for (const command of ['doctor', 'sweep --unseen']) {
  for (const isAlike of [false, true]) {
    const where = isAlike ? 'anywhere else' : 'wherever it can';
    test(`texts that would act ${where} are shown by \`${command}\` and do nothing${longIf(isAlike)}`, async () => {
      for (const [place, disturb] of Object.entries(HOSTILE_SERVERS))
        if (isAlike !== (place === where)) await expectShownBy(command, place, disturb);
    });
  }
}

async function expectShownBy(command: string, where: string, disturb: Disturb): Promise<void> {
  const printed = await against(disturb, (environment) => conformance(command.split(' '), environment));
  expect([where, printed.length > 80, actsIn(printed)]).toEqual([where, true, []]);
}

const EVERYWHERE = HOSTILE_SERVERS['wherever it can'] ?? (() => null);

const REPORTERS = {
  '@slow': ['github'],
  '@long': ['list', 'line', 'dot', 'json', 'junit', 'our own'],
} as const;

for (const [tag, reporters] of Object.entries(REPORTERS)) {
  test(`texts that would act do nothing under Playwright, with these reporters: ${reporters.join(', ')} ${tag}`, async () => {
    for (const reporter of reporters) {
      // Each scenario that fails costs a process of its own, and a reporter tells some as it tells all.
      const printed =
        reporter === 'our own'
          ? await against(EVERYWHERE, (environment) => conformance(['run'], environment))
          : await against(atFirst(6, EVERYWHERE), (environment) =>
              playwright([`--reporter=${reporter}`], environment),
            );
      expect([reporter, printed]).toEqual([reporter, expect.stringContaining('\\u001b]0;owned')]);
      // The commands of Playwright's own, each of which names a file of ours, and how it writes its line over.
      const others = printed
        .replaceAll(/^::(?:error|notice) (?:file=[^\n]*|title=[^:\n]*)::/gm, '')
        .replaceAll('\u001b[1A\u001b[2K', '');
      expect([reporter, actsIn(others)]).toEqual([reporter, []]);
    }
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

/** Each is told in another way; the others are told as one of these. */
const APART = ['a version', 'a proxy', 'an endpoint', 'waivers', '`.env`'];

for (const isAlike of [false, true]) {
  const quoted = Object.keys(QUOTED).filter((what) => isAlike !== APART.includes(what));
  test(`what would act in ${quoted.join(', in ')} does nothing${longIf(isAlike)}`, async () => {
    for (const what of quoted) {
      await expectQuoted(what, ['run --runner direct', 'doctor', 'sweep', 'run --plan'], conformance);
    }
  });

  const others = Object.keys(QUOTED).filter((what) => isAlike === (what !== 'waivers'));
  test(`what would act in ${others.join(', in ')} does nothing under Playwright${longIf(isAlike)}`, async () => {
    for (const what of others) {
      await expectQuoted(what, ['run'], conformance);
      await expectQuoted(what, ['--reporter=list'], playwright);
    }
  });
}

/** Each setting has a mock of its own, and leaves no file for the next. */
async function expectQuoted(
  what: string,
  commands: readonly string[],
  run: typeof conformance,
): Promise<void> {
  const mock = await startMock();
  const settings = { ...liveSettings(mock.endpoint), ...QUOTED[what]?.(mock) };
  for (const command of commands) {
    const { stdout, stderr } = await run(command.split(' '), settings);
    expect([what, command, actsIn(stdout + stderr)]).toEqual([what, command, []]);
  }
  for (const name of ['.env', 'waivers.yaml']) rmSync(test.info().outputPath(name), { force: true });
  await mock.close();
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
