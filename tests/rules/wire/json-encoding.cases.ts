import { answer, evidence, PROBLEM, raw, refusal } from '../build.ts';
import type { RuleCase } from '../steps.ts';

export const cases: readonly RuleCase[] = [
  {
    title: 'UTF-8, and a charset that says so',
    requirement: 'delete.404.json.encoding',
    evidence: [
      evidence(
        'unknown',
        refusal(
          answer(404, { ...PROBLEM, detail: 'é' }, [
            ['content-type', 'application/problem+json; charset=UTF-8'],
          ]),
        ),
      ),
    ],
    outcome: 'passed',
  },
  {
    title: 'a byte order mark',
    requirement: 'delete.404.json.encoding',
    evidence: [evidence('unknown', refusal(raw(404, { data: '\uFEFF{}' })))],
    outcome: 'failed',
    says: 'byte order mark',
  },
  {
    title: 'bytes that are no UTF-8',
    requirement: 'delete.404.json.encoding',
    evidence: [evidence('unknown', refusal(raw(404, { encoding: 'base64', data: 'eyJhIjoi6SJ9' })))],
    outcome: 'failed',
    says: 'no UTF-8',
  },
  {
    title: 'another charset, which has no effect',
    requirement: 'delete.404.json.encoding',
    evidence: [
      evidence(
        'unknown',
        refusal(
          answer(404, { ...PROBLEM, detail: 'é' }, [
            ['content-type', 'application/problem+json; charset=latin1'],
          ]),
        ),
      ),
    ],
    outcome: 'passed',
  },
  {
    title: 'no body',
    requirement: 'delete.404.json.encoding',
    evidence: [evidence('unknown', refusal(raw(404, {})))],
    outcome: 'not-observed',
  },
];
