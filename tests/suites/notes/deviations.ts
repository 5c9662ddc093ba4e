import { changed, DELETED, type Deviation, ghost, instead, isDelete } from './deviation.ts';
import { inJson, type Note, problem } from './server.ts';
import { TARGET } from './suite.ts';

/** Every deviation. */
export const deviations: readonly Deviation[] = [
  {
    name: '204-with-a-body',
    title: 'A body follows the head of a 204.',
    catches: 'delete.204.body',
    begin: changed(204, (answer) => ({ ...answer, body: '{"deleted":true}' })),
  },
  {
    name: '204-with-a-length',
    title: 'A 204 says that it has a body.',
    catches: 'delete.204.body',
    begin: changed(204, (answer) => ({ ...answer, headers: { 'Content-Length': '12' } })),
  },
  {
    name: '404-no-problem',
    title: 'A 404 is no problem document.',
    catches: 'delete.404.body.title',
    begin: changed(404, () =>
      inJson(404, { error: 'no such note', status: 404 }, 'application/problem+json'),
    ),
  },
  {
    name: '404-empty',
    title: 'A 404 has no body.',
    catches: 'delete.404.json',
    begin: changed(404, (answer) => ({ ...answer, body: '' })),
  },
  {
    name: '404-in-html',
    title: 'A 404 is a page for people, though it says that it is a problem document.',
    catches: 'delete.404.json',
    begin: changed(404, (answer) => ({ ...answer, body: '<p>There is no such note.</p>' })),
  },
  {
    name: '404-status-in-words',
    title: 'The `status` of a 404 is a string.',
    catches: 'delete.404.body.status',
    begin: changed(404, () =>
      inJson(404, { title: 'There is no such note.', status: '404' }, 'application/problem+json'),
    ),
  },
  {
    name: '404-wrong-media-type',
    title: 'A 404 says that it is plain JSON.',
    catches: 'delete.404.media-type',
    begin: changed(404, (answer) => ({ ...answer, mediaType: 'application/json' })),
  },
  {
    name: '404-duplicate-member',
    title: 'The problem of a 404 has its `title` twice.',
    catches: 'delete.404.json.unique-names',
    begin: changed(404, (answer) => ({ ...answer, body: answer.body.replace('{', '{"title":"Nothing.",') })),
  },
  {
    name: '404-byte-order-mark',
    title: 'The body of a 404 begins with a byte order mark.',
    catches: 'delete.404.json.encoding',
    begin: changed(404, (answer) => ({ ...answer, body: `\uFEFF${answer.body}` })),
  },
  {
    name: 'undocumented-status',
    title: 'A DELETE that is carried out is answered 200.',
    catches: 'delete.204.status',
    begin: changed(204, () => inJson(200, {})),
  },
  {
    name: 'unknown-answered-204',
    title: 'A DELETE of a note that nobody wrote is answered as if it were carried out.',
    catches: 'delete.404.unknown.note',
    begin: changed(404, () => DELETED),
  },
  {
    name: 'long-name-answered-500',
    title: 'A DELETE of a note whose name is too long is answered 500.',
    catches: 'delete.default.ill-formed.note',
    begin: changed(400, () => problem(500, 'The name does not fit its column.')),
  },
  {
    name: 'long-notebook-answered-204',
    title: 'A DELETE in a notebook whose name is too long is answered as if it were carried out.',
    catches: 'delete.default.ill-formed.notebook',
    begin: changed(400, () => DELETED),
  },
  {
    name: 'length-in-words',
    title: 'The problem of a 400 tells a length as a string.',
    catches: 'delete.default.body.errors.found.length',
    begin: changed(400, (answer) => ({
      ...answer,
      body: answer.body.replace(/"length":(\d+)/, '"length":"$1"'),
    })),
  },
  {
    name: 'default-broken-body',
    title: 'The problem of a 401 has no `title`.',
    catches: 'delete.default.body.title',
    begin: changed(401, () => inJson(401, { status: 401 }, 'application/problem+json')),
  },
  {
    name: 'default-no-json',
    title: 'The body of a 401 is cut off.',
    catches: 'delete.default.json',
    begin: changed(401, (answer) => ({ ...answer, body: answer.body.slice(0, -2) })),
  },
  {
    name: 'default-with-a-trace',
    title: 'The problem of a 401 shows where in the code it came from.',
    catches: 'delete.error.no-internals',
    begin: changed(401, () =>
      problem(401, 'TypeError: no user\n    at authenticate (/srv/notes/auth.js:12:7)'),
    ),
  },
  {
    name: 'still-there',
    title: 'A DELETE is answered 204 and does nothing.',
    catches: 'delete.effect.gone',
    begin: instead(() => DELETED),
  },
  {
    name: 'gone-from-show-alone',
    title: 'List goes on naming what was deleted, and Show does not find it.',
    catches: 'delete.effect.unlisted',
    begin: ghost(
      ({ names }) => names?.item === '',
      (note, { body }) => inJson(200, { notes: [...JSON.parse(body).notes, note] }),
    ),
  },
  {
    name: 'gone-from-list-alone',
    title: 'Show goes on finding what was deleted, and List does not name it.',
    catches: 'delete.effect.gone',
    begin: ghost(
      ({ names }) => names?.item === TARGET.item,
      (note) => inJson(200, note),
    ),
  },
  {
    name: 'neighbour-deleted',
    title: 'A DELETE takes another note of the notebook along.',
    catches: 'delete.effect.neighbours',
    begin: instead((notebook, _, right) => {
      notebook.delete('bread');
      return right();
    }),
  },
  {
    name: 'neighbour-written-over',
    title: 'A DELETE writes over another note of the notebook.',
    catches: 'delete.effect.neighbours',
    begin: instead((notebook, _, right) => {
      const bread = notebook.get('bread');
      if (bread !== undefined) notebook.set('bread', { ...bread, content: { text: '', labels: [] } });
      return right();
    }),
  },
  {
    name: 'refused-yet-deleted',
    title: 'A DELETE without a token is refused with 401, and the note is gone.',
    catches: 'delete.effect.refused-unchanged',
    begin: (notebook) => (request, right) => {
      if (isDelete(request) && request.token === null) notebook.delete(request.names?.item ?? '');
      return right();
    },
  },
  {
    name: 'no-token-accepted',
    title: 'A DELETE without a token is carried out.',
    catches: 'delete.access.no-token',
    begin: (notebook) => (request, right) => {
      if (!isDelete(request) || request.token !== null) return right();
      notebook.delete(request.names?.item ?? '');
      return DELETED;
    },
  },
  {
    name: 'put-works',
    title: 'A PUT writes over the note.',
    catches: 'delete.method.put',
    begin: (notebook) => (request, right) => {
      const note = notebook.get(request.names?.item ?? '');
      if (request.method !== 'PUT' || note === undefined) return right();
      const content = { ...note.content, text: 'Written over.' };
      notebook.set(note.name, { ...note, content });
      return inJson(200, { ...note, content });
    },
  },
  {
    name: 'comes-back',
    title: 'What was deleted is back once it has been denied, and stays.',
    catches: 'delete.effect.still-gone',
    begin: (notebook) => {
      let gone: Note | null = null;
      let denials = 0;
      return (request, right) => {
        const note = notebook.get(request.names?.item ?? '') ?? null;
        const answer = right();
        if (isDelete(request) && answer.status === 204) gone = note;
        if (request.method === 'POST') gone = null;
        if (gone === null || request.method !== 'GET') return answer;
        denials += 1;
        if (denials === 5) notebook.set(gone.name, gone);
        return answer;
      };
    },
  },
];
