import {
  answer,
  evidence,
  GONE,
  list,
  NEIGHBOUR,
  plugin,
  REFUSAL,
  type RuleCase,
  type Step,
  show,
  TWIN,
  tried,
  WITH,
  WITHOUT,
} from '../build.ts';

const requirement = 'delete.effect.still-gone';
const NEWER = plugin(undefined, {
  metadata: { name: 'pool-a-node-local-dns', creationTimestamp: '2025-06-01T00:15:00Z' },
});
const GONE_AT_END: readonly Step[] = [show('read-back', 404), WITHOUT];

/** In the cases a settle time is over 180 exchanges after the DELETE, which is the 102nd. */
const WITHIN = 200;
const AFTER = 400;

const end = (steps: readonly Step[], from = AFTER) => evidence('end-of-run', steps, { from });

/** An install, and what Show gives of it. */
function installed(body: object): readonly Step[] {
  return [
    WITHOUT,
    { purpose: 'install', instance: 2, response: answer(200, body) },
    { ...show('settle', 200, body), instance: 2 },
  ];
}

const CASES: readonly Omit<RuleCase, 'requirement'>[] = [
  { title: 'a plug-in that is still gone', evidence: [TWIN, end(GONE_AT_END)], outcome: 'passed' },
  {
    title: 'a plug-in that is there again once the settle time is over',
    evidence: [TWIN, end([show('read-back', 200), WITH])],
    outcome: 'failed',
    says: 'Show finds the plug-in again',
  },
  {
    title: 'a plug-in that is there again within the settle time, and gone at its end',
    evidence: [TWIN, end([show('read-back', 200), WITH, ...GONE_AT_END], WITHIN)],
    outcome: 'drift',
    says: 'within the settle time',
  },
  {
    title: 'a plug-in that is there again, and was not waited for',
    evidence: [TWIN, end([show('read-back', 200), WITH], WITHIN)],
    outcome: 'inconclusive',
  },
  {
    title: 'a plug-in that was there again when the DELETE was to be repeated',
    evidence: [TWIN, evidence('repeated', [WITH], { from: AFTER }), end(GONE_AT_END, 500)],
    outcome: 'failed',
    says: 'List names the plug-in again',
  },
  {
    title: 'a plug-in that the suite itself installed again, and deleted',
    evidence: [
      TWIN,
      evidence('installed-with-body', [...installed(NEWER), ...secondDeletion()], { from: WITHIN }),
      end(GONE_AT_END),
    ],
    outcome: 'passed',
  },
  {
    title: 'an install that brought the old instance back',
    evidence: [
      TWIN,
      evidence('installed-with-body', installed(plugin()), { from: AFTER }),
      end(GONE_AT_END, 500),
    ],
    outcome: 'failed',
  },
  {
    title: 'an install that is refused because the plug-in exists, once the settle time is over',
    evidence: [
      TWIN,
      evidence(
        'installed-with-body',
        [WITHOUT, { purpose: 'install', instance: 2, response: answer(409, REFUSAL) }],
        { from: AFTER },
      ),
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
  const steps = [list(NEIGHBOUR, NEWER), show('read-back', 200, NEWER), tried(answer(200, NEWER)), ...GONE];
  return steps.map((step) => ({ ...step, instance: 2 }));
}

export const cases: readonly RuleCase[] = CASES.map((one) => ({ ...one, requirement }));
