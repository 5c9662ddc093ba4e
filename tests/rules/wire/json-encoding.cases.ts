import { answer, deletion, evidence, plugin, type RuleCase, raw } from '../build.ts';

export const cases: readonly RuleCase[] = [
  {
    title: 'UTF-8, and a charset that says so',
    requirement: 'delete.200.json.encoding',
    evidence: [evidence('installed', deletion(answer(200, plugin('é'))))],
    outcome: 'passed',
  },
  {
    title: 'a byte order mark',
    requirement: 'delete.200.json.encoding',
    evidence: [evidence('installed', deletion(raw(200, { data: '\uFEFF{}' })))],
    outcome: 'failed',
    says: 'byte order mark',
  },
  {
    title: 'bytes that are no UTF-8',
    requirement: 'delete.200.json.encoding',
    evidence: [evidence('installed', deletion(raw(200, { encoding: 'base64', data: 'eyJhIjoi6SJ9' })))],
    outcome: 'failed',
    says: 'no UTF-8',
  },
  {
    title: 'another charset, which has no effect',
    requirement: 'delete.200.json.encoding',
    evidence: [
      evidence(
        'installed',
        deletion(answer(200, plugin('é'), [['content-type', 'application/json; charset=latin1']])),
      ),
    ],
    outcome: 'passed',
  },
  {
    title: 'no body',
    requirement: 'delete.200.json.encoding',
    evidence: [evidence('installed', deletion(raw(200, {})))],
    outcome: 'not-observed',
  },
];
