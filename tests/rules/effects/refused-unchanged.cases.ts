import {
  answer,
  DELETED,
  deletion,
  evidence,
  list,
  NEIGHBOUR,
  note,
  PROBLEM,
  refusal,
  show,
  TWIN,
  WITH,
  WITHOUT,
} from '../build.ts';
import { lost, type RuleCase, type Step, tried } from '../steps.ts';

const requirement = 'delete.effect.refused-unchanged';
const REFUSED = tried(answer(401, PROBLEM));
const READY = show('settle', 200);
const DELETING = note(undefined, { state: 'leaving' });
const OTHER_SPEC = note(undefined, { content: { text: 'Rice.', labels: ['home'] } });

/** A refused request, the looks before it, and those that follow it. */
function refused(before: readonly Step[], ...after: readonly Step[]) {
  return [evidence('credentials', [...before, REFUSED, ...after])];
}

const CASES: readonly Omit<RuleCase, 'requirement'>[] = [
  {
    title: 'a notebook that stayed as it was',
    evidence: [evidence('ill-formed', refusal(answer(400, PROBLEM))), TWIN],
    outcome: 'passed',
  },
  {
    title: 'the note is gone after a 401',
    evidence: refused([READY, WITH], WITHOUT, show('look', 404), WITHOUT, show('look', 404)),
    outcome: 'failed',
    says: 'is not in List afterwards',
  },
  {
    title: 'the note is gone from one List after a 401, and there in the next',
    evidence: refused([READY, WITH], WITHOUT, show('look', 200), WITH),
    outcome: 'passed',
  },
  {
    title: 'the note is being deleted after a 401',
    evidence: refused([WITH], list(NEIGHBOUR, DELETING)),
    outcome: 'failed',
    says: 'is being deleted',
  },
  {
    title: 'the note is being deleted after a 401, as Show alone tells',
    evidence: refused([READY, WITH], WITH, show('look', 200, DELETING)),
    outcome: 'failed',
    says: 'is being deleted',
  },
  {
    title: 'the note is seen to be deleted only before the DELETE that is accepted',
    evidence: [
      ...refused([READY, WITH], WITH, show('look', 200)),
      evidence('there', [WITH, show('read-back', 200, DELETING), tried(DELETED)], {
        from: 50,
      }),
    ],
    outcome: 'failed',
    says: 'is being deleted',
  },
  {
    title: 'a note that List names and Show no longer finds',
    evidence: refused([READY, WITH], WITH, show('look', 404), WITH, show('look', 404)),
    outcome: 'failed',
    says: 'Show does not find',
  },
  {
    title: 'a note that Show does not find once, and then does',
    evidence: refused([READY, WITH], WITH, show('look', 404), WITH, show('look', 200)),
    outcome: 'passed',
  },
  {
    title: 'Show gives another instance',
    evidence: refused(
      [READY, WITH],
      WITH,
      show('look', 200, note(undefined, { createdAt: '2025-03-17T13:00:00Z' })),
    ),
    outcome: 'failed',
    says: 'another instance',
  },
  {
    title: 'another `spec` in Show',
    evidence: refused([READY, WITH], WITH, show('look', 200, OTHER_SPEC)),
    outcome: 'failed',
    says: 'Show gives another `spec`',
    shows: '"Rice."',
  },
  {
    title: 'another `spec` in List',
    evidence: refused([READY, WITH], list(NEIGHBOUR, OTHER_SPEC), show('look', 200)),
    outcome: 'failed',
    says: 'List gives another `spec`',
  },
  {
    title: 'another `spec` in List, and in the next one the old',
    evidence: refused([READY, WITH], list(NEIGHBOUR, OTHER_SPEC), show('look', 200), WITH),
    outcome: 'passed',
  },
  {
    title: 'another `spec` in Show, which List had before the request',
    evidence: refused(
      [READY, WITH, list(NEIGHBOUR, OTHER_SPEC)],
      list(NEIGHBOUR, OTHER_SPEC),
      show('look', 200, OTHER_SPEC),
    ),
    outcome: 'passed',
  },
  {
    title: 'another `spec` where two Lists in a row never agreed before',
    evidence: refused([READY, list(NEIGHBOUR, OTHER_SPEC), WITH], WITH, show('look', 200, OTHER_SPEC)),
    outcome: 'passed',
  },
  {
    title: 'a try that was throttled and did what it had not to do',
    evidence: [
      evidence('credentials', [
        READY,
        WITH,
        tried(answer(429, {})),
        WITHOUT,
        show('look', 404),
        WITHOUT,
        show('look', 404),
        { purpose: 'install', instance: 2 },
        { ...WITH, instance: 2 },
        { ...REFUSED, instance: 2 },
        { ...WITH, instance: 2 },
      ]),
    ],
    outcome: 'failed',
  },
  {
    title: 'a try without an answer that took the note away',
    evidence: [
      evidence('credentials', [
        READY,
        WITH,
        lost('silent'),
        WITHOUT,
        show('look', 404),
        WITHOUT,
        show('look', 404),
      ]),
    ],
    outcome: 'failed',
  },
  {
    title: 'a DELETE with the right credentials that was throttled and took a neighbour away',
    evidence: [
      evidence('there', [
        READY,
        WITH,
        tried(answer(429, {})),
        list(note()),
        show('look', 200),
        list(note()),
        ...deletion(),
      ]),
    ],
    outcome: 'failed',
  },
  {
    title: 'no List after it',
    evidence: refused([WITH]),
    outcome: 'inconclusive',
  },
  {
    title: 'a request that was accepted, which its status tells',
    evidence: [
      evidence('credentials', [WITH, tried(DELETED), WITHOUT]),
      evidence('there', deletion(), { from: 50 }),
    ],
    outcome: 'not-observed',
  },
];

export const cases: readonly RuleCase[] = CASES.map((one) => ({ ...one, requirement }));
