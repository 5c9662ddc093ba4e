import { expect } from '@playwright/test';
import { startMock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { test } from '../own-test.ts';
import { isStoodFor, slowIf } from '../slow.ts';
import {
  answering,
  answeringAfterwards,
  type Disturbance,
  hangingUp,
  losingTheAnswer,
  type Passing,
  startDisturbed,
} from './disturbed.ts';
import { idsOf, liveSettings, run } from './run.ts';

/** What befalls which requests, and what the run then says. */
interface Case {
  readonly disturb: (passing: Passing) => Disturbance;
  readonly verdict: 'conformant' | 'non-conformant' | 'inconclusive';
  readonly failed?: readonly string[];
  readonly inconclusive?: readonly string[];
  /** Found among the notes and the causes. */
  readonly told?: RegExp;
  /** Accepted DELETEs and installs that reached the target. */
  readonly installs?: number;
}

const isList = ({ method, onList }: Passing) => method === 'GET' && onList;
const isInstall = ({ method, onList }: Passing) => method === 'POST' && onList;
const isShow = ({ method, own }: Passing) => method === 'GET' && own;
const isDelete = ({ method, own }: Passing) => method === 'DELETE' && own;
const isIllFormedPool = ({ method, path }: Passing) =>
  method === 'DELETE' && path.includes('Not_A_Name%21/plugins');

const cases: Readonly<Record<string, Case>> = {
  'a first List that is throttled once is asked again': {
    disturb: (p) => (isList(p) && p.before === 0 ? answering(429, { 'retry-after': '0' }) : null),
    verdict: 'conformant',
    told: /A GET was answered 429 and sent again/,
  },
  'a List that is 503 now and then is asked again': {
    disturb: (p) => (isList(p) && p.before === 3 ? answering(503, { 'retry-after': '0' }) : null),
    verdict: 'conformant',
    told: /answered 503 and sent again/,
  },
  'a first List that stays 503 ends the run': {
    disturb: (p) => (isList(p) ? answering(503, { 'retry-after': '0' }) : null),
    verdict: 'inconclusive',
    told: /could not be listed at all.*503/,
    installs: 0,
  },
  'refused credentials end the run': {
    disturb: () => answering(401),
    verdict: 'inconclusive',
    told: /401.*APIGW\.0201/,
    installs: 0,
  },
  'a login page in front of everything ends the run': {
    disturb: () => answering(302, { location: 'https://login.example.com/' }),
    verdict: 'inconclusive',
    told: /302/,
    installs: 0,
  },
  'an install that is refused is not the fault of the deletion': {
    disturb: (p) => (isInstall(p) ? answering(400) : null),
    verdict: 'inconclusive',
    told: /could not be installed.*400/,
  },
  'an install whose answer is lost is found by Show': {
    disturb: (p) => (isInstall(p) && p.before === 0 ? losingTheAnswer : null),
    verdict: 'conformant',
  },
  'an install that fails is not the fault of the deletion': {
    disturb: (p) => (isShow(p) ? phased('Abnormal') : null),
    verdict: 'inconclusive',
    told: /Abnormal/,
  },
  'an install that does not end is not the fault of the deletion': {
    disturb: (p) => (isShow(p) ? phased('Pending') : null),
    verdict: 'inconclusive',
    told: /Pending/,
  },
  'a DELETE that is throttled is sent again': {
    disturb: (p) => (isDelete(p) && p.before === 0 ? answering(429, { 'retry-after': '0' }) : null),
    verdict: 'conformant',
    told: /A DELETE was answered 429 and sent again/,
    installs: 2,
  },
  'a DELETE whose answer is lost is judged by another instance': {
    disturb: (p) => (isDelete(p) && p.before === 0 ? losingTheAnswer : null),
    verdict: 'conformant',
    told: /another instance was installed/,
    installs: 3,
  },
  'a DELETE whose answer is lost on two instances violates the contract': {
    disturb: (p) => (isDelete(p) && p.before <= 1 ? losingTheAnswer : null),
    verdict: 'non-conformant',
    failed: ['delete.200.status'],
  },
  'a DELETE that is 503 once and changes nothing is sent once more': {
    disturb: (p) => (isDelete(p) && p.before === 0 ? answering(503) : null),
    verdict: 'conformant',
    told: /sent once more/,
    installs: 2,
  },
  'a DELETE that stays 503 and changes nothing could not be tested': {
    disturb: (p) => (isDelete(p) ? answering(503) : null),
    verdict: 'inconclusive',
    inconclusive: ['delete.200.status'],
  },
  'a DELETE that is 502 and takes effect violates the contract': {
    disturb: (p) => (isDelete(p) && p.before === 0 ? answeringAfterwards(502) : null),
    verdict: 'non-conformant',
    failed: ['delete.200.status'],
  },
  'a DELETE that is 500 while List is answered violates the contract': {
    disturb: (p) => (isDelete(p) && p.before === 0 ? answering(500) : null),
    verdict: 'non-conformant',
    failed: ['delete.200.status'],
  },
  'a DELETE that the credentials do not allow could not be tested': {
    disturb: (p) => (isDelete(p) ? answering(403) : null),
    verdict: 'inconclusive',
    inconclusive: ['delete.200.status'],
  },
  'a DELETE that is 403 and takes effect is no refusal': {
    disturb: (p) => (isDelete(p) && p.before === 0 ? answeringAfterwards(403) : null),
    verdict: 'non-conformant',
    failed: ['delete.effect.refused-unchanged'],
  },
  'a refusal that hangs up once is asked again': {
    disturb: (p) => (isIllFormedPool(p) && p.before === 0 ? hangingUp : null),
    verdict: 'conformant',
    told: /sent once more/,
  },
  'a refusal that hangs up twice while List is answered violates the contract': {
    disturb: (p) => (isIllFormedPool(p) ? hangingUp : null),
    verdict: 'non-conformant',
    failed: ['delete.400.ill-formed.pool-name'],
  },
  'a refusal that stays 504 and changes nothing could not be tested': {
    disturb: (p) => (isIllFormedPool(p) ? answering(504) : null),
    verdict: 'inconclusive',
    inconclusive: ['delete.400.ill-formed.pool-name'],
  },
};

for (const [at, [what, one]] of Object.entries(cases).entries()) {
  const { disturb, verdict, failed = [], inconclusive, told, installs } = one;
  // Whole runs, which take a minute together.
  test(`${what}${slowIf(isStoodFor(at) || /^a DELETE that (?:is|stays) 503/.test(what))}`, async () => {
    const mock = await startMock();
    const disturbed = await startDisturbed(mock, disturb);
    const { report, exchanges } = (await run(liveSettings(disturbed.endpoint))).input;
    await disturbed.close();
    await mock.close();
    expect(idsOf(report, 'failed')).toEqual(failed);
    expect(report.verdict).toBe(verdict);
    if (inconclusive !== undefined)
      expect(idsOf(report, 'inconclusive')).toEqual(expect.arrayContaining([...inconclusive]));
    const words = [
      report.reason,
      ...report.notes.map(({ message }) => message),
      ...report.scenarios.map(({ blocked }) => blocked?.cause),
    ];
    expect(words.join('\n')).toMatch(told ?? /./);
    if (installs !== undefined) {
      expect(
        exchanges.filter(({ purpose, response }) => purpose === 'install' && response?.status === 200),
      ).toHaveLength(installs);
    }
  });
}

test('a refused connection is inconclusive, and says what was tried', async () => {
  const mock = await startMock();
  await mock.close();
  const { report } = (await run(liveSettings(mock.endpoint))).input;
  expect(report.verdict).toBe('inconclusive');
  expect(report.scenarios[0]?.blocked).toMatchObject({
    cause: expect.stringContaining('ECONNREFUSED'),
    remedy: expect.stringContaining('MODELARTS_ENDPOINT'),
  });
  expect(idsOf(report, 'passed', 'failed')).toEqual([]);
});

test('a refusal that deletes and hangs up, met twice while List is answered, violates the contract @slow', async () => {
  const mock = await startMock();
  const { endpoint, options } = mock;
  const { projectId, poolName, templateName, tokens } = options;
  const plugin = `${endpoint}/v2/${projectId}/pools/${poolName}/plugins/${templateName}`;
  const disturbed = await startDisturbed(mock, (passing) =>
    isIllFormedPool(passing)
      ? {
          after: (response) => {
            const removed = fetch(plugin, { method: 'DELETE', headers: { 'x-auth-token': tokens[0] ?? '' } });
            removed.then(() => response.destroy());
          },
        }
      : null,
  );
  const { report } = (await run(liveSettings(disturbed.endpoint))).input;
  expect(idsOf(report, 'failed')).toContain('delete.400.ill-formed.pool-name');
  await disturbed.close();
  await mock.close();
});

function phased(phase: string): Disturbance {
  return {
    after: (response, { status, body }) =>
      response.writeHead(status).end(body.replace(/"phase":"[A-Za-z]+"/, `"phase":"${phase}"`)),
  };
}
