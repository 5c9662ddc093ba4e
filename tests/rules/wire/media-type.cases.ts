import { answer, evidence, PROBLEM, raw, refusal } from '../build.ts';
import type { RuleCase } from '../steps.ts';

function labelled(title: string, outcome: RuleCase['outcome'], values: readonly string[]): RuleCase {
  const lines = values.map((value) => ['content-type', value] as const);
  return {
    title,
    requirement: 'delete.404.media-type',
    evidence: [evidence('unknown', refusal(answer(404, PROBLEM, lines)))],
    outcome,
  };
}

export const cases: readonly RuleCase[] = [
  {
    title: 'another letter case and a parameter',
    requirement: 'delete.404.media-type',
    evidence: [
      evidence('unknown', refusal(answer(404, PROBLEM, [['CONTENT-TYPE', 'Application/Problem+JSON; v=1']]))),
    ],
    outcome: 'passed',
  },
  {
    title: 'plain text',
    requirement: 'delete.404.media-type',
    evidence: [evidence('unknown', refusal(answer(404, PROBLEM, [['content-type', 'text/plain']])))],
    outcome: 'failed',
  },
  {
    title: 'no media type',
    requirement: 'delete.404.media-type',
    evidence: [evidence('unknown', refusal(answer(404, PROBLEM, [])))],
    outcome: 'failed',
  },
  {
    title: 'two media types',
    requirement: 'delete.404.media-type',
    evidence: [
      evidence(
        'unknown',
        refusal(
          answer(404, PROBLEM, [
            ['content-type', 'application/problem+json'],
            ['content-type', 'text/html'],
          ]),
        ),
      ),
    ],
    outcome: 'failed',
  },
  ...Object.entries({
    'one media type twice, in two lines': ['application/problem+json', 'application/problem+json'],
    'one media type twice, in one line': ['application/problem+json, application/problem+json'],
    'one media type in two spellings': [
      'Application/Problem+JSON; charset=UTF-8',
      'application/problem+json;charset="utf-8"',
    ],
    'one media type in two spellings, in one line': [
      'application/problem+json;a=1; b="x,y/z", application/problem+json; b="x,y/z"; a=1',
    ],
    'a charset once of twice': ['application/problem+json', 'application/problem+json; charset=utf-8'],
    'a charset once of twice, in one line': [
      'application/problem+json; charset=utf-8, application/problem+json',
    ],
    'a comma that parts nothing': ['application/problem+json; profile="a, text/html"'],
  }).map(([title, values]): RuleCase => labelled(title, 'passed', values)),
  ...Object.entries({
    'two media types in one line': ['application/problem+json, text/html'],
    'two media types in one line, one with a charset': ['application/problem+json; charset=utf-8, text/html'],
    'a media type and none': ['application/problem+json, json'],
    'a media type and a parameter that makes it another': [
      'application/problem+json;v=1, application/problem+json;v=2',
    ],
  }).map(([title, values]): RuleCase => labelled(title, 'failed', values)),
  {
    title: 'no body, so that there is none to be named',
    requirement: 'delete.404.media-type',
    evidence: [evidence('unknown', refusal(raw(404, {}, [])))],
    outcome: 'not-observed',
  },
];
