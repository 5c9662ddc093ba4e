import type { About, OperationUnderTest } from '../../../src/engine/model/requirement.ts';
import type { Expectation, Probe, Scenario } from '../../../src/engine/model/scenario.ts';

/** The operation under test. */
export const DELETE_NOTE: OperationUnderTest = { id: 'DeleteNote', slug: 'delete' };

/** The chapters of the walk. */
export const chapters = ['access', '400', '404', '204', 'effects'] as const;

const ANSWERS = { 401: 'answer', 403: 'answer' } as const;
const UNLESS_LISTED = { 401: 'trouble-unless-control', 403: 'trouble-unless-control' } as const;
const TROUBLE = { 401: 'trouble', 403: 'trouble' } as const;

const THERE: Expectation = {
  ...{
    id: 'there',
    kind: 'accepted',
    passes: [[204, 204]],
    drift: [],
    expected: '204',
    must: 'answer 204 to',
  },
  ...{ basis: 'documented', clause: 'DeleteNote, 204', readings: [], documented: '204', toOwn: true },
  refusedCredentials: TROUBLE,
};

const ILL_FORMED: Expectation = {
  ...{ id: 'ill-formed', kind: 'refused', passes: [[400, 400]], drift: [403, 404, 414], expected: '400' },
  ...{ must: 'answer 400 to', basis: 'documented', clause: '/components/parameters/note', readings: [] },
  ...{ documented: 'default', toOwn: false, refusedCredentials: UNLESS_LISTED },
};

const NO_SUCH: Expectation = {
  ...{
    id: 'no-such',
    kind: 'refused',
    passes: [[404, 404]],
    drift: [410],
    expected: '404',
    must: 'answer 404 to',
  },
  ...{ basis: 'documented', clause: 'DeleteNote, 404', readings: [], documented: '404', toOwn: false },
  refusedCredentials: TROUBLE,
};

const NO_CREDENTIALS: Expectation = {
  ...{ id: 'no-credentials', kind: 'refused', passes: [[401, 401]], drift: [403], expected: '401' },
  ...{ must: 'answer 401 to', basis: 'http', clause: 'RFC 9110, section 15.5.2', readings: [] },
  ...{ documented: 'default', toOwn: true, refusedCredentials: ANSWERS },
};

const NO_METHOD: Expectation = {
  ...{ id: 'no-method', kind: 'refused', passes: [[400, 499]], drift: [501], expected: 'any 4xx' },
  ...{ must: 'answer a 4xx to', basis: 'http', clause: 'RFC 9110, section 15.5.6', readings: [] },
  ...{ documented: null, toOwn: true, refusedCredentials: ANSWERS },
};

const NOTHING: Expectation = {
  ...{ id: 'nothing', kind: 'nothing', passes: [], drift: [], expected: '', must: '', basis: 'documented' },
  ...{ clause: 'DeleteNote, 204', readings: [], documented: null, toOwn: false, refusedCredentials: TROUBLE },
};

function about(status: string | null, facet: string, name: string): About {
  return { operation: DELETE_NOTE, status, facet, field: null, name };
}

function probe(change: Pick<Probe, 'id' | 'about' | 'title' | 'expected'> & Partial<Probe>): Probe {
  const { method = 'DELETE' } = change;
  const operation = method === 'DELETE' ? DELETE_NOTE.id : null;
  return { credentials: 'user', body: null, names: (names) => names, ...change, method, operation };
}

/** The walk: refusals run against the note that is deleted afterwards. */
export const scenarios: readonly Scenario[] = [
  {
    id: 'credentials',
    title: 'a DELETE of a note without valid credentials is refused',
    chapter: 'access',
    instance: 'present',
    probes: [
      probe({
        id: 'no-token',
        about: about(null, 'access', 'no-token'),
        title: 'without a token',
        expected: NO_CREDENTIALS,
        credentials: 'none',
      }),
      probe({
        id: 'wrong-token',
        about: about(null, 'access', 'wrong-token'),
        title: 'with a wrong token',
        expected: NO_CREDENTIALS,
        credentials: 'wrong',
      }),
    ],
  },
  {
    id: 'methods',
    title: 'a method that the path does not document is refused',
    chapter: 'access',
    instance: 'present',
    probes: [
      probe({
        id: 'put',
        about: about(null, 'method', 'put'),
        title: "to the note's path",
        expected: NO_METHOD,
        method: 'PUT',
        body: '{"text":"Written over."}',
      }),
    ],
  },
  {
    id: 'ill-formed',
    title: 'a DELETE with a name that is too long is refused',
    chapter: '400',
    instance: 'present',
    probes: [
      probe({
        id: 'ill-formed-note',
        about: about('default', 'answer', 'ill-formed.note'),
        title: 'with a name of a note that is too long',
        expected: ILL_FORMED,
        names: (names) => ({ ...names, item: 'x'.repeat(101) }),
      }),
      probe({
        id: 'ill-formed-notebook',
        about: about('default', 'answer', 'ill-formed.notebook'),
        title: 'with a name of a notebook that is too long',
        expected: ILL_FORMED,
        names: (names) => ({ ...names, collection: 'x'.repeat(101) }),
      }),
    ],
  },
  {
    id: 'unknown',
    title: 'a DELETE of a note that does not exist is refused',
    chapter: '404',
    instance: 'present',
    probes: [
      probe({
        id: 'unknown-note',
        about: about('404', 'answer', 'unknown.note'),
        title: 'of a note that was never written',
        expected: NO_SUCH,
        mustNotExist: true,
        names: (names) => ({ ...names, item: 'never-written' }),
      }),
      probe({
        id: 'unknown-notebook',
        about: about('404', 'answer', 'unknown.notebook'),
        title: 'in a notebook that does not exist',
        expected: NO_SUCH,
        mustNotExist: true,
        names: (names) => ({ ...names, collection: 'never-bought' }),
      }),
    ],
  },
  {
    id: 'there',
    title: 'a note is deleted',
    chapter: '204',
    instance: 'present',
    probes: [
      probe({ id: 'delete', about: about('204', 'answer', 'status'), title: 'of a note', expected: THERE }),
    ],
  },
  {
    id: 'again',
    title: 'another note is deleted',
    chapter: '204',
    instance: 'present',
    ownInstance: true,
    probes: [
      probe({
        id: 'delete-another',
        about: about('204', 'answer', 'again'),
        title: 'of another note of that name',
        expected: THERE,
      }),
    ],
  },
  {
    id: 'repeated',
    title: 'the same DELETE again, once the note is gone, is refused',
    chapter: 'effects',
    instance: 'gone',
    probes: [
      probe({
        id: 'repeat',
        about: about('404', 'answer', 'repeated'),
        title: 'of the note that was deleted before',
        expected: NO_SUCH,
        mustNotExist: true,
      }),
    ],
  },
  {
    id: 'end-of-run',
    title: 'at the end the note is still gone and the rest of the notebook is as it was',
    chapter: 'effects',
    instance: 'untouched',
    probes: [
      probe({
        id: 'end',
        about: about(null, 'effect', 'still-gone'),
        title: 'nothing is sent; the notebook is looked at',
        expected: NOTHING,
      }),
    ],
  },
];
