import { answer, deletion, evidence, plugin, REFUSAL, type RuleCase, raw, refusal } from '../build.ts';

function labelled(title: string, outcome: RuleCase['outcome'], values: readonly string[]): RuleCase {
  const lines = values.map((value) => ['content-type', value] as const);
  return {
    title,
    requirement: 'delete.200.media-type',
    evidence: [evidence('installed', deletion(answer(200, plugin(), lines)))],
    outcome,
  };
}

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
  ...Object.entries({
    'one media type twice, in two lines': ['application/json', 'application/json'],
    'one media type twice, in one line': ['application/json, application/json'],
    'one media type in two spellings': [
      'Application/JSON; charset=UTF-8',
      'application/json;charset="utf-8"',
    ],
    'one media type in two spellings, in one line': [
      'application/json;a=1; b="x,y/z", application/json; b="x,y/z"; a=1',
    ],
    'a charset once of twice': ['application/json', 'application/json; charset=utf-8'],
    'a charset once of twice, in one line': ['application/json; charset=utf-8, application/json'],
    'a comma that parts nothing': ['application/json; profile="a, text/html"'],
  }).map(([title, values]): RuleCase => labelled(title, 'passed', values)),
  ...Object.entries({
    'two media types in one line': ['application/json, text/html'],
    'two media types in one line, one with a charset': ['application/json; charset=utf-8, text/html'],
    'a media type and none': ['application/json, json'],
    'a media type and a parameter that makes it another': ['application/json;v=1, application/json;v=2'],
  }).map(([title, values]): RuleCase => labelled(title, 'failed', values)),
  {
    title: 'no body, so that there is none to be named',
    requirement: 'delete.200.media-type',
    evidence: [evidence('installed', deletion(raw(200, {}, [])))],
    outcome: 'not-observed',
  },
];
