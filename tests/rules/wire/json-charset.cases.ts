import { answer, deletion, evidence, plugin, type RuleCase, raw } from '../build.ts';

const labelled = (...values: readonly string[]) =>
  evidence(
    'installed',
    deletion(
      answer(
        200,
        plugin('é'),
        values.map((one) => ['content-type', one] as const),
      ),
    ),
  );

export const cases: readonly RuleCase[] = [
  {
    title: 'UTF-8 in another spelling',
    requirement: 'delete.200.json.charset',
    evidence: [labelled('application/json; charset="utf8"')],
    outcome: 'passed',
  },
  {
    title: 'no charset',
    requirement: 'delete.200.json.charset',
    evidence: [labelled('application/json')],
    outcome: 'passed',
  },
  {
    title: 'another charset, over UTF-8',
    requirement: 'delete.200.json.charset',
    evidence: [labelled('application/json; charset=us-ascii')],
    outcome: 'drift',
    says: 'no effect',
  },
  {
    title: 'another charset in the second of two lines',
    requirement: 'delete.200.json.charset',
    evidence: [labelled('application/json', 'application/json; charset=latin1')],
    outcome: 'drift',
  },
  {
    title: 'no media type',
    requirement: 'delete.200.json.charset',
    evidence: [evidence('installed', deletion(raw(200, {}, [])))],
    outcome: 'not-observed',
  },
];
