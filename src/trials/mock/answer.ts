import type { Json } from '../../engine/json.ts';

/** An answer before it is written. */
export interface Answer {
  readonly status: number;
  /** Lower-case names, several values for several lines; `content-length` and `date` are added when it is written. */
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly body: Json;
  /** Sent in place of `body` where it is not null. */
  readonly bytes: Buffer | null;
}

/** An answer with a JSON body. */
export function jsonAnswer(
  status: number,
  body: Json,
  headers: Readonly<Record<string, string>> = {},
): Answer {
  return {
    status,
    headers: { 'content-type': 'application/json;charset=UTF-8', ...headers },
    body,
    bytes: null,
  };
}

/** The bytes of an answer's body. */
export function bytesOf(answer: Answer): Buffer {
  return answer.bytes ?? Buffer.from(JSON.stringify(answer.body));
}
