import {
  answer,
  deletion,
  evidence,
  plugin,
  REFUSAL,
  type RuleCase,
  raw,
  refusal,
} from '../../build.cases.ts';

export const cases: readonly RuleCase[] = [
  {
    title: 'another letter case and a parameter',
    requirement: 'delete.200.media-type',
    evidence: [
      evidence('installed', deletion(answer(200, plugin(), [['CONTENT-TYPE', 'Application/JSON; v=1']]))),
    ],
    outcome: 'passed',
  },
  {
    title: 'plain text',
    requirement: 'delete.400.media-type',
    evidence: [evidence('ill-formed', refusal(answer(400, REFUSAL, [['content-type', 'text/plain']])))],
    outcome: 'failed',
  },
  {
    title: 'no media type',
    requirement: 'delete.200.media-type',
    evidence: [evidence('installed', deletion(answer(200, plugin(), [])))],
    outcome: 'failed',
  },
  {
    title: 'two media types',
    requirement: 'delete.200.media-type',
    evidence: [
      evidence(
        'installed',
        deletion(
          answer(200, plugin(), [
            ['content-type', 'application/json'],
            ['content-type', 'text/html'],
          ]),
        ),
      ),
    ],
    outcome: 'failed',
  },
  {
    title: 'no body, so that there is none to be named',
    requirement: 'delete.200.media-type',
    evidence: [evidence('installed', deletion(raw(200, {}, [])))],
    outcome: 'not-observed',
  },
];
