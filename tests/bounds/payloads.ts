import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { Disturbance, Passing } from '../campaign/disturbed.ts';

/** So many bytes a bomb unpacks to: less than is read of a body. */
export const UNPACKED = 60 * 1024 * 1024;

/** Zips a text once, however often it is sent. */
function zipper(): (key: string, text: () => string) => Buffer {
  const known = new Map<string, Buffer>();
  return (key, text) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const bytes = gzipSync(text(), { level: 1 });
    known.set(key, bytes);
    return bytes;
  };
}

function sendZipped(response: ServerResponse, status: number, bytes: Buffer): void {
  response.writeHead(status, { 'content-type': 'application/json', 'content-encoding': 'gzip' }).end(bytes);
}

/** Which requests get a changed answer. */
export type Which = (passing: Passing) => boolean;

/** The mock's own answer with one more member of 60 MiB, or, where that is no object, with as many blanks behind it. */
export function bomb(which: Which): (passing: Passing) => Disturbance {
  const zipped = zipper();
  return (passing) =>
    which(passing)
      ? {
          after: (response, { status, body }) => {
            const text = () =>
              body.endsWith('}')
                ? `${body.slice(0, -1)},"pad":"${'x'.repeat(UNPACKED)}"}`
                : body + ' '.repeat(UNPACKED);
            sendZipped(response, status, zipped(body, text));
          },
        }
      : null;
}

/** One of the plug-ins that a large pool has beside the mock's own. */
export function neighbour(at: number, spec: object = {}): string {
  const name = `plug-${at}`;
  return JSON.stringify({
    kind: 'Plugin',
    apiVersion: 'v2',
    metadata: { name: `pool-4cd0-${name}`, creationTimestamp: '2025-03-17T12:29:18Z' },
    spec: { template: { name, version: '1.2.3', inputs: { at, ...spec } } },
    status: { phase: 'Running', version: '1.2.3', reason: 'Install complete', values: 'v'.repeat(200) },
  });
}

/** A List that names these beside those that the mock names. */
export function listed(body: string, neighbours: string): string {
  const { items, ...rest }: { items: readonly object[] } = JSON.parse(body);
  const own = items.map((item) => JSON.stringify(item));
  return `${JSON.stringify(rest).slice(0, -1)},"items":[${[...own, neighbours].join()}]}`;
}

/** Each List of the pool with so many plug-ins more; `changed` is told how many DELETEs were answered, and changes them. */
export function largePool(
  count: number,
  neighbours: (deletions: number) => string = () =>
    Array.from({ length: count }, (_, at) => neighbour(at)).join(),
): (passing: Passing) => Disturbance {
  const zipped = zipper();
  let deletions = 0;
  let text: { readonly of: number; readonly neighbours: string } | null = null;
  return ({ method, onList, own }) => {
    if (method === 'DELETE' && own) {
      return {
        after: (response, { status, body }) => {
          if (status === 200) deletions += 1;
          response.writeHead(status, { 'content-type': 'application/json' }).end(body);
        },
      };
    }
    if (method !== 'GET' || !onList) return null;
    return {
      after: (response, { status, body }) => {
        if (status !== 200) {
          response.writeHead(status, { 'content-type': 'application/json' }).end(body);
          return;
        }
        const now = deletions;
        if (text?.of !== now) text = { of: now, neighbours: neighbours(now) };
        const { neighbours: others } = text;
        sendZipped(
          response,
          200,
          zipped(`${now} ${body}`, () => listed(body, others)),
        );
      },
    };
  };
}
