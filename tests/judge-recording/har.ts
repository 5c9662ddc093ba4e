import { writeFileSync } from 'node:fs';
import { namesOf } from '../../src/suites/modelarts-plugins/mock/options.ts';
import { MOCK_DEFAULTS, type Mock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { listPath, pluginPath } from '../../src/suites/modelarts-plugins/paths.ts';
import { createBody } from '../../src/suites/modelarts-plugins/scenarios/create-body.ts';
import { ask, type Came } from '../mock/ask.ts';
import { test } from '../own-test.ts';

/** A header, a cookie or a parameter as HAR has it. */
export interface Pair {
  readonly name: string;
  readonly value: string;
}

/** An entry as a browser's tools export it; a test changes what it is about. */
export interface Entry {
  startedDateTime: string;
  time: number;
  request: {
    method: string;
    url: string;
    httpVersion: string;
    headers: Pair[];
    queryString: Pair[];
    cookies: Pair[];
    headersSize: number;
    bodySize: number;
    postData?: { mimeType: string; text?: string; params?: Pair[] };
  };
  response: {
    status: number;
    statusText: string;
    httpVersion: string;
    headers: Pair[];
    cookies: Pair[];
    content: Record<string, unknown>;
    redirectURL: string;
    headersSize: number;
    bodySize: number;
    _error?: string | null;
  };
  cache: object;
  timings: object;
}

export const NAMES = namesOf(MOCK_DEFAULTS);
export const HOST = 'https://modelarts.eu-de.example.com';
export const PLUGIN = `${HOST}${pluginPath('', NAMES)}`;

/** The token of a recording: no byte of what is written may hold it. */
export const CANARY = 'canary-MIIFJgYJKoZIhvcNAQcCoIIFFzCCBRMCAQExDTALBgl';

/** The 200 that the page shows, and a 400 as the examples have it. */
export const ACCEPTED = {
  apiVersion: 'v2',
  kind: 'Plugin',
  metadata: { name: `${NAMES.collection}-${NAMES.item}`, creationTimestamp: '2025-03-17T12:29:18Z' },
  spec: { template: { name: NAMES.item, version: '1.6.36', inputs: {} } },
  status: { phase: 'Running', version: '1.6.36', reason: 'Install complete' },
};
export const REFUSED = { error_code: 'ModelArts.50004000', error_msg: 'Bad request.' };

/** A DELETE that was answered so, as Chromium's tools export it. */
export function entryOf(status: number, body: unknown = status === 200 ? ACCEPTED : REFUSED): Entry {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return {
    startedDateTime: '2025-11-29T10:15:00.123+01:00',
    time: 41.5,
    request: {
      method: 'DELETE',
      url: PLUGIN,
      httpVersion: 'h2',
      headers: [
        { name: ':authority', value: 'modelarts.eu-de.example.com' },
        { name: ':method', value: 'DELETE' },
        { name: 'x-auth-token', value: CANARY },
      ],
      queryString: [],
      cookies: [],
      headersSize: -1,
      bodySize: 0,
    },
    response: {
      status,
      statusText: '',
      httpVersion: 'h2',
      headers: [{ name: 'content-type', value: 'application/json;charset=UTF-8' }],
      cookies: [],
      content: { size: Buffer.byteLength(text), mimeType: 'application/json', compression: 0, text },
      redirectURL: '',
      headersSize: -1,
      bodySize: -1,
    },
    cache: {},
    timings: { blocked: 1, dns: -1, ssl: -1, connect: -1, send: 0.1, wait: 38, receive: 2.4 },
  };
}

/** A DELETE with parts of its entry changed. */
export function changed(status: number, change: (entry: Entry) => void): Entry {
  const entry = entryOf(status);
  change(entry);
  return entry;
}

/** The text of a file with these entries. */
export function harOf(
  entries: readonly object[],
  creator: object = { name: 'WebInspector', version: '537.36' },
): string {
  return JSON.stringify({ log: { version: '1.2', creator, pages: [], entries } });
}

/** Writes a file of the test's own, and gives its path. */
export function written(text: string | Buffer, name = 'recorded.har'): string {
  const path = test.info().outputPath(name);
  writeFileSync(path, text);
  return path;
}

/** What a mock really answers, as entries of a browser's tools: an install, a List, a Show, refused and accepted DELETEs. */
export async function trafficOf(mock: Mock): Promise<readonly Entry[]> {
  const [token = ''] = MOCK_DEFAULTS.tokens;
  const wanted = { names: NAMES, templateVersion: null, templateInputs: null };
  const entries: Entry[] = [];
  const send = async (method: string, path: string, body?: string) => {
    const came = await ask(mock, method, path, { token, ...(body === undefined ? {} : { body }) });
    entries.push(cameEntry(method, `${mock.endpoint}${path}`, came));
  };
  const path = pluginPath('', NAMES);
  await send('POST', listPath('', NAMES), createBody(wanted));
  await send('GET', path);
  await send('DELETE', pluginPath('', { ...NAMES, collection: 'Not_A_Name!' }));
  await send('GET', listPath('', NAMES));
  await send('DELETE', path);
  await send('GET', path);
  await send('DELETE', path);
  return entries;
}

function cameEntry(method: string, url: string, { status, headers, bytes }: Came): Entry {
  const entry = entryOf(status);
  const pairs = Object.entries(headers).flatMap(([name, value]) =>
    [value ?? []].flat().map((one): Pair => ({ name, value: one })),
  );
  return {
    ...entry,
    request: { ...entry.request, method, url },
    response: {
      ...entry.response,
      status,
      headers: pairs,
      bodySize: bytes.length,
      content: {
        size: bytes.length,
        mimeType: headers['content-type'] ?? 'x-unknown',
        text: bytes.toString('utf8'),
      },
    },
  };
}
