import { expect } from '@playwright/test';
import { judge } from '../../src/engine/judge/judge.ts';
import type { Given } from '../../src/engine/judge/rule.ts';
import type { Evidence } from '../../src/engine/model/evidence.ts';
import type { HeaderLine } from '../../src/engine/model/exchange.ts';
import { test } from '../own-test.ts';
import { answer, evidence, PROBLEM, raw, refusal, TWIN, WITH, WITHOUT } from '../rules/build.ts';
import { tried } from '../rules/steps.ts';
import { given } from './contract.ts';
import { givenWith, PROBLEM_CONTENT } from './described.ts';

function judged(by: Given, runs: readonly Evidence[], id: string) {
  const all = judge({ ...by, evidence: runs, source: 'install', settleTimeoutMs: 900_000 });
  const one = all.find((each) => each.id === id);
  if (one === undefined) throw new Error(`There is no \`${id}\`.`);
  return one;
}

const HTML: readonly HeaderLine[] = [['content-type', 'text/html']];

/** What answers a request that is to be refused: a page of a gateway, or of the endpoint itself. */
const page = (status: number) => raw(status, { data: '<p>No.</p>' }, HTML);

/** A refusal of a name that is too long after which nothing changed, and one after which the note is gone. */
const unchanged = (status: number) => [evidence('ill-formed', refusal(page(status))), TWIN];
const changed = (status: number) => [
  evidence('ill-formed', [WITH, tried(page(status)), WITHOUT, WITHOUT]),
  TWIN,
];

// What no expectation names is no trouble of its own where it does not come.
for (const [key, outcome] of [
  ['default', 'inconclusive'],
  ['5XX', 'not-observed'],
] as const) {
  test(`a page of a gateway is no answer that \`${key}\` documents, unless the request had an effect`, async () => {
    const { suite, contract } = await givenWith({ '5XX': { description: 'No.', content: PROBLEM_CONTENT } });
    const described = key === 'default' ? given : { suite, contract };
    const mediaType = `delete.${key}.media-type`;
    for (const status of [502, 503, 504]) {
      const untold = judged(described, unchanged(status), mediaType);
      expect([status, untold.outcome]).toEqual([status, outcome]);
      expect(untold.findings.filter(({ kind }) => kind !== 'trouble')).toEqual([]);
      expect([status, judged(described, changed(status), mediaType).outcome]).toEqual([status, 'failed']);
    }
    expect(judged(described, unchanged(500), mediaType).outcome).toBe('failed');
    expect(judged(described, unchanged(500), `delete.${key}.json`).outcome).toBe('failed');
  });
}

test('a status with a range of its own is none of the default', async () => {
  const described = await givenWith({ '5XX': { description: 'No.', content: PROBLEM_CONTENT } });
  expect(judged(described, unchanged(500), 'delete.default.media-type').outcome).toBe('not-observed');
  expect(judged(given, unchanged(500), 'delete.default.media-type').outcome).toBe('failed');
});

test('a body where none is documented is drift, and none is as it should be', async () => {
  const described = await givenWith({ 404: { description: 'There is no such note.' } });
  const of = (data: string) =>
    judged(described, [evidence('unknown', refusal(raw(404, { data }))), TWIN], 'delete.404.body');
  const drifted = of(JSON.stringify(PROBLEM));
  expect(drifted).toMatchObject({ level: 'SHOULD', outcome: 'drift', clause: expect.stringMatching(/404$/) });
  expect(drifted.findings).toEqual([
    expect.objectContaining({
      kind: 'drift',
      message: 'The answer has a body, and none is documented.',
      expected: 'no body',
      actual: expect.stringContaining('That cannot be done.'),
      note: expect.stringContaining('is a reading'),
    }),
  ]);
  expect(of('').outcome).toBe('passed');
  const other = [evidence('unknown', refusal(answer(410, PROBLEM))), TWIN];
  expect(judged(described, other, 'delete.404.body').outcome).toBe('not-observed');
});
