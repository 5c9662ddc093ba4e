import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Names } from '../../../src/engine/model/resource.ts';
import { namesIn } from './api.ts';
import type { Deviation } from './deviation.ts';
import { TARGET } from './suite.ts';

/** A note of the notebook. */
export interface Note {
  readonly name: string;
  readonly createdAt: string;
  readonly state: string;
  readonly content: { readonly text: string; readonly labels: readonly string[] };
}

/** The notes of the one notebook that there is, by name. */
export type Notebook = Map<string, Note>;

/** What is read of a request. */
export interface NotesRequest {
  readonly method: string;
  /** Null in a path that is none of notes. */
  readonly names: Names | null;
  readonly token: string | null;
  readonly body: string;
}

/** An answer before it is written. */
export interface Answer {
  readonly status: number;
  /** Null: it says none. */
  readonly mediaType: string | null;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A notebook as it is before a run: two notes that nobody may touch. */
export function openNotebook(): Notebook {
  return new Map(['bread', 'spices'].map((name) => [name, written(name, `All about ${name}.`)]));
}

/** An answer in JSON. */
export function inJson(status: number, value: unknown, mediaType = 'application/json'): Answer {
  return { status, mediaType, body: JSON.stringify(value) };
}

/** A problem document of RFC 9457; `more`: members beside those that each has. */
export function problem(status: number, title: string, more: object = {}): Answer {
  return inJson(status, { type: 'about:blank', title, status, ...more }, 'application/problem+json');
}

/** As many characters as a name has at most. */
const LONGEST = 100;

function tooLong({ length }: string): Answer {
  const error = { detail: 'A name is too long.', found: { length }, allowed: { length: LONGEST } };
  return problem(400, 'That is no name.', { errors: [error] });
}

/** Carries a request out as the description has it, and answers. */
export function respond(request: NotesRequest, notebook: Notebook): Answer {
  const { method, names, token, body } = request;
  if (names === null) return problem(404, 'There is no such path.');
  if (token !== TARGET.token) return problem(401, 'Who is asking?');
  const long = [names.collection, names.item].find((name) => name.length > LONGEST);
  if (long !== undefined) return tooLong(long);
  if (names.project !== TARGET.project || names.collection !== TARGET.collection)
    return problem(404, 'There is no such notebook.');
  if (names.item === '') return ofAll(method, body, notebook);
  const note = notebook.get(names.item);
  if (method !== 'GET' && method !== 'DELETE') return problem(405, 'That cannot be done with a note.');
  if (note === undefined) return problem(404, 'There is no such note.');
  if (method === 'GET') return inJson(200, note);
  notebook.delete(names.item);
  return { status: 204, mediaType: null, body: '' };
}

function ofAll(method: string, body: string, notebook: Notebook): Answer {
  if (method === 'GET') return inJson(200, { notes: [...notebook.values()] });
  if (method !== 'POST') return problem(405, 'That cannot be done with notes.');
  const { name, text }: { name?: unknown; text?: unknown } = JSON.parse(body);
  if (typeof name !== 'string' || typeof text !== 'string')
    return problem(400, 'A note has a name and a text.');
  if (notebook.has(name)) return problem(409, 'There is a note of that name.');
  const note = written(name, text);
  notebook.set(name, note);
  return inJson(201, note);
}

function written(name: string, text: string): Note {
  return { name, createdAt: new Date().toISOString(), state: 'ready', content: { text, labels: [] } };
}

/** Starts a server of one notebook on a free port. */
export async function startNotes(deviation: Deviation | null, server: string) {
  const notebook = openNotebook();
  const deviate = deviation?.begin(notebook) ?? ((_: NotesRequest, right: () => Answer) => right());
  const http = createServer(async (incoming, outgoing) => {
    const request = await read(incoming);
    write(
      outgoing,
      deviate(request, () => respond(request, notebook)),
      server,
    );
  });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  // A server that listens on TCP has an address with a port.
  const { port } = http.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    close: async () => {
      http.close();
      http.closeAllConnections();
      await once(http, 'close');
    },
  };
}

async function read(incoming: IncomingMessage): Promise<NotesRequest> {
  let body = '';
  for await (const chunk of incoming) body += chunk;
  const { method = '', url = '', headers } = incoming;
  const token = headers.authorization?.replace(/^Bearer /, '') ?? null;
  return { method, names: namesIn(url), token, body };
}

function write(
  outgoing: ServerResponse,
  { status, mediaType, body, headers = {} }: Answer,
  server: string,
): void {
  const type = mediaType === null ? {} : { 'Content-Type': mediaType };
  const all = { Server: server, Date: new Date().toUTCString(), ...type, ...headers };
  if (status !== 204) {
    outgoing.writeHead(status, { ...all, 'Content-Length': Buffer.byteLength(body) }).end(body);
    return;
  }
  // Node's server writes no body of a 204, whatever it is given.
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  outgoing.socket?.end(`HTTP/1.1 204 No Content\r\n${lines.join('')}\r\n${body}`);
}
