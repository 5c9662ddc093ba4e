import { answer, DELETED, deletion, evidence, GONE, PROBLEM, show, WITH, WITHOUT } from '../build.ts';
import { lost, type RuleCase, tried } from '../steps.ts';

export const cases: readonly RuleCase[] = [
  {
    title: 'a Show that says 404 in the end',
    requirement: 'delete.effect.gone',
    evidence: [evidence('there', [WITH, tried(DELETED), show('settle', 200), ...GONE])],
    outcome: 'passed',
  },
  {
    title: 'a Show that still finds it when the wait is over',
    requirement: 'delete.effect.gone',
    evidence: [evidence('there', [WITH, tried(DELETED), show('settle', 200), WITH])],
    outcome: 'failed',
    says: 'Show still finds',
  },
  {
    title: 'a wait that was broken off',
    requirement: 'delete.effect.gone',
    evidence: [evidence('there', [WITH, tried(DELETED), WITH, show('settle', 200)])],
    outcome: 'inconclusive',
    says: 'broken off',
  },
  {
    title: 'a Show that finds it again, and no longer at the end',
    requirement: 'delete.effect.gone',
    evidence: [evidence('there', [WITH, tried(DELETED), show('settle', 404), show('settle', 200), ...GONE])],
    outcome: 'drift',
    says: 'finds the note again',
  },
  {
    title: 'a Show that says 404 once, and then the run was broken off',
    requirement: 'delete.effect.gone',
    evidence: [evidence('there', [WITH, tried(DELETED), show('settle', 404)])],
    outcome: 'inconclusive',
    says: 'not asked again',
  },
  {
    title: 'a 410',
    requirement: 'delete.effect.gone',
    evidence: [evidence('there', [WITH, tried(DELETED), show('settle', 410), show('settle', 410), WITHOUT])],
    outcome: 'drift',
  },
  {
    title: 'a 500',
    requirement: 'delete.effect.gone',
    evidence: [evidence('there', [WITH, tried(DELETED), show('settle', 500), WITHOUT])],
    outcome: 'inconclusive',
  },
  {
    title: 'no Show',
    requirement: 'delete.effect.gone',
    evidence: [evidence('there', [WITH, tried(DELETED), WITHOUT])],
    outcome: 'inconclusive',
  },
  {
    title: 'a lost answer, and Show says that it is gone',
    requirement: 'delete.effect.gone',
    evidence: [evidence('there', [WITH, lost('silent'), ...GONE])],
    outcome: 'passed',
  },
  {
    title: 'a lost answer, and Show still finds it',
    requirement: 'delete.effect.gone',
    evidence: [evidence('there', [WITH, lost('silent'), show('settle', 200), WITH])],
    outcome: 'inconclusive',
  },
  {
    title: 'a DELETE that was refused',
    requirement: 'delete.effect.gone',
    evidence: [evidence('there', deletion(answer(400, PROBLEM)))],
    outcome: 'not-observed',
  },
];
