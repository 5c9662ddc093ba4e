import type { RecordedResponse } from '../../../src/engine/model/exchange.ts';
import { answer, evidence, PROBLEM, refusal } from '../build.ts';
import type { RuleCase } from '../steps.ts';

/** A 404 whose problem tells of one error like this. */
function withError(error: object): RecordedResponse {
  return answer(404, { ...PROBLEM, errors: [{ detail: 'No.', found: { length: 1 }, ...error }] });
}

export const cases: readonly RuleCase[] = [
  {
    title: 'documented members, and any other where the description leaves members open',
    requirement: 'delete.404.members',
    evidence: [evidence('unknown', refusal(answer(404, { ...PROBLEM, more: 1 })))],
    outcome: 'passed',
  },
  {
    title: 'a member that no page names',
    requirement: 'delete.404.members',
    evidence: [evidence('unknown', refusal(withError({ more: 1 })))],
    outcome: 'drift',
    says: 'no page names',
    shows: '1',
  },
  {
    title: 'a body that is no object',
    requirement: 'delete.404.members',
    evidence: [evidence('unknown', refusal(answer(404, [])))],
    outcome: 'not-observed',
  },
];
