import { type Answer, bytesOf, jsonAnswer } from '../suites/modelarts-plugins/mock/answer.ts';
import type { Asked } from '../suites/modelarts-plugins/mock/context.ts';
import type { Manner } from '../suites/modelarts-plugins/mock/deviation.ts';
import type { Pool } from '../suites/modelarts-plugins/mock/pool.ts';
import { gatewayRefusal } from '../suites/modelarts-plugins/mock/refusal.ts';

/** Something that befalls some requests, whatever the endpoint behind it would have answered. */
export interface Mishap {
  /** Asked of each request once, in their order. */
  readonly hits: (asked: Asked, pool: Pool) => boolean;
  /** Whether the request is carried out nevertheless. */
  readonly isCarriedOut: boolean;
  /** The answer in place of the endpoint's; null: the endpoint's own. */
  readonly answer: Answer | null;
  /** What is written in place of an answer; null: the answer. */
  readonly write: Manner['write'] | null;
}

/** The manner of a server that it befalls. */
export function befallen({ hits, isCarriedOut, answer, write }: Mishap): Manner {
  const hit = new WeakSet<Asked>();
  return {
    reads: (asked, pool) => {
      if (!hits(asked, pool)) return asked;
      const own = { ...asked };
      hit.add(own);
      return own;
    },
    refuses: ({ asked }) =>
      hit.has(asked) && !isCarriedOut ? gatewayRefusal('deviation', 503, 'APIGW.0613', 'Not reached.') : null,
    answer: (made, { asked }) => (hit.has(asked) ? (answer ?? made) : made),
    write: (response, made, context) =>
      hit.has(context.asked) && write != null ? write(response, made, context) : false,
  };
}

/** A gateway's answer. */
export function gatewayAnswer(status: number, headers: Readonly<Record<string, string>> = {}): Answer {
  return jsonAnswer(
    status,
    { error_code: 'APIGW.0201', error_msg: 'Trouble.', request_id: '0'.repeat(32) },
    headers,
  );
}

/** Closes the connection without a word. */
export const hangUp: NonNullable<Manner['write']> = (response) => {
  response.destroy();
  return true;
};

/** Resets the connection without a word. */
export const reset: NonNullable<Manner['write']> = ({ socket }) => {
  socket?.resetAndDestroy();
  return true;
};

/** Sends the head and half of the body. */
export const breakOff: NonNullable<Manner['write']> = (response, answer) => {
  const bytes = bytesOf(answer);
  response.writeHead(answer.status, { ...answer.headers, 'content-length': String(bytes.length + 1) });
  response.write(bytes.subarray(0, bytes.length / 2), () => response.destroy());
  return true;
};

/** Sends what is no HTTP. */
export const babble: NonNullable<Manner['write']> = ({ socket }) => {
  socket?.end('SSH-2.0-gateway\r\n');
  return true;
};

/** Sends HTTP that breaks RFC 9112. */
export const garble: NonNullable<Manner['write']> = ({ socket }) => {
  socket?.end('HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}');
  return true;
};

/** Sends nothing and keeps the connection. */
export const keepSilent: NonNullable<Manner['write']> = () => true;

/** Whether a request is one of these, by their numbers from 1 among those that `counts`. */
export function numbered(
  numbers: readonly number[],
  counts: (asked: Asked, pool: Pool) => boolean,
): Mishap['hits'] {
  let came = 0;
  return (asked, pool) => {
    if (!counts(asked, pool)) return false;
    came += 1;
    return numbers.includes(came);
  };
}
