import { answer, evidence, PROBLEM, raw, refusal } from '../build.ts';
import type { RuleCase } from '../steps.ts';

export const cases: readonly RuleCase[] = [
  {
    title: 'an error in words',
    requirement: 'delete.error.no-internals',
    evidence: [evidence('unknown', refusal(answer(404, PROBLEM)))],
    outcome: 'passed',
  },
  {
    title: 'a stack trace',
    requirement: 'delete.error.no-internals',
    evidence: [evidence('unknown', refusal(answer(404, { ...PROBLEM, title: 'no\n\tat a.B.c(B.java:12)' })))],
    outcome: 'failed',
  },
  {
    title: 'a file and a line side by side, deep in the body',
    requirement: 'delete.error.no-internals',
    evidence: [
      evidence('unknown', refusal(answer(404, { ...PROBLEM, cause: [{ at: { file: 'x.ex', line: 12 } }] }))),
    ],
    outcome: 'failed',
    says: 'a stack trace or a file and line',
    shows: 'file: x.ex, line: 12',
  },
  {
    title: 'a page with a file and a line',
    requirement: 'delete.error.no-internals',
    evidence: [
      evidence('unknown', refusal(raw(404, { data: '<p>in <b>/srv/x.php</b> on line <b>12</b></p>' }))),
    ],
    outcome: 'failed',
    shows: '/srv/x.php on line 12',
  },
  {
    title: 'a host with a port, an image with its tag, a path without a line, a line without a file',
    requirement: 'delete.error.no-internals',
    evidence: [
      evidence(
        'unknown',
        refusal(
          answer(404, {
            ...PROBLEM,
            title: 'No https://hooks.example.rs:8443, acme/next.js:13 nor /srv/x.py; see line 3, column 5.',
            file: 'report.pdf',
          }),
        ),
      ),
    ],
    outcome: 'passed',
  },
  {
    title: 'an error without a body',
    requirement: 'delete.error.no-internals',
    evidence: [evidence('unknown', refusal(raw(404, {})))],
    outcome: 'not-observed',
  },
];
