import { expect } from '@playwright/test';
import fc from 'fast-check';
import { judge } from '../../src/engine/judge/judge.ts';
import { test } from '../own-test.ts';
import { answer, deletion, evidence, plugin, refusal, TWIN } from '../suites/modelarts-plugins/build.ts';
import { given } from '../suites/modelarts-plugins/given.ts';
import { bodiesOf } from './bodies-of-schema.ts';
import { nearlyDateTimes } from './date-times.ts';
import { mutatedBodies } from './mutated-bodies.ts';
import { byDescription, byGeneratedSchema, type Verdict } from './second-validator.ts';

// The seed is fixed, so that a disagreement is found again; fast-check prints it with the body.
const SEED = 20251126;

/** How many bodies of each kind are judged three times: by our rules, by the generated schema, by the description. */
const RUNS = 200;

/** Whether our rules find nothing wrong with the fields of a body, in a whole run's evidence. */
const ours: Readonly<Record<200 | 400, Verdict>> = {
  200: (body) => holds('delete.200.body', [evidence('installed', deletion(answer(200, body)))]),
  400: (body) => holds('delete.400.body', [evidence('ill-formed', refusal(answer(400, body))), TWIN]),
};

function holds(chapter: string, seen: Parameters<typeof judge>[0]['evidence']): boolean {
  const judged = judge({
    ...given,
    evidence: seen,
    source: 'install',
    settleTimeoutMs: 900_000,
  }).filter(({ id }) => id === chapter || id.startsWith(`${chapter}.`));
  return judged.every(({ outcome }) => outcome === 'passed' || outcome === 'not-observed');
}

const right200 = bodiesOf('DeletedPlugin');
const right400 = bodiesOf('Error');
const changed200 = mutatedBodies(right200);
const changed400 = mutatedBodies(right400);
/**
 * Leap seconds are compared apart. The library has a list of those that there were, and finds no June there, as it
 * writes a month of one digit; our rule takes 23:59:60 UTC on any day, since the next one is on no list.
 */
const LEAP = /:60\D/;
const dated200 = fc
  .tuple(
    right200,
    nearlyDateTimes.filter((text) => !LEAP.test(text)),
  )
  .map(([body, creationTimestamp]) => ({ ...Object(body), metadata: { name: '', creationTimestamp } }));
const resourced200 = fc
  .tuple(right200, mutatedBodies(bodiesOf('PluginResources')))
  .map(([body, changed]) => ({ ...Object(body), status: { phase: 'Running', resources: [{}, changed] } }));

/** The kinds of bodies, and the share of them that is valid: both verdicts have to occur, where both can. */
const kinds = [
  { status: 200, title: 'made from the schema', bodies: right200, share: [1, 1] },
  { status: 200, title: 'with one value changed', bodies: changed200, share: [0.2, 0.8] },
  { status: 200, title: 'with almost a date-time', bodies: dated200, share: [0.1, 0.8] },
  { status: 200, title: 'with a resource changed', bodies: resourced200, share: [0.2, 0.8] },
  { status: 200, title: 'of any JSON', bodies: fc.jsonValue(), share: [0, 0] },
  { status: 400, title: 'made from the schema', bodies: right400, share: [1, 1] },
  { status: 400, title: 'with one value changed', bodies: changed400, share: [0.2, 0.8] },
  { status: 400, title: 'of any JSON', bodies: fc.jsonValue(), share: [0, 0] },
] as const;

for (const { status, title, bodies, share } of kinds) {
  test(`of ${RUNS} bodies of a ${status} ${title}, a second validator says what our rules say @slow`, async () => {
    const second = await byGeneratedSchema(status);
    const third = await byDescription(status);
    let valid = 0;
    // Compared without `expect`, each of which is a step to Playwright and slows down the next.
    const agree = fc.property(bodies, (made) => {
      const body: unknown = JSON.parse(JSON.stringify(made));
      const right = ours[status](body);
      if (right) valid += 1;
      return second(body) === right && third(body) === right;
    });
    fc.assert(agree, { numRuns: RUNS, seed: SEED });
    expect(valid / RUNS).toBeGreaterThanOrEqual(share[0]);
    expect(valid / RUNS).toBeLessThanOrEqual(share[1]);
  });
}

for (const [status, bodies, keyword] of [
  [200, changed200, 'type'],
  [200, changed200, 'required'],
  [200, changed200, 'enum'],
  [200, resourced200, 'minimum'],
  [200, dated200, 'format'],
  [400, changed400, 'required'],
  [400, changed400, 'pattern'],
  [400, changed400, 'minLength'],
] as const) {
  test(`the two disagree on a ${status} once the schema has lost each \`${keyword}\` @slow`, async () => {
    const second = await byGeneratedSchema(status, keyword);
    const agree = fc.property(bodies, (made) => {
      const body: unknown = JSON.parse(JSON.stringify(made));
      return second(body) === ours[status](body);
    });
    expect(fc.check(agree, { numRuns: RUNS, seed: SEED, endOnFailure: true }).failed).toBe(true);
  });
}

for (const [text, our, their] of [
  ['2016-12-31T23:59:60Z', true, true],
  ['2017-01-01T07:59:60.5+08:00', true, true],
  ['2016-12-31T23:58:60Z', false, false],
  ['2016-12-31T23:59:60+08:00', false, false],
  ['2015-06-30T23:59:60Z', true, false],
  ['2025-12-31T23:59:60Z', true, false],
] as const) {
  test(`the leap second ${text} is ${our ? 'one' : 'none'} to us${our === their ? ' both' : ', not to the library'} @slow`, async () => {
    const second = await byGeneratedSchema(200);
    const body = plugin('node-local-dns', { metadata: { name: '', creationTimestamp: text } });
    expect([ours[200](body), second(body)]).toEqual([our, their]);
  });
}
