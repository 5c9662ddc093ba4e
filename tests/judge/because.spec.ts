import { expect, test } from '@playwright/test';
import { type JudgeInput, judge } from '../../src/engine/judge/judge.ts';
import type { Evidence } from '../../src/engine/model/evidence.ts';
import type { RecordedResponse } from '../../src/engine/model/exchange.ts';
import type { JudgedRequirement } from '../../src/engine/model/report.ts';
import {
  answer,
  deletion,
  evidence,
  lost,
  plugin,
  REFUSAL,
  raw,
  refusal,
  type Step,
  TWIN,
  WITH,
} from '../rules/build.ts';
import { caseFiles, casesOf } from './all-cases.ts';
import { given } from './contract.ts';

function judged(
  runs: readonly Evidence[],
  source: JudgeInput['source'] = 'install',
): ReadonlyMap<string, JudgedRequirement> {
  const all = judge({ ...given, evidence: runs, source, settleTimeoutMs: 900_000 });
  return new Map(all.map((one) => [one.id, one]));
}

test('over every case of every rule: a reason where it neither passed nor failed, a basis for each finding', async () => {
  const offenders: string[] = [];
  for (const file of caseFiles) {
    for (const { title, evidence: runs } of await casesOf(file)) {
      // Of millions of values one tells as much as any.
      if (JSON.stringify(runs).length > 100_000) continue;
      const all = judged(runs);
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

/** The 200 that came, one requirement that it does not show, why not, and what that follows from. */
const UNSEEN: readonly (readonly [
  title: string,
  response: RecordedResponse,
  id: string,
  reason: string,
  from?: string,
])[] = [
  [
    'another status',
    answer(404, REFUSAL),
    'delete.200.body.kind',
    'No DELETE of the installed plug-in was answered 200: 1 answered 404, 1 got no whole answer.',
    'delete.200.status',
  ],
  ['no JSON', raw(200, { data: '{' }), 'delete.200.body.kind', 'the body is no JSON', 'delete.200.json'],
  ['no body', raw(200, {}), 'delete.200.json.encoding', 'the body is empty', 'delete.200.json'],
  [
    'a coding that cannot be undone',
    raw(200, { data: 'x', codingError: 'gzip: no' }),
    'delete.200.members',
    'the body could not be read',
    'delete.200.json',
  ],
  [
    'a body that nests too deep',
    raw(200, { data: '['.repeat(2000) + ']'.repeat(2000) }),
    'delete.200.instance.name',
    'the body nests too deep to be read',
    'delete.200.body',
  ],
  ['an array', answer(200, []), 'delete.200.members', 'the body is no object', 'delete.200.body'],
  ['an array', answer(200, []), 'delete.200.body.status', 'the body is no object', 'delete.200.body'],
  [
    'no object that would hold the member',
    answer(200, plugin(undefined, { status: undefined })),
    'delete.200.body.status.phase',
    '`status` is missing',
    'delete.200.body.status',
  ],
  [
    'a text for that object',
    answer(200, plugin(undefined, { status: 'Running' })),
    'delete.200.body.status.resources.replicas',
    '`status` is not an object',
    'delete.200.body.status',
  ],
  [
    'an optional member that is absent',
    answer(200, plugin()),
    'delete.200.body.status.version',
    'the member is absent, as it may be',
  ],
  [
    'an optional holder that is absent',
    answer(200, plugin()),
    'delete.200.body.status.resources.involvedObject.uid',
    '`status.resources` is absent, as it may be',
    'delete.200.body.status.resources',
  ],
  [
    'an empty list',
    answer(200, plugin(undefined, { status: { phase: 'Running', resources: [] } })),
    'delete.200.body.status.resources.limits',
    '`status.resources` is empty',
    'delete.200.body.status.resources',
  ],
  [
    'items without an optional holder',
    answer(200, plugin(undefined, { status: { phase: 'Running', resources: [{}] } })),
    'delete.200.body.status.resources.involvedObject.uid',
    '`status.resources.involvedObject` is absent, as it may be',
    'delete.200.body.status.resources.involvedObject',
  ],
  [
    'a name that is no string',
    answer(200, plugin(undefined, { metadata: { name: 5 } })),
    'delete.200.instance.name',
    '`metadata.name` is not a string',
    'delete.200.body.metadata.name',
  ],
  [
    'no version in it',
    answer(200, plugin(undefined, { spec: { template: { name: 'node-local-dns' } } })),
    'delete.200.instance.version',
    'the member is absent, as it may be',
  ],
];

for (const [title, response, id, reason, from] of UNSEEN) {
  test(`a 200 with ${title}: why ${id} was not observed`, () => {
    const two: readonly Step[] = deletion(response);
    const one = judged([evidence('installed', two), evidence('installed-with-body', two, { from: 100 })]).get(
      id,
    );
    const whole = reason.endsWith('.')
      ? reason.replace('1 answered 404, 1 got no whole answer', 'each of the 2 was answered 404')
      : `In every 200 that came ${reason}.`;
    expect([one?.outcome, one?.because]).toEqual([
      'not-observed',
      from === undefined ? { reason: whole } : { reason: whole, requirement: from },
    ]);
  });
}

test('no 400 was seen: the reason says what came instead, of each status how often', () => {
  const probes = ['ill-formed-pool', 'ill-formed-template', 'ill-formed-project'];
  const refused = (statuses: readonly number[]) => {
    const steps = probes.flatMap((probe, at) => refusal(answer(statuses[at] ?? 0, REFUSAL), probe));
    return judged([evidence('ill-formed', steps), TWIN]).get('delete.400.body.error_code')?.because?.reason;
  };
  expect(refused([404, 403, 404])).toMatch(
    /^No DELETE that had to be refused was answered 400: 2 answered 404, 1 answered 403, \d+ got no whole answer\.$/,
  );
  expect(refused([404, 404, 404])).not.toContain('403');
});

test('of bodies that lack it in several ways each is told, and how often', () => {
  const bodies = [raw(400, { data: '<' }), raw(400, {}), raw(400, { data: '{' })];
  const probes = ['ill-formed-pool', 'ill-formed-template', 'ill-formed-project'];
  const steps = probes.flatMap((probe, at) => refusal(bodies[at] ?? raw(400, {}), probe));
  const one = judged([evidence('ill-formed', steps), TWIN]).get('delete.400.body.error_code');
  expect(one?.because).toEqual({
    reason: 'In no 400 that came it could be seen: the body is no JSON (2 of 3), the body is empty (1 of 3).',
    requirement: 'delete.400.json',
  });
});

test('what follows from no accepted DELETE says so, as does what the settings rule out', () => {
  const refused = judged([evidence('installed', deletion(answer(400, REFUSAL)))]);
  expect(refused.get('delete.effect.gone')?.because).toEqual({
    reason: 'No DELETE of the installed plug-in was accepted.',
    requirement: 'delete.200.status',
  });
  const given = judged([TWIN], 'existing').get('delete.200.with-body');
  expect([given?.outcome, given?.because?.reason]).toEqual([
    'not-applicable',
    expect.stringContaining('`MODELARTS_PLUGIN_SOURCE` is `existing`'),
  ]);
});

test('trouble and drift give their own sentence as the reason, and a refusal without its twin what it lacks', () => {
  const all = judged([
    evidence('credentials', [WITH, lost('silent'), WITH]),
    evidence('ill-formed', refusal(answer(404, REFUSAL), 'ill-formed-pool')),
    TWIN,
  ]);
  expect(all.get('delete.access.no-token')?.because).toEqual({ reason: 'It was silent.' });
  const drifted = all.get('delete.400.ill-formed.pool-name');
  expect([drifted?.outcome, drifted?.because?.reason, drifted?.findings[0]?.basis]).toEqual([
    'drift',
    'A DELETE with an ill-formed pool name was answered 404.',
    'reading',
  ]);
  const alone = judged([evidence('credentials', refusal(answer(401, REFUSAL)))]);
  expect(alone.get('delete.access.no-token')?.because).toEqual({
    reason: expect.stringMatching(/^The refusal proves nothing: /),
    requirement: 'delete.200.status',
  });
});
