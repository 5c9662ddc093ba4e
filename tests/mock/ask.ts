import { type IncomingHttpHeaders, request } from 'node:http';
import type { Names } from '../../src/engine/model/resource.ts';
import { EXAMPLE_INPUTS } from '../../src/suites/modelarts-plugins/mock/example-inputs.ts';
import { namesOf } from '../../src/suites/modelarts-plugins/mock/options.ts';
import {
  MOCK_DEFAULTS,
  type Mock,
  type MockOptions,
  startMock,
} from '../../src/suites/modelarts-plugins/mock/server.ts';

/** An answer as it came, or how it failed to. */
export interface Came {
  /** 0 where no status line came. */
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
  /** Null where the answer is whole. */
  readonly trouble: 'timed out' | 'broken off' | null;
}

interface Extras {
  readonly token?: string | null;
  readonly body?: string;
  readonly timeoutMs?: number;
  /** Beside those that every request has. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends one request on a connection of its own, with a valid token unless `token` says otherwise. */
export function ask(mock: Mock, method: string, path: string, extras: Extras = {}): Promise<Came> {
  const { token = 'mock-token', body, timeoutMs = 5000, headers: own = {} } = extras;
  const { hostname, port } = new URL(mock.endpoint);
  const headers = {
    connection: 'close',
    ...(token === null ? {} : { 'x-auth-token': token }),
    ...(body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }),
    ...own,
  };
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let status = 0;
    let answer: IncomingHttpHeaders = {};
    let whole = () => false;
    let timedOut = false;
    const asked = request({ hostname, port, path, method, headers, agent: false }, (response) => {
      status = response.statusCode ?? 0;
      answer = response.headers;
      whole = () => response.complete;
      response.on('data', (chunk: Buffer) => chunks.push(chunk)).on('error', () => {});
    });
    const timer = setTimeout(() => {
      timedOut = true;
      asked.destroy();
    }, timeoutMs);
    asked.on('error', () => {});
    asked.on('close', () => {
      clearTimeout(timer);
      const trouble = timedOut ? 'timed out' : whole() ? null : 'broken off';
      resolve({ status, headers: answer, bytes: Buffer.concat(chunks), trouble });
    });
    asked.end(body);
  });
}

/** The body as JSON; throws where it is none. */
export function bodyOf(came: Came): unknown {
  return JSON.parse(came.bytes.toString());
}

/** The path of a plug-in, or with an empty template name of the pool's plug-ins. */
export function pathOf(names: Partial<Names> = {}): string {
  const { project, collection, item } = { ...namesOf(MOCK_DEFAULTS), ...names };
  const list = `/v2/${encodeURIComponent(project)}/pools/${encodeURIComponent(collection)}/plugins`;
  return item === '' ? list : `${list}/${encodeURIComponent(item)}`;
}

export const LIST = pathOf({ item: '' });

/** The body of a Create of the mock's own template. */
export const CREATE = JSON.stringify({
  apiVersion: 'v2',
  kind: 'Plugin',
  spec: {
    template: {
      name: MOCK_DEFAULTS.templateName,
      version: '1.6.36',
      inputs: { ...EXAMPLE_INPUTS, size: 'large' },
    },
  },
});

/** Runs `use` against a mock and ends it. */
export async function withMock(options: Partial<MockOptions>, use: (mock: Mock) => Promise<void>) {
  const mock = await startMock(options);
  try {
    await use(mock);
  } finally {
    await mock.close();
  }
}
