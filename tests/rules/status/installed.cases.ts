import { answer, deletion, evidence, lost, plugin, type RuleCase, show, tried, WITH } from '../build.ts';

export const cases: readonly RuleCase[] = [
  {
    title: 'a 200',
    requirement: 'delete.200.status',
    evidence: [evidence('installed', deletion())],
    outcome: 'passed',
  },
  {
    title: 'a 202',
    requirement: 'delete.200.status',
    evidence: [evidence('installed', deletion(answer(202, plugin())))],
    outcome: 'failed',
    says: 'was answered 202',
  },
  {
    title: 'a 200 to the documented body alone',
    requirement: 'delete.200.with-body',
    evidence: [evidence('installed-with-body', deletion())],
    outcome: 'passed',
  },
  {
    title: 'a 502 after which the plug-in is gone',
    requirement: 'delete.200.status',
    evidence: [evidence('installed', deletion(answer(502, {})))],
    outcome: 'failed',
    says: 'was answered 502',
  },
  {
    title: 'a 502 after which nothing changed',
    requirement: 'delete.200.status',
    evidence: [evidence('installed', [WITH, tried(answer(502, {})), show('settle', 200), WITH])],
    outcome: 'inconclusive',
  },
  {
    title: 'an answer that is lost on two instances, one after the other',
    requirement: 'delete.200.status',
    evidence: [
      evidence('installed', [WITH, lost('silent'), show('settle', 404), lost('cut', 2, answer(200, {}))]),
    ],
    outcome: 'failed',
    says: 'no whole answer, on two instances',
    shows: 'It was cut. The bytes that came of its body: {}',
  },
  {
    title: 'a scenario that was not run',
    requirement: 'delete.200.status',
    evidence: [],
    outcome: 'inconclusive',
    says: 'was not run',
  },
];
