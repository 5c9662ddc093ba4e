import { deletion, evidence, type RuleCase, show, TWIN, WITH, WITHOUT } from '../../build.cases.ts';

export const cases: readonly RuleCase[] = [
  {
    title: 'a plug-in that is still gone',
    requirement: 'delete.effect.still-gone',
    evidence: [TWIN, evidence('end-of-run', [show('read-back', 404), WITHOUT], { from: 200 })],
    outcome: 'passed',
  },
  {
    title: 'a plug-in that is there again',
    requirement: 'delete.effect.still-gone',
    evidence: [TWIN, evidence('end-of-run', [show('read-back', 200), WITH], { from: 200 })],
    outcome: 'failed',
    says: 'Show finds the plug-in again',
  },
  {
    title: 'a plug-in that was there again when the DELETE was to be repeated',
    requirement: 'delete.effect.still-gone',
    evidence: [
      TWIN,
      evidence('repeated', [WITH], { from: 200 }),
      evidence('end-of-run', [show('read-back', 404), WITHOUT], { from: 300 }),
    ],
    outcome: 'failed',
    says: 'List names the plug-in again',
  },
  {
    title: 'a plug-in that the suite itself installed again, and deleted',
    requirement: 'delete.effect.still-gone',
    evidence: [
      TWIN,
      evidence('installed-with-body', [WITHOUT, { purpose: 'install' }, ...deletion()], { from: 200 }),
      evidence('end-of-run', [show('read-back', 404), WITHOUT], { from: 300 }),
    ],
    outcome: 'passed',
  },
  {
    title: 'no deletion that came true',
    requirement: 'delete.effect.still-gone',
    evidence: [evidence('end-of-run', [show('read-back', 404), WITHOUT])],
    outcome: 'inconclusive',
  },
  {
    title: 'an end that was not reached',
    requirement: 'delete.effect.still-gone',
    evidence: [TWIN],
    outcome: 'inconclusive',
    says: 'was not run',
  },
];
