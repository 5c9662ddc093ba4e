import { expect } from '@playwright/test';
import { type JudgeInput, judge } from '../../src/engine/judge/judge.ts';
import type { Given } from '../../src/engine/judge/rule.ts';
import type { Evidence } from '../../src/engine/model/evidence.ts';
import type { RecordedResponse } from '../../src/engine/model/exchange.ts';
import type { JudgedRequirement } from '../../src/engine/model/report.ts';
import { test } from '../own-test.ts';
import { answer, DELETED, deletion, evidence, PROBLEM, raw, refusal, TWIN, WITH } from '../rules/build.ts';
import { lost } from '../rules/steps.ts';
import { caseFiles, casesOf, GENERAL, OF_PLUGINS } from './all-cases.ts';
import { given } from './contract.ts';

function judged(
  runs: readonly Evidence[],
  source: JudgeInput['source'] = 'install',
  { suite, contract }: Given = given,
): ReadonlyMap<string, JudgedRequirement> {
  const all = judge({ suite, contract, evidence: runs, source, settleTimeoutMs: 900_000 });
  return new Map(all.map((one) => [one.id, one]));
}

test('over every case of every rule: a reason where it neither passed nor failed, a basis for each finding @slow', async () => {
  const offenders: string[] = [];
  const files = [GENERAL, OF_PLUGINS].flatMap((all) => caseFiles(all).map((file) => [all, file] as const));
  for (const [folder, file] of files) {
    for (const { title, evidence: runs } of await casesOf(folder, file)) {
      // Of millions of values one tells as much as any.
      if (JSON.stringify(runs).length > 100_000) continue;
      const all = judged(runs, 'install', folder.given);
      for (const { id, outcome, because, findings } of all.values()) {
        const isPlain = outcome === 'passed' || outcome === 'failed';
        const isTold = because !== undefined && /^[A-Z`].*\.$/s.test(because.reason);
        const leads = because?.requirement === undefined || all.has(because.requirement);
        const isBased = findings.every(({ basis }) => basis !== undefined);
        if (isPlain === isTold || !leads || !isBased) offenders.push(`${file}, ${title}: ${id} ${outcome}`);
      }
    }
  }
  expect(offenders).toEqual([]);
});

/** What the three requests are answered that are to be answered 404; the last one is answered like the one before where it is not told. */
function unknown(one: RecordedResponse, other = one, last = other): readonly Evidence[] {
  return [
    evidence('unknown', [...refusal(one, 'unknown-note'), ...refusal(other, 'unknown-notebook')]),
    evidence('repeated', refusal(last), { from: 200 }),
  ];
}

/** A problem that tells of these errors. */
function withErrors(...errors: readonly object[]): RecordedResponse {
  return answer(404, { ...PROBLEM, errors });
}

/** The 404 that came, one requirement that it does not show, why not, and what that follows from. */
const UNSEEN: readonly (readonly [
  title: string,
  response: RecordedResponse,
  id: string,
  reason: string,
  from?: string,
])[] = [
  ['no JSON', raw(404, { data: '{' }), 'delete.404.body.title', 'the body is no JSON', 'delete.404.json'],
  ['no body', raw(404, {}), 'delete.404.json.encoding', 'the body is empty', 'delete.404.json'],
  [
    'a coding that cannot be undone',
    raw(404, { data: 'x', codingError: 'gzip: no' }),
    'delete.404.members',
    'the body could not be read',
    'delete.404.json',
  ],
  [
    'a body that nests too deep',
    raw(404, { data: '['.repeat(2000) + ']'.repeat(2000) }),
    'delete.404.members',
    'the body nests too deep to be read',
    'delete.404.body',
  ],
  ['an array', answer(404, []), 'delete.404.members', 'the body is no object', 'delete.404.body'],
  ['an array', answer(404, []), 'delete.404.body.title', 'the body is no object', 'delete.404.body'],
  [
    'no object that would hold the member',
    withErrors({ detail: 'No.' }),
    'delete.404.body.errors.found.length',
    '`errors[0].found` is missing',
    'delete.404.body.errors.found',
  ],
  [
    'a text for that object',
    withErrors({ detail: 'No.', found: 'Much.' }),
    'delete.404.body.errors.found.length',
    '`errors[0].found` is not an object',
    'delete.404.body.errors.found',
  ],
  [
    'an optional member that is absent',
    answer(404, PROBLEM),
    'delete.404.body.detail',
    'the member is absent, as it may be',
  ],
  [
    'an optional holder that is absent',
    answer(404, PROBLEM),
    'delete.404.body.errors.allowed.length',
    '`errors` is absent, as it may be',
    'delete.404.body.errors',
  ],
  [
    'an empty list',
    withErrors(),
    'delete.404.body.errors.detail',
    '`errors` is empty',
    'delete.404.body.errors',
  ],
  [
    'items without an optional holder',
    withErrors({ detail: 'No.', found: { length: 1 } }),
    'delete.404.body.errors.allowed.length',
    '`errors.allowed` is absent, as it may be',
    'delete.404.body.errors.allowed',
  ],
];

for (const [title, response, id, reason, from] of UNSEEN) {
  test(`a 404 with ${title}: why ${id} was not observed`, () => {
    const one = judged(unknown(response)).get(id);
    const whole = `In every 404 that came ${reason}.`;
    expect([one?.outcome, one?.because]).toEqual([
      'not-observed',
      from === undefined ? { reason: whole } : { reason: whole, requirement: from },
    ]);
  });
}

test('no 204 was seen: the reason says what came instead, and that it follows from that', () => {
  const refused = deletion(answer(404, PROBLEM));
  const runs = [evidence('there', refused), evidence('again', refused, { from: 100 })];
  expect(judged(runs).get('delete.204.body')?.because).toEqual({
    reason: 'No DELETE of a note was answered 204: each of the 2 was answered 404.',
    requirement: 'delete.204.status',
  });
});

test('no 404 was seen: the reason says what came instead, of each status how often', () => {
  const reasonOf = (runs: readonly Evidence[]) =>
    judged([...runs, TWIN]).get('delete.404.body.title')?.because?.reason;
  const [gone, strange] = [answer(410, PROBLEM), answer(409, PROBLEM)];
  expect(reasonOf(unknown(gone, strange, gone))).toBe(
    'No DELETE that had to be refused was answered 404: 2 answered 410, 1 answered 409.',
  );
  expect(reasonOf(unknown(gone).slice(0, 1))).toBe(
    'No DELETE that had to be refused was answered 404: 2 answered 410, 1 got no whole answer.',
  );
  expect(reasonOf(unknown(gone))).toBe(
    'No DELETE that had to be refused was answered 404: each of the 3 was answered 410.',
  );
});

test('no answer of the default was seen: those with a status of their own are none', () => {
  const steps = [
    ...refusal(answer(404, PROBLEM), 'ill-formed-note'),
    ...refusal(DELETED, 'ill-formed-notebook'),
  ];
  const one = judged([evidence('ill-formed', steps), TWIN]).get('delete.default.body.title');
  expect([one?.outcome, one?.because?.reason]).toEqual([
    'not-observed',
    'No DELETE that had to be refused was answered with any other status: 2 got no whole answer, 1 answered 404, 1 answered 204.',
  ]);
  const credentials = [...refusal(DELETED, 'no-token'), ...refusal(DELETED, 'wrong-token')];
  const runs = [evidence('credentials', credentials), evidence('ill-formed', steps, { from: 50 }), TWIN];
  expect(judged(runs).get('delete.default.body.title')?.because?.reason).toBe(
    'No DELETE that had to be refused was answered with any other status: 3 answered 204, 1 answered 404.',
  );
});

test('of bodies that lack it in several ways each is told, and how often', () => {
  const runs = unknown(raw(404, { data: '<' }), raw(404, {}), raw(404, { data: '{' }));
  expect(judged([...runs, TWIN]).get('delete.404.body.title')?.because).toEqual({
    reason: 'In no 404 that came it could be seen: the body is no JSON (2 of 3), the body is empty (1 of 3).',
    requirement: 'delete.404.json',
  });
});

test('what follows from no accepted DELETE says so, as does what the settings rule out', () => {
  const refused = judged([evidence('there', deletion(answer(400, PROBLEM)))]);
  expect(refused.get('delete.effect.gone')?.because).toEqual({
    reason: 'No DELETE of a note was accepted.',
    requirement: 'delete.204.status',
  });
  const existing = judged([TWIN], 'existing').get('delete.204.again');
  expect([existing?.outcome, existing?.because?.reason]).toEqual([
    'not-applicable',
    expect.stringContaining('`NOTES_SOURCE` is `existing`'),
  ]);
});

test('trouble and drift give their own sentence as the reason, and a refusal without its twin what it lacks', () => {
  const all = judged([
    evidence('credentials', [WITH, lost('silent'), WITH]),
    evidence('ill-formed', refusal(answer(404, PROBLEM))),
    TWIN,
  ]);
  expect(all.get('delete.access.no-token')?.because).toEqual({ reason: 'It was silent.' });
  const drifted = all.get('delete.default.ill-formed.note');
  expect([drifted?.outcome, drifted?.because?.reason, drifted?.findings[0]?.basis]).toEqual([
    'drift',
    'A DELETE with a name of a note that is too long was answered 404.',
    'reading',
  ]);
  const alone = judged([evidence('credentials', refusal(answer(401, PROBLEM)))]);
  expect(alone.get('delete.access.no-token')?.because).toEqual({
    reason: expect.stringMatching(/^The refusal proves nothing: /),
    requirement: 'delete.204.status',
  });
});
