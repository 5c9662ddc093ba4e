import { type Answer, bytesOf } from './mock/answer.ts';
import type { Asked, MannerOf, MockTypes, PlainManner } from './mock/manner.ts';

type Write = NonNullable<PlainManner['write']>;

/** Something that befalls some requests, whatever the endpoint behind it would have answered. */
export interface Mishap<M extends MockTypes> {
  /** Asked of each request once, in their order. */
  readonly hits: (asked: M['asked'], pool: M['pool']) => boolean;
  /** Whether the request is carried out nevertheless. */
  readonly isCarriedOut: boolean;
  /** The answer in place of the endpoint's; null: the endpoint's own. */
  readonly answer: Answer | null;
  /** What is written in place of an answer; null: the answer. */
  readonly write: Write | null;
}

/** The manner of a server that it befalls; `refusal` is that of a request that is not carried out. */
export function befallen<M extends MockTypes>(
  { hits, isCarriedOut, answer, write }: Mishap<M>,
  refusal: M['refusal'],
): MannerOf<M> {
  const hit = new WeakSet<Asked>();
  return {
    reads: (asked, pool) => {
      if (!hits(asked, pool)) return asked;
      const own = { ...asked };
      hit.add(own);
      return own;
    },
    refuses: ({ asked }) => (hit.has(asked) && !isCarriedOut ? refusal : null),
    answer: (made, { asked }) => (hit.has(asked) ? (answer ?? made) : made),
    write: (response, made, context) =>
      hit.has(context.asked) && write != null ? write(response, made, context) : false,
  };
}

/** Closes the connection without a word. */
export const hangUp: Write = (response) => {
  response.destroy();
  return true;
};

/** Resets the connection without a word. */
export const reset: Write = ({ socket }) => {
  socket?.resetAndDestroy();
  return true;
};

/** Sends the head and half of the body. */
export const breakOff: Write = (response, answer) => {
  const bytes = bytesOf(answer);
  response.writeHead(answer.status, { ...answer.headers, 'content-length': String(bytes.length + 1) });
  response.write(bytes.subarray(0, bytes.length / 2), () => response.destroy());
  return true;
};

/** Sends what is no HTTP. */
export const babble: Write = ({ socket }) => {
  socket?.end('SSH-2.0-gateway\r\n');
  return true;
};

/** Sends HTTP that breaks RFC 9112. */
export const garble: Write = ({ socket }) => {
  socket?.end('HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}');
  return true;
};

/** Sends nothing and keeps the connection. */
export const keepSilent: Write = () => true;

/** Whether a request is one of these, by their numbers from 1 among those that `counts`. */
export function numbered(
  numbers: readonly number[],
  counts: (asked: Asked) => boolean,
): (asked: Asked) => boolean {
  let came = 0;
  return (asked) => {
    if (!counts(asked)) return false;
    came += 1;
    return numbers.includes(came);
  };
}
