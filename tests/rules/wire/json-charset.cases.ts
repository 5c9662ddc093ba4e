import { answer, evidence, PROBLEM, raw, refusal } from '../build.ts';
import type { RuleCase } from '../steps.ts';

const labelled = (...values: readonly string[]) =>
  evidence(
    'unknown',
    refusal(
      answer(
        404,
        { ...PROBLEM, detail: 'é' },
        values.map((one) => ['content-type', one] as const),
      ),
    ),
  );

export const cases: readonly RuleCase[] = [
  {
    title: 'UTF-8 in another spelling',
    requirement: 'delete.404.json.charset',
    evidence: [labelled('application/problem+json; charset="utf8"')],
    outcome: 'passed',
  },
  {
    title: 'no charset',
    requirement: 'delete.404.json.charset',
    evidence: [labelled('application/problem+json')],
    outcome: 'passed',
  },
  {
    title: 'another charset, over UTF-8',
    requirement: 'delete.404.json.charset',
    evidence: [labelled('application/problem+json; charset=us-ascii')],
    outcome: 'drift',
    says: 'no effect',
  },
  {
    title: 'another charset in the second of two lines',
    requirement: 'delete.404.json.charset',
    evidence: [labelled('application/problem+json', 'application/problem+json; charset=latin1')],
    outcome: 'drift',
  },
  {
    title: 'no media type',
    requirement: 'delete.404.json.charset',
    evidence: [evidence('unknown', refusal(raw(404, {}, [])))],
    outcome: 'not-observed',
  },
];
