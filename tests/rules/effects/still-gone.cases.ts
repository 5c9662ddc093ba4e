import {
  answer,
  DELETED,
  evidence,
  GONE,
  list,
  NEIGHBOUR,
  note,
  PROBLEM,
  show,
  TWIN,
  WITH,
  WITHOUT,
} from '../build.ts';
import { type RuleCase, type Step, tried } from '../steps.ts';

const requirement = 'delete.effect.still-gone';
const NEWER = note(undefined, { createdAt: '2025-06-01T00:15:00Z' });
const GONE_AT_END: readonly Step[] = [show('read-back', 404), WITHOUT];

/** In the cases a settle time is over 180 exchanges after the DELETE, which is the 102nd. */
const WITHIN = 200;
const AFTER = 400;

const end = (steps: readonly Step[], from = AFTER) => evidence('end-of-run', steps, { from });

/** An install, and what Show gives of it. */
function installed(body: object): readonly Step[] {
  return [
    WITHOUT,
    { purpose: 'install', instance: 2, response: answer(201, body) },
    { ...show('settle', 200, body), instance: 2 },
  ];
}

const CASES: readonly Omit<RuleCase, 'requirement'>[] = [
  { title: 'a note that is still gone', evidence: [TWIN, end(GONE_AT_END)], outcome: 'passed' },
  {
    title: 'a note that is there again once the settle time is over',
    evidence: [TWIN, end([show('read-back', 200), WITH])],
    outcome: 'failed',
    says: 'Show finds the note again',
  },
  {
    title: 'a note that is there again within the settle time, and gone at its end',
    evidence: [TWIN, end([show('read-back', 200), WITH, ...GONE_AT_END], WITHIN)],
    outcome: 'drift',
    says: 'within the settle time',
  },
  {
    title: 'a note that is there again, and was not waited for',
    evidence: [TWIN, end([show('read-back', 200), WITH], WITHIN)],
    outcome: 'inconclusive',
  },
  {
    title: 'a note that was there again when the DELETE was to be repeated',
    evidence: [TWIN, evidence('repeated', [WITH], { from: AFTER }), end(GONE_AT_END, 500)],
    outcome: 'failed',
    says: 'List names the note again',
  },
  {
    title: 'a note that the suite itself installed again, and deleted',
    evidence: [
      TWIN,
      evidence('again', [...installed(NEWER), ...secondDeletion()], { from: WITHIN }),
      end(GONE_AT_END),
    ],
    outcome: 'passed',
  },
  {
    title: 'an install that brought the old instance back',
    evidence: [TWIN, evidence('again', installed(note()), { from: AFTER }), end(GONE_AT_END, 500)],
    outcome: 'failed',
  },
  {
    title: 'an install that is refused because the note exists, once the settle time is over',
    evidence: [
      TWIN,
      evidence('again', [WITHOUT, { purpose: 'install', instance: 2, response: answer(409, PROBLEM) }], {
        from: AFTER,
      }),
      end(GONE_AT_END, 500),
    ],
    outcome: 'failed',
    says: 'An install is refused',
  },
  {
    title: 'an instance that somebody else installed',
    evidence: [TWIN, end([show('read-back', 200, NEWER), list(NEIGHBOUR, NEWER)])],
    outcome: 'inconclusive',
    says: 'created anew',
  },
  {
    title: 'a note that is there again, and whose time is not told',
    evidence: [TWIN, end([show('read-back', 200, note(undefined, { createdAt: undefined })), WITHOUT])],
    outcome: 'inconclusive',
    says: 'cannot be told',
  },
  {
    title: 'no deletion that came true',
    evidence: [end(GONE_AT_END)],
    outcome: 'inconclusive',
  },
  {
    title: 'an end that was not reached',
    evidence: [TWIN],
    outcome: 'inconclusive',
    says: 'was not run',
  },
];

function secondDeletion(): readonly Step[] {
  const steps = [list(NEIGHBOUR, NEWER), show('read-back', 200, NEWER), tried(DELETED), ...GONE];
  return steps.map((step) => ({ ...step, instance: 2 }));
}

export const cases: readonly RuleCase[] = CASES.map((one) => ({ ...one, requirement }));
