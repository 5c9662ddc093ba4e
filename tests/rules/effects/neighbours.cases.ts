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
import { lost, type RuleCase, type Step, tried } from '../steps.ts';

/** An accepted DELETE of the note, and the Lists that follow it. */
function followedBy(...lists: readonly Step[]): readonly Step[] {
  return [WITH, tried(DELETED), ...lists];
}

function neighbour(changes: object): Step {
  return list(note('bread', changes));
}

/** Show of the neighbour. */
function shown(status: number, body: object = NEIGHBOUR): Step {
  return { ...show('look', status, body), item: 'bread' };
}

const LATER = { createdAt: 'later' };
const requirement = 'delete.effect.neighbours';

/** Two neighbours that share a name. */
const TWIN = note('bread', {
  createdAt: '2025-03-17T13:00:00Z',
});

export const cases: readonly RuleCase[] = [
  {
    title: 'a neighbour in another phase, and one more note',
    requirement,
    evidence: [evidence('there', followedBy(list(note('bread', { state: 'writing' }), note('soups'))))],
    outcome: 'passed',
  },
  {
    title: 'a neighbour that two Lists in a row do not name',
    requirement,
    evidence: [evidence('there', followedBy(list(), list(), shown(404)))],
    outcome: 'failed',
    says: 'is not in List afterwards',
  },
  {
    title: 'a neighbour that one List alone does not name',
    requirement,
    evidence: [evidence('there', followedBy(list(), WITHOUT))],
    outcome: 'passed',
  },
  {
    title: 'a neighbour that List was asked for once',
    requirement,
    evidence: [evidence('there', followedBy(list()))],
    outcome: 'inconclusive',
    says: 'not asked again',
  },
  {
    title: 'a neighbour that List leaves out and Show gives as before',
    requirement,
    evidence: [evidence('there', followedBy(list(), list(), shown(200)))],
    outcome: 'drift',
    says: 'is left out by List',
  },
  {
    title: 'a neighbour that List leaves out and Show gives as another instance',
    requirement,
    evidence: [evidence('there', followedBy(list(), list(), shown(200, note('bread', LATER))))],
    outcome: 'failed',
  },
  {
    title: 'a neighbour that List leaves out and of which Show does not say anything',
    requirement,
    evidence: [evidence('there', followedBy(list(), list(), shown(500)))],
    outcome: 'inconclusive',
  },
  {
    title: 'a neighbour that is gone and was being deleted before',
    requirement,
    evidence: [
      evidence('there', [list(note(), note('bread', { state: 'leaving' })), tried(DELETED), list()]),
    ],
    outcome: 'inconclusive',
    says: 'was being deleted before the request',
  },
  {
    title: 'a neighbour with another `spec`',
    requirement,
    evidence: [
      evidence(
        'there',
        followedBy(neighbour({ content: { a: 1 } }), neighbour({ content: { a: 1 } }), shown(404)),
      ),
    ],
    outcome: 'failed',
    says: 'another `spec`',
  },
  {
    title: 'a neighbour without a `spec` in both Lists, which Show gives as before',
    requirement,
    evidence: [
      evidence('there', followedBy(neighbour({ content: {} }), neighbour({ content: {} }), shown(200))),
    ],
    outcome: 'passed',
  },
  {
    title: 'a neighbour whose `spec` one of the two Lists has as before',
    requirement,
    evidence: [evidence('there', followedBy(neighbour({ content: { a: 1 } }), WITHOUT))],
    outcome: 'passed',
  },
  {
    title: 'a neighbour that was installed anew',
    requirement,
    evidence: [evidence('there', followedBy(neighbour(LATER), neighbour(LATER)))],
    outcome: 'failed',
    says: 'another `creationTimestamp`',
  },
  {
    title: 'a neighbour whose time of creation is written in another way',
    requirement,
    evidence: [evidence('there', followedBy(neighbour({ createdAt: '2025-03-17T13:29:18.0+01:00' })))],
    outcome: 'passed',
  },
  {
    title: 'one of two neighbours that share a name is gone',
    requirement,
    evidence: [evidence('there', [list(NEIGHBOUR, TWIN, note()), tried(DELETED), list(TWIN), list(TWIN)])],
    outcome: 'failed',
    says: 'is not in List afterwards',
  },
  {
    title: 'two neighbours that share a name, in another order',
    requirement,
    evidence: [evidence('there', [list(NEIGHBOUR, TWIN, note()), tried(DELETED), list(TWIN, NEIGHBOUR)])],
    outcome: 'passed',
  },
  {
    title: 'a neighbour that goes before List stops naming the note',
    requirement,
    evidence: [
      evidence('there', followedBy(WITH, list(note()), show('settle', 404), list(), list(), shown(404))),
    ],
    outcome: 'failed',
  },
  {
    title: 'a neighbour that is gone at the end of the run alone, which is its own business',
    requirement,
    evidence: [evidence('there', deletion()), evidence('end-of-run', [list()], { from: 50 })],
    outcome: 'passed',
  },
  {
    title: 'a neighbour that went with a DELETE whose answer was lost, and which was sent again',
    requirement,
    evidence: [
      evidence('there', [
        WITH,
        lost('silent'),
        show('settle', 200),
        list(note()),
        list(note()),
        shown(404),
        show('read-back', 200),
        tried(DELETED),
        show('settle', 404),
        list(),
        show('settle', 404),
        list(),
      ]),
    ],
    outcome: 'failed',
  },
  {
    title: 'no List before',
    requirement,
    evidence: [evidence('there', [tried(DELETED), ...GONE])],
    outcome: 'inconclusive',
    says: 'before the DELETE',
  },
  {
    title: 'a DELETE that was not sent',
    requirement,
    evidence: [
      evidence('end-of-run', [list(NEIGHBOUR)]),
      evidence('credentials', [WITH, tried(answer(401, PROBLEM))]),
    ],
    outcome: 'inconclusive',
  },
];
