import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { WRONG_TOKEN } from '../../src/suites/huaweicloud/credentials.ts';
import type { MockOptions } from '../../src/suites/modelarts-plugins/mock/options.ts';
import { MOCK_DEFAULTS, startMock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { test } from '../own-test.ts';
import { answering, type Disturbance, type Passing, startDisturbed } from './disturbed.ts';
import { type Environment, idsOf, liveSettings, run } from './run.ts';

const isList = ({ method, path }: Passing) =>
  method === 'GET' && path.endsWith(`${MOCK_DEFAULTS.poolName}/plugins`);
const isShow = ({ method, own }: Passing) => method === 'GET' && own;
const isDelete = ({ method, own }: Passing) => method === 'DELETE' && own;
const isIllFormed = ({ method, path }: Passing) =>
  method === 'DELETE' && path.includes('/pools/Not_A_Name%21/');
const isWrongToken = ({ headers }: Passing) => headers['x-auth-token'] === WRONG_TOKEN;

const ILL_FORMED = 'delete.400.ill-formed.pool-name';
const EXISTING = { MODELARTS_PLUGIN_SOURCE: 'existing' };
const GIVEN = {
  templateName: 'node-local-dns',
  version: '1.6.36',
  inputs: {},
  creationTimestamp: '2025-03-17T12:29:18Z',
};

interface Walked {
  readonly environment?: Environment;
  readonly attempts?: number;
  readonly delay?: number;
  readonly mock?: Partial<MockOptions>;
  /** Called with each line that is told. */
  readonly onLine?: (line: string, interrupt: AbortController) => void;
}

/** Runs with something between the suite and the mock, in up to three attempts. */
async function attemptedRun(disturb: (passing: Passing) => Disturbance, options: Walked = {}) {
  const { environment = {}, attempts = 3, delay = 0, onLine } = options;
  const mock = await startMock(options.mock);
  const disturbed = await startDisturbed(mock, disturb);
  const interrupt = new AbortController();
  const lines = { push: (line: string) => onLine?.(line, interrupt) };
  const { input, written } = await run(
    { ...liveSettings(disturbed.endpoint), ...environment },
    { attempts, delay, interrupt: interrupt.signal, said: lines },
  );
  await disturbed.close();
  await mock.close();
  const { report, exchanges } = input;
  const sent = (kind: (passing: Passing) => boolean) => disturbed.passed.filter(kind).length;
  const read = (name: string) => readFileSync(written.find((one) => one.endsWith(name)) ?? '', 'utf8');
  const of = (id: string) => report.requirements.find((one) => one.id === id);
  const notes = report.notes.map(({ message }) => message).join('\n');
  return { report, exchanges, sent, read, of, notes };
}

/** What a gateway answers at the first requests of a kind. */
function troubled(kind: (passing: Passing) => boolean, most: number) {
  return (passing: Passing) =>
    kind(passing) && passing.before < most ? answering(503, { 'retry-after': '0' }) : null;
}

test('what ended inconclusive alone is walked again, and the reports say at which attempt it was conclusive @slow', async () => {
  const { report, exchanges, sent, read, of, notes } = await attemptedRun(troubled(isIllFormed, 2));
  expect(report.verdict).toBe('conformant');
  expect(report.run).toMatchObject({ attempts: 2, mostAttempts: 3 });
  expect(of(ILL_FORMED)).toMatchObject({ outcome: 'passed', findings: [], attempts: 2 });
  expect(of('delete.400.ill-formed.template-name')).not.toHaveProperty('attempts');
  // Twice in the first attempt, once in the second; nothing else once more, and nothing is installed for it.
  expect(sent(isIllFormed)).toBe(3);
  const again = exchanges.filter(({ attempt }) => attempt === 2);
  expect(new Set(again.map(({ probe }) => probe))).toEqual(new Set(['ill-formed-pool']));
  expect(exchanges.filter(({ purpose }) => purpose === 'install')).toHaveLength(2);
  expect(notes).toContain('walked again, in attempt 2 of 3: `ill-formed-pool`');
  const { log } = JSON.parse(read('evidence.har')) as { log: { entries: { _attempt: number }[] } }; // our own
  expect(log.entries.map(({ _attempt }) => _attempt)).toEqual(exchanges.map(({ attempt = 1 }) => attempt));
  for (const name of ['conformance.html', 'conformance.md', 'junit.xml'])
    expect(read(name)).toContain('Conclusive at the 2nd of 3 attempts.');
});

test('what no attempt could test stays inconclusive, and the reports say after how many @slow', async () => {
  const { report, of, sent, read } = await attemptedRun(troubled(isIllFormed, 9));
  expect(report.verdict).toBe('inconclusive');
  expect(report.run).toMatchObject({ attempts: 3, mostAttempts: 3 });
  expect(of(ILL_FORMED)).toMatchObject({ outcome: 'inconclusive', attempts: 3 });
  expect(sent(isIllFormed)).toBe(6);
  for (const name of ['conformance.html', 'conformance.md', 'junit.xml'])
    expect(read(name)).toContain('Inconclusive after 3 attempts.');
});

test('a violation of any attempt stays, whatever another one shows @slow', async () => {
  const isOther = ({ method, path }: Passing) => method === 'DELETE' && path.endsWith('/Not_A_Name%21');
  const first = await attemptedRun((passing) =>
    isOther(passing) && passing.before === 0 ? answering(500) : troubled(isIllFormed, 2)(passing),
  );
  expect(first.report.verdict).toBe('non-conformant');
  expect(idsOf(first.report, 'failed')).toContain('delete.400.ill-formed.template-name');
  expect(first.of(ILL_FORMED)).toMatchObject({ outcome: 'passed', attempts: 2 });
  expect(first.sent(isOther)).toBe(1);
  const second = await attemptedRun((passing) =>
    isIllFormed(passing) && passing.before === 2 ? answering(500) : troubled(isIllFormed, 2)(passing),
  );
  expect(second.of(ILL_FORMED)).toMatchObject({ outcome: 'failed' });
});

test('a run whose first List fails is walked as a whole in the next attempt @slow', async () => {
  const { report } = await attemptedRun(troubled(isList, 3));
  expect(report.verdict).toBe('conformant');
  expect(report.run).toMatchObject({ attempts: 2, mostAttempts: 3 });
  expect(report.scenarios.every(({ state }) => state === 'carried-through')).toBe(true);
});

test("somebody else's instance and refused credentials are the same in each attempt: none follows", async () => {
  const others = await attemptedRun(() => null, { mock: { neighbours: [GIVEN] } });
  expect(others.sent(() => true)).toBe(1);
  expect(others.report.run).toMatchObject({ attempts: 1, mostAttempts: 3 });
  expect(others.read('conformance.md')).toContain('Inconclusive after 1 of 3 attempts.');
  const refused = await attemptedRun(() => answering(401));
  expect(refused.sent(() => true)).toBe(1);
});

test('with `existing` no attempt follows a DELETE with the credentials of the user @slow', async () => {
  const mock = { neighbours: [GIVEN] };
  const deleted = await attemptedRun(troubled(isDelete, 9), { mock, environment: EXISTING });
  expect(deleted.report.verdict).toBe('inconclusive');
  expect(deleted.report.run?.attempts).toBe(1);
  expect(deleted.sent(isDelete)).toBe(2);
  const listed = await attemptedRun(troubled(isList, 3), { mock, environment: EXISTING });
  expect(listed.report.verdict).toBe('conformant');
  expect(listed.report.run?.attempts).toBe(2);
  // The one that is accepted, and the same again once the plug-in is gone.
  expect(listed.sent(isDelete)).toBe(2);
});

test('an install that failed is removed before the next attempt, and not installed over where it cannot be @slow', async () => {
  const failing = (until: number) => {
    let deleted = 0;
    return (passing: Passing): Disturbance => {
      if (isDelete(passing)) deleted += 1;
      if (isDelete(passing) && until === 9) return answering(409);
      return isShow(passing) && deleted < until ? abnormal : null;
    };
  };
  const mended = await attemptedRun(failing(1));
  expect(mended.report.verdict).toBe('conformant');
  expect(mended.report.run?.attempts).toBe(2);
  const stuck = await attemptedRun(failing(9));
  expect(stuck.report.verdict).toBe('inconclusive');
  expect(stuck.sent(({ method, onList }) => method === 'POST' && onList)).toBe(1);
  expect(stuck.notes).toContain('could not be removed');
});

test('an interruption ends the wait before the next attempt, and removes what was installed @slow', async () => {
  const { report, sent, notes } = await attemptedRun(troubled(isIllFormed, 2), {
    delay: 86_400,
    onLine: (line, interrupt) => {
      if (line.includes('attempt 2 of 3')) setImmediate(() => interrupt.abort());
    },
  });
  expect(report.interrupted).toBe(true);
  expect(report.run?.attempts).toBe(1);
  expect([sent(isIllFormed), sent(isDelete)]).toEqual([2, 1]);
  expect(notes).not.toContain('may still be');
});

test('no attempt is waited for that the time of the run leaves none for @slow', async () => {
  const environment = { MODELARTS_RUN_TIMEOUT_MS: '86000000' };
  const { report, notes } = await attemptedRun(troubled(isIllFormed, 2), { delay: 86_400, environment });
  expect(report.verdict).toBe('inconclusive');
  expect(notes).toContain('There was no time left for another attempt at `ill-formed`.');
  expect(report.scenarios.every(({ state }) => state === 'carried-through')).toBe(true);
});

test('what outlasts every attempt at one scenario is not waited for at each of the rest @slow', async () => {
  let lists = 0;
  const outage = (passing: Passing) => (isList(passing) && ++lists > 6 ? answering(403) : null);
  const { report } = await attemptedRun(outage, { attempts: 2 });
  expect(report.verdict).toBe('inconclusive');
  const told = report.notes.filter(({ message }) => message.includes('walked again'));
  // What ended with it, `end-of-run`, is no scenario that could not be carried through.
  expect(told.map(({ message }) => /`([a-z-]+)`/.exec(message)?.[1])).toEqual(['methods', 'end-of-run']);
});

test('a wrong token is sent twice at most, and once in each further attempt @slow', async () => {
  const { sent, report } = await attemptedRun(troubled(isWrongToken, 9));
  expect(report.run?.attempts).toBe(3);
  expect(sent(isWrongToken)).toBe(4);
});

const abnormal: Disturbance = {
  after: (response, { status, body }) =>
    response.writeHead(status).end(body.replace(/"phase":"[A-Za-z]+"/, '"phase":"Abnormal"')),
};
