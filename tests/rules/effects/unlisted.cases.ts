import {
  answer,
  DELETED,
  deletion,
  evidence,
  GONE,
  list,
  NEIGHBOUR,
  note,
  PROBLEM,
  show,
  WITH,
  WITHOUT,
} from '../build.ts';
import { type RuleCase, tried } from '../steps.ts';

const OTHERS = list(NEIGHBOUR, note(undefined, { createdAt: '2025-03-17T13:00:00Z' }));

export const cases: readonly RuleCase[] = [
  {
    title: 'a List without it in the end',
    requirement: 'delete.effect.unlisted',
    evidence: [evidence('there', deletion())],
    outcome: 'passed',
  },
  {
    title: 'a List with it in the end',
    requirement: 'delete.effect.unlisted',
    evidence: [evidence('there', [WITH, tried(DELETED), show('settle', 404), WITH])],
    outcome: 'failed',
    says: 'List still names',
  },
  {
    title: 'a List that names it again, and no longer at the end',
    requirement: 'delete.effect.unlisted',
    evidence: [evidence('there', [WITH, tried(DELETED), WITHOUT, WITH, ...GONE])],
    outcome: 'drift',
    says: 'names the note again',
  },
  {
    title: 'a List that leaves it out once, and then the run was broken off',
    requirement: 'delete.effect.unlisted',
    evidence: [evidence('there', [WITH, tried(DELETED), WITHOUT])],
    outcome: 'inconclusive',
    says: 'not asked again',
  },
  {
    title: 'a wait that was broken off',
    requirement: 'delete.effect.unlisted',
    evidence: [
      evidence('there', [WITH, tried(DELETED), show('settle', 404), WITH], {
        blocked: { cause: 'The run was interrupted.', tried: '', remedy: 'Run again.', endsRun: true },
      }),
    ],
    outcome: 'inconclusive',
    says: 'broken off',
  },
  {
    title: 'a List with another instance of the name, which somebody installed',
    requirement: 'delete.effect.unlisted',
    evidence: [evidence('there', [WITH, tried(DELETED), show('settle', 404), OTHERS, OTHERS])],
    outcome: 'passed',
  },
  {
    title: 'a List with it, and none that was answered afterwards',
    requirement: 'delete.effect.unlisted',
    evidence: [
      evidence('there', [
        WITH,
        tried(DELETED),
        show('settle', 404),
        WITH,
        { purpose: 'list', trouble: { kind: 'silent', message: 'It was silent.' } },
      ]),
    ],
    outcome: 'inconclusive',
    says: 'was not answered when the settle time was over',
  },
  {
    title: 'a List that is not answered',
    requirement: 'delete.effect.unlisted',
    evidence: [evidence('there', [WITH, tried(DELETED), { purpose: 'list', response: answer(503, {}) }])],
    outcome: 'inconclusive',
  },
  {
    title: 'a DELETE that was refused',
    requirement: 'delete.effect.unlisted',
    evidence: [evidence('there', deletion(answer(400, PROBLEM)))],
    outcome: 'not-observed',
  },
];
