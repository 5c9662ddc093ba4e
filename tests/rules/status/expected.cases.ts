import type { Evidence, Withheld } from '../../../src/engine/model/evidence.ts';
import { answer, DELETED, deletion, evidence, note, PROBLEM, refusal, show, TWIN, WITH } from '../build.ts';
import { lost, type RuleCase, type Step, tried } from '../steps.ts';

const NOT_HTTP: Step = {
  purpose: 'probe',
  trouble: { kind: 'not-http', message: 'What came is no HTTP answer.', bytes: 'SSH-2.0\r\n' },
};

const LIST_500: Step = { purpose: 'list', response: answer(500, {}) };
const LIST_403: Step = { purpose: 'list', response: answer(403, PROBLEM) };

export const cases: readonly RuleCase[] = [
  {
    title: 'an accepted DELETE: a 204',
    requirement: 'delete.204.status',
    evidence: [evidence('there', deletion())],
    outcome: 'passed',
  },
  {
    title: 'an accepted DELETE: a 202',
    requirement: 'delete.204.status',
    evidence: [evidence('there', deletion(answer(202, note())))],
    outcome: 'failed',
    says: 'was answered 202',
  },
  {
    title: 'an accepted DELETE: a 204 to that of another note of the name alone',
    requirement: 'delete.204.again',
    evidence: [evidence('again', deletion())],
    outcome: 'passed',
  },
  {
    title: 'an accepted DELETE: a 502 after which the note is gone',
    requirement: 'delete.204.status',
    evidence: [evidence('there', deletion(answer(502, {})))],
    outcome: 'failed',
    says: 'was answered 502',
  },
  {
    title: 'an accepted DELETE: a 502 after which nothing changed',
    requirement: 'delete.204.status',
    evidence: [evidence('there', [WITH, tried(answer(502, {})), show('settle', 200), WITH])],
    outcome: 'inconclusive',
  },
  {
    title: 'an accepted DELETE: an answer that is lost on two instances, one after the other',
    requirement: 'delete.204.status',
    evidence: [
      evidence('there', [WITH, lost('silent'), show('settle', 404), lost('cut', 2, answer(200, {}))]),
    ],
    outcome: 'failed',
    says: 'no whole answer, on two instances',
    shows: 'It was cut. The bytes that came of its body: {}',
  },
  {
    title: 'an accepted DELETE: a scenario that was not run',
    requirement: 'delete.204.status',
    evidence: [],
    outcome: 'inconclusive',
    says: 'was not run',
  },
  {
    title: 'an ill-formed name: a 400',
    requirement: 'delete.default.ill-formed.note',
    evidence: [evidence('ill-formed', refusal(answer(400, PROBLEM))), TWIN],
    outcome: 'passed',
  },
  {
    title: 'an ill-formed name: a 500',
    requirement: 'delete.default.ill-formed.note',
    evidence: [evidence('ill-formed', refusal(answer(500, {}))), TWIN],
    outcome: 'failed',
    says: 'was answered 500',
  },
  {
    title: 'an ill-formed name: a 404',
    requirement: 'delete.default.ill-formed.note',
    evidence: [evidence('ill-formed', refusal(answer(404, PROBLEM))), TWIN],
    outcome: 'drift',
  },
  {
    title: 'an ill-formed name: a 400, and the unbroken DELETE was not accepted either',
    requirement: 'delete.default.ill-formed.note',
    evidence: [evidence('ill-formed', refusal(answer(400, PROBLEM)))],
    outcome: 'inconclusive',
    says: 'proves nothing',
  },
  {
    title: 'an ill-formed name: silence, twice, while List is answered',
    requirement: 'delete.default.ill-formed.note',
    evidence: [evidence('ill-formed', [WITH, lost('silent'), WITH, lost('silent'), WITH]), TWIN],
    outcome: 'failed',
    says: 'no whole answer, twice',
    shows: 'It was silent.',
  },
  {
    title: 'an ill-formed name: bytes that are no HTTP, twice, while List is answered',
    requirement: 'delete.default.ill-formed.note',
    evidence: [evidence('ill-formed', [WITH, NOT_HTTP, WITH, NOT_HTTP, WITH]), TWIN],
    outcome: 'failed',
    shows: 'The bytes that came: SSH-2.0',
  },
  ...(['unsent', 'interrupted'] as const).map(
    (kind): RuleCase => ({
      title: `an ill-formed name: a request that was ${kind}`,
      requirement: 'delete.default.ill-formed.note',
      evidence: [evidence('ill-formed', [WITH, lost(kind)]), TWIN],
      outcome: 'inconclusive',
      says: `It was ${kind}.`,
    }),
  ),
  {
    title: 'an ill-formed name: a 500 that List gets as well',
    requirement: 'delete.default.ill-formed.note',
    evidence: [evidence('ill-formed', [LIST_500, tried(answer(500, {})), LIST_500]), TWIN],
    outcome: 'inconclusive',
    says: 'is answered like this request',
  },
  {
    title: 'an ill-formed name: a 403 that List gets after it',
    requirement: 'delete.default.ill-formed.note',
    evidence: [evidence('ill-formed', [WITH, tried(answer(403, PROBLEM)), LIST_403]), TWIN],
    outcome: 'inconclusive',
    says: 'was not answered 200 just after',
  },
  {
    title: 'an ill-formed name: a probe that was not sent',
    requirement: 'delete.default.ill-formed.notebook',
    evidence: [evidence('ill-formed', refusal(answer(400, PROBLEM))), TWIN],
    outcome: 'inconclusive',
    says: 'not sent',
  },
  {
    title: 'no such name: a 404',
    requirement: 'delete.404.unknown.note',
    evidence: [evidence('unknown', refusal(answer(404, PROBLEM))), TWIN],
    outcome: 'passed',
  },
  {
    title: 'no such name: a 204',
    requirement: 'delete.404.unknown.note',
    evidence: [evidence('unknown', refusal(DELETED)), TWIN],
    outcome: 'failed',
  },
  {
    title: 'no such name: a 410 to the same DELETE again',
    requirement: 'delete.404.repeated',
    evidence: [TWIN, evidence('repeated', refusal(answer(410, PROBLEM)), { from: 200 })],
    outcome: 'drift',
  },
  {
    title: "no such name: a name that is somebody's, so that the probe is not sent",
    requirement: 'delete.404.unknown.note',
    evidence: [kept('unknown-note', 'inconclusive'), TWIN],
    outcome: 'inconclusive',
    says: 'Kept back',
  },
  {
    title: 'no such name: a name that Show finds nevertheless',
    requirement: 'delete.404.unknown.note',
    evidence: [kept('unknown-note', 'drift'), TWIN],
    outcome: 'drift',
    says: 'Kept back',
  },
  {
    title: 'no such name: a name that a neighbour has as well',
    requirement: 'delete.404.unknown.notebook',
    evidence: [kept('unknown-notebook', 'not-observed'), TWIN],
    outcome: 'not-observed',
  },
  {
    title: 'no such name: names that leave nothing to send',
    requirement: 'delete.404.unknown.notebook',
    evidence: [kept('unknown-notebook', 'not-applicable'), TWIN],
    outcome: 'not-applicable',
  },
  {
    title: 'an ill-formed name: a 403, where List is answered after it',
    requirement: 'delete.default.ill-formed.notebook',
    evidence: [evidence('ill-formed', refusal(answer(403, PROBLEM), 'ill-formed-notebook')), TWIN],
    outcome: 'drift',
  },
  {
    title: 'no such name: a 204 in a notebook that nobody has',
    requirement: 'delete.404.unknown.notebook',
    evidence: [evidence('unknown', refusal(DELETED, 'unknown-notebook')), TWIN],
    outcome: 'failed',
  },
  {
    title: 'credentials: a 401',
    requirement: 'delete.access.no-token',
    evidence: [evidence('credentials', refusal(answer(401, PROBLEM))), TWIN],
    outcome: 'passed',
  },
  {
    title: 'credentials: a 400',
    requirement: 'delete.access.no-token',
    evidence: [evidence('credentials', refusal(answer(400, PROBLEM))), TWIN],
    outcome: 'failed',
  },
  {
    title: 'credentials: a 429',
    requirement: 'delete.access.no-token',
    evidence: [evidence('credentials', refusal(answer(429, PROBLEM))), TWIN],
    outcome: 'inconclusive',
    says: 'throttled',
  },
  {
    title: 'credentials: a probe that was not sent',
    requirement: 'delete.access.wrong-token',
    evidence: [evidence('credentials', [WITH]), TWIN],
    outcome: 'inconclusive',
  },
  {
    title: 'a method: a 404',
    requirement: 'delete.method.put',
    evidence: [evidence('methods', refusal(answer(404, PROBLEM))), TWIN],
    outcome: 'passed',
  },
  {
    title: 'a method: a 200',
    requirement: 'delete.method.put',
    evidence: [evidence('methods', refusal(answer(200, {}))), TWIN],
    outcome: 'failed',
  },
  {
    title: 'a method: a 501',
    requirement: 'delete.method.put',
    evidence: [evidence('methods', refusal(answer(501, {}))), TWIN],
    outcome: 'drift',
  },
  {
    title: 'a method: a method that was not tried',
    requirement: 'delete.method.put',
    evidence: [evidence('methods', [WITH]), TWIN],
    outcome: 'inconclusive',
  },
];

function kept(probe: string, outcome: Withheld['outcome']): Evidence {
  return evidence('unknown', [WITH], { withheld: [{ probe, outcome, reason: 'Kept back.' }] });
}
