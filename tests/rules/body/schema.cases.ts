import type { Condensed, RecordedResponse } from '../../../src/engine/model/exchange.ts';
import { answer, evidence, PROBLEM, raw, refusal } from '../build.ts';
import type { RuleCase } from '../steps.ts';

/** A 404 whose problem has these members too. */
function problem(changes: object): RecordedResponse {
  return answer(404, { ...PROBLEM, ...changes });
}

/** A 404 with a length that is written so. */
function counted(length: string): RecordedResponse {
  const errors = [{ detail: 'No.', found: { length: 0 } }];
  const text = JSON.stringify({ ...PROBLEM, errors });
  return raw(404, { data: text.replace('"length":0', `"length":${length}`) });
}

/** Of a body that was too long to be kept. */
const PART: Condensed = {
  bytes: 5_000_000,
  sha256: '0'.repeat(64),
  state: 'json',
  partial: true,
  whole: null,
};

export const cases: readonly RuleCase[] = [
  {
    title: 'a documented status',
    requirement: 'delete.404.body.status',
    evidence: [evidence('unknown', refusal(problem({})))],
    outcome: 'passed',
  },
  {
    title: 'a documented status in what was kept of a long body',
    requirement: 'delete.404.body.status',
    evidence: [evidence('unknown', refusal(raw(404, { data: JSON.stringify(PROBLEM), condensed: PART })))],
    outcome: 'inconclusive',
    says: 'longer than is kept',
  },
  {
    title: 'another status',
    requirement: 'delete.404.body.status',
    evidence: [evidence('unknown', refusal(problem({ status: 200 })))],
    outcome: 'failed',
  },
  {
    title: 'no status',
    requirement: 'delete.404.body.status',
    evidence: [evidence('unknown', refusal(problem({ status: undefined })))],
    outcome: 'failed',
    says: 'is missing',
  },
  {
    title: 'a length as documented',
    requirement: 'delete.404.body.errors.found.length',
    evidence: [evidence('unknown', refusal(counted('12')))],
    outcome: 'passed',
  },
  {
    title: 'no object that would hold the length',
    requirement: 'delete.404.body.errors.found.length',
    evidence: [evidence('unknown', refusal(problem({ errors: [{ detail: 'No.', found: 'Many.' }] })))],
    outcome: 'not-observed',
  },
  {
    title: 'an optional member that is not there',
    requirement: 'delete.404.body.detail',
    evidence: [evidence('unknown', refusal(problem({})))],
    outcome: 'not-observed',
  },
  {
    title: 'an array as the body',
    requirement: 'delete.404.body',
    evidence: [evidence('unknown', refusal(answer(404, [])))],
    outcome: 'failed',
  },
  {
    title: 'a body that nests too deep',
    requirement: 'delete.404.body',
    evidence: [evidence('unknown', refusal(raw(404, { data: '['.repeat(2000) + ']'.repeat(2000) })))],
    outcome: 'failed',
    says: 'nested more than 1000 levels',
  },
  {
    title: 'a length that no double holds',
    requirement: 'delete.404.body.errors.found.length',
    evidence: [evidence('unknown', refusal(counted('1e400')))],
    outcome: 'passed',
  },
  {
    title: 'a length with a fraction that no double holds',
    requirement: 'delete.404.body.errors.found.length',
    evidence: [evidence('unknown', refusal(counted('2.0000000000000000001')))],
    outcome: 'failed',
    says: 'is not an integer',
    shows: '2.0000000000000000001',
  },
  {
    title: 'a length below 0 by less than a double holds',
    requirement: 'delete.404.body.errors.found.length',
    evidence: [evidence('unknown', refusal(counted('-1e-400')))],
    outcome: 'failed',
    shows: '-1e-400',
  },
  {
    title: 'a title that is a number, in an answer of any other status',
    requirement: 'delete.default.body.title',
    evidence: [evidence('ill-formed', refusal(answer(400, { ...PROBLEM, title: 1 })))],
    outcome: 'failed',
  },
  {
    title: 'a title as documented, in an answer of any other status',
    requirement: 'delete.default.body.title',
    evidence: [evidence('ill-formed', refusal(answer(400, PROBLEM)))],
    outcome: 'passed',
  },
];
