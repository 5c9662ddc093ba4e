import { expect } from '@playwright/test';
import { startMock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { startDisturbed } from '../campaign/disturbed.ts';
import { liveSettings } from '../campaign/run.ts';
import { conformance, playwright } from '../cli/command.ts';
import { disclosed } from '../cli/disclosed.ts';
import { atFirst, HOSTILE_PIECES, HOSTILE_SERVERS } from '../cli/hostile-texts.ts';
import { copyProject } from '../cli/project-copy.ts';
import { test } from '../own-test.ts';
import { longIf } from '../slow.ts';
import { githubOutputsIn, gitlabVariablesIn } from './agents.ts';
import { asVariables, inAllServices, left, lines, recognisedIn, toldTo } from './in-pipeline.ts';

type Disturb = (typeof HOSTILE_SERVERS)[string];

const EVERYWHERE = HOSTILE_SERVERS['wherever it can'] ?? (() => null);
const DIRECT = ['run', '--runner', 'direct'];

/** Has a command meet a server, where all services run it; gives its exit code, and what it printed. */
async function against(
  disturb: Disturb,
  command: (environment: Readonly<Record<string, string>>) => ReturnType<typeof conformance>,
  token?: string,
) {
  const mock = await startMock(token === undefined ? {} : { tokens: [token] });
  const front = await startDisturbed(mock, disturb);
  try {
    return await command({ ...inAllServices(), ...liveSettings(front.endpoint) });
  } finally {
    await front.close();
    await mock.close();
  }
}

/** Nothing but what a run says reached an agent, wherever it reads. */
function expectOwnAlone(code: number | null, stdout: string, stderr: string): void {
  const { github, azure } = toldTo(stdout + stderr);
  expect(github.length).toBeGreaterThan(0);
  expect(github.length).toBeLessThanOrEqual(10);
  expect(azure.filter((one) => one === 'error' || one === 'warning')).toEqual(github);
  // A summary may be printed too.
  expect(toldTo(left('summary.md'))).toEqual({ github: [], azure: [] });
  const outputs = githubOutputsIn(left('output'));
  expect(Object.keys(outputs)).toEqual(['verdict', 'exit-code', 'passed', 'failed', 'inconclusive']);
  expect(outputs['exit-code']).toBe(String(code));
  expect(Object.values(gitlabVariablesIn(left('reports/conformance.env')))).toEqual(Object.values(outputs));
}

/** Where texts reach most of what a run tells; the others are for the long tests. */
const MOST = [
  'in what is no HTTP',
  'in the reason phrase, an error and a header of a 500',
  'wherever it can',
];

for (const [where, disturb] of Object.entries(HOSTILE_SERVERS)) {
  test(`no text of a target is a command to an agent, ${where} ${MOST.includes(where) ? '@slow' : '@long'}`, async () => {
    const { code, stdout, stderr } = await against(disturb, (environment) =>
      conformance(DIRECT, environment),
    );
    expectOwnAlone(code, stdout, stderr);
  });
}

/** Answers each DELETE with a body that has the next of some texts wherever one is shown. */
function refusing(texts: readonly string[]): Disturb {
  let at = 0;
  return ({ method }) => {
    if (method !== 'DELETE') return null;
    const text = texts[at % texts.length] ?? '';
    at += 1;
    const body = JSON.stringify({ error_code: text, error_msg: text, [text]: text });
    return {
      after: (response) => response.writeHead(400, { 'content-type': 'application/json' }).end(body),
    };
  };
}

test('each hostile text alone, at the beginning of what is shown, is none either @slow', async () => {
  for (const half of [0, 1]) {
    const pieces = HOSTILE_PIECES.filter((_, at) => at % 2 === half);
    const { stdout, stderr } = await against(refusing(pieces), (environment) =>
      conformance(DIRECT, environment),
    );
    expect(toldTo(stdout + stderr).github).not.toEqual([]);
  }
});

test('a run under Playwright tells the same, before what people read @slow', async () => {
  const { code, stdout, stderr } = await against(atFirst(6, EVERYWHERE), (environment) =>
    conformance(['run'], environment),
  );
  expectOwnAlone(code, stdout, stderr);
  expect(recognisedIn(stderr)).toEqual([]);
  expect(stdout.lastIndexOf('##vso[')).toBeLessThan(stdout.indexOf('NON-CONFORMANT'));
  expect(left('summary.md')).toBe(left('reports/conformance.md'));
});

test("under Playwright's own command, another reporter keeps standard output for itself @long", async () => {
  const { stdout, stderr } = await against(EVERYWHERE, (environment) =>
    playwright(['--reporter=json'], environment),
  );
  expect(JSON.parse(stdout).suites).toHaveLength(1);
  expectOwnAlone(1, '', stderr);
});

const TOKEN = 'MIIQabcde4f1d0f2c9b';

/** All that a run printed and left for agents. */
function given({ stdout, stderr }: { readonly stdout: string; readonly stderr: string }): string {
  const files = [left('summary.md'), left('output'), left('reports/conformance.env')];
  return [stdout, stderr, ...files].join('\n');
}

test('no token is told to an agent, not even to be hidden, whatever a target echoes @slow', async () => {
  const spelt = [TOKEN, encodeURIComponent(TOKEN), Buffer.from(TOKEN).toString('base64')].join(' ');
  const ended = await against(
    refusing([spelt]),
    (environment) => conformance(DIRECT, { ...environment, MODELARTS_AUTH_TOKEN: TOKEN }),
    TOKEN,
  );
  expect(toldTo(ended.stdout).github).toContain('error');
  expect(left('output')).toContain('verdict=non-conformant');
  expect(disclosed(Buffer.from(given(ended)), [TOKEN])).toEqual([]);
});

for (const runner of ['direct', 'playwright']) {
  test(`where a report of a ${runner} run holds a secret, agents are told of the fault and nothing of the report${longIf(runner === 'playwright')}`, async () => {
    const copy = copyProject();
    const leak = 'report: { ...report, reason: report.reason + process.env.MODELARTS_AUTH_TOKEN }';
    copy.replace('dist', /report:\s*withoutSecrets\d*\(report,\s*secrets\)/, leak);
    const ended = await against(
      () => null,
      (environment) =>
        conformance(['run', '--runner', runner], { ...environment, MODELARTS_AUTH_TOKEN: TOKEN }, copy.main),
      TOKEN,
    );
    const outputs = lines('', 4, ['', '', '']);
    expect([ended.code, toldTo(ended.stdout + ended.stderr)]).toEqual([
      4,
      { github: ['error'], azure: ['error', ...outputs] },
    ]);
    expect(left('output')).toBe(`${outputs.join('\n')}\n`);
    expect(left('reports/conformance.env')).toBe(asVariables(outputs));
    expect(left('summary.md')).toMatch(/Exit code 4\.\n\n# Conformance: no verdict\n$/);
    expect(disclosed(Buffer.from(given(ended)), [TOKEN])).toEqual([]);
  });
}
