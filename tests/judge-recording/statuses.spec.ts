import { expect } from '@playwright/test';
import type { Outcome } from '../../src/engine/model/requirement.ts';
import { test } from '../own-test.ts';
import { isStoodFor, slowIf } from '../slow.ts';
import { changed, type Entry, entryOf, HOST, harOf, PLUGIN, written } from './har.ts';
import { idsOf, judged } from './judged.ts';

type Change = (entry: Entry) => void;

/** What an answer of this status, and its request, makes of the requirement of the status, and of all. */
const STATUSES: readonly (readonly [status: number, outcome: Outcome, exit: number, change?: Change])[] = [
  [200, 'passed', 0],
  [400, 'passed', 0],
  [201, 'failed', 1],
  [204, 'failed', 1],
  [418, 'failed', 1],
  [500, 'failed', 1],
  [404, 'not-observed', 0],
  [405, 'not-observed', 0],
  [409, 'not-observed', 0],
  [401, 'not-observed', 0, withoutCredentials],
  [403, 'not-observed', 0, withoutCredentials],
  [401, 'inconclusive', 3],
  [403, 'inconclusive', 3],
  [429, 'inconclusive', 3],
  [502, 'inconclusive', 3],
  [503, 'inconclusive', 3],
  [504, 'inconclusive', 3],
  [302, 'inconclusive', 3],
  [0, 'inconclusive', 3],
];

for (const [at, [status, outcome, exit, change = () => undefined]] of STATUSES.entries()) {
  test(`an answer ${status}${change === withoutCredentials ? ' without credentials' : ''}: ${outcome}, exit ${exit}${slowIf(isStoodFor(at))}`, async () => {
    const { report } = await judged(written(harOf([changed(status, change)])));
    const ofStatus = report.requirements.find(({ id }) => id === 'delete.status.documented');
    expect([ofStatus?.outcome, report.run.exitCode]).toEqual([outcome, exit]);
  });
}

function withoutCredentials({ request }: Entry): void {
  request.headers.splice(0);
}

test('what says nothing gives way to what does, and a redirect is judged where others are answered', async () => {
  const troubled = await judged(written(harOf([entryOf(429), entryOf(0), entryOf(200)])));
  expect([troubled.report.run.exitCode, idsOf(troubled.report, 'inconclusive')]).toEqual([0, []]);
  const redirected = await judged(written(harOf([entryOf(302), entryOf(200)])));
  expect(idsOf(redirected.report, 'failed')).toEqual(['delete.status.documented']);
});

test('a preflight, other methods and other paths are no operation, and the base is taken away where it is given', async () => {
  const other = (method: string, url: string) =>
    changed(418, ({ request }) => Object.assign(request, { method, url }));
  const strangers = [
    other('OPTIONS', PLUGIN),
    other('PUT', PLUGIN),
    other('DELETE', `${PLUGIN}/more`),
    other('DELETE', `${HOST}/gateway${new URL(PLUGIN).pathname}`),
    other('DELETE', 'data:text/plain,none'),
  ];
  const path = written(harOf(strangers));
  const none = await judged(path);
  expect([none.report.run.exitCode, none.exchanges]).toEqual([3, []]);
  expect(none.report.reason).toContain(`\`${HOST}/gateway\``);
  const below = await judged(path, `${HOST}/gateway/`);
  expect([below.report.run.exitCode, below.exchanges.length]).toEqual([1, 1]);
  expect((await judged(path, `${HOST}/gate`)).exchanges).toEqual([]);
});
