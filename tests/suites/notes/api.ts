import { isObject, member } from '../../../src/engine/contract/json-value.ts';
import type { Names, ResourceView } from '../../../src/engine/model/resource.ts';
import type { JudgedResource } from '../../../src/lifecycle/effects/resource.ts';
import { GuardError } from '../../../src/lifecycle/guard-error.ts';
import type { Resource } from '../../../src/lifecycle/walk/walked-suite.ts';

/** How the API calls what is under test, and where its description says what becomes of it. */
export const NOTE: JudgedResource = {
  words: { item: 'note', collection: 'notebook' },
  clauses: { deletion: '/paths DeleteNote, 204', item: '/components/parameters/note' },
  readings: { deleted: [], staysDeleted: [], others: [], refused: [] },
};

/** The path of a notebook's notes, or of one of them. */
export function pathOf(prefix: string, operation: string | null, names: Names): string {
  const [account, notebook, note] = [names.project, names.collection, names.item].map(encodeURIComponent);
  const list = `${prefix}/v1/${account}/notebooks/${notebook}/notes`;
  return operation === 'ListNotes' || operation === 'CreateNote' ? list : `${list}/${note}`;
}

/** The names in a path of notes, the note '' where it is that of all; null in any other. */
export function namesIn(path: string): Names | null {
  const [, account, notebook, note = ''] =
    /^\/v1\/([^/]+)\/notebooks\/([^/]+)\/notes(?:\/([^/]+))?$/.exec(path) ?? [];
  if (account === undefined || notebook === undefined) return null;
  const [project = '', collection = '', item = ''] = [account, notebook, note].map(decodeURIComponent);
  return { project, collection, item };
}

function guard(path: string, prefix: string): void {
  const names = path.startsWith(prefix) ? namesIn(path.slice(prefix.length)) : null;
  if (names === null) throw new GuardError(path, 'it is not that of notes');
  const isDots = Object.values(names).some((name) => name === '.' || name === '..' || name.includes('/'));
  if (isDots) throw new GuardError(path, 'a name in it addresses something else');
}

/** Reads one note; null where it is no object that names one. */
export function readNote(value: unknown): ResourceView | null {
  if (!isObject(value) || typeof value['name'] !== 'string') return null;
  const { name, createdAt, state } = value;
  return {
    item: name,
    name,
    creationTimestamp: typeof createdAt === 'string' ? createdAt : null,
    phase: typeof state === 'string' ? state : null,
    version: null,
    inputs: undefined,
    spec: member(value, 'content'),
  };
}

const read = new WeakMap<object, readonly ResourceView[]>();

function readList(value: unknown): readonly ResourceView[] | null {
  const notes = member(value, 'notes');
  if (!Array.isArray(notes)) return null;
  const views = read.get(notes) ?? notes.flatMap((note) => readNote(note) ?? []);
  read.set(notes, views);
  return views;
}

const NAMES = [
  ...['notes', 'name', 'createdAt', 'state', 'content', 'text', 'labels'],
  ...['title', 'status', 'type', 'errors', 'found', 'allowed', 'length'],
];

/** The note of a notebook, as a resource that is created, shown, listed and deleted. */
export const resource: Resource = {
  words: NOTE.words,
  keys: { project: 'account', collection: 'notebook', item: 'note', source: 'noteSource' },
  operations: { create: 'CreateNote', show: 'ShowNote', list: 'ListNotes', delete: 'DeleteNote' },
  readItem: readNote,
  documented: { names: new Set(NAMES), maps: new Set() },
  readShown: readNote,
  readList,
  readListedBriefly: ({ table, stretches }) =>
    stretches.flatMap((from, at) => (at % 2 === 0 ? table.slice(from, stretches[at + 1]) : [])),
  otherNames: () => [],
  phases: { underWay: ['writing'], failed: 'lost', leaving: 'leaving' },
  denials: { documented: [404], drift: [410] },
  path: pathOf,
  guard,
  isNamedBy: ({ item }) => item !== '' && item !== '.' && item !== '..',
  createBody: ({ names }) => JSON.stringify({ name: names.item, text: 'Milk and flour.' }),
};
