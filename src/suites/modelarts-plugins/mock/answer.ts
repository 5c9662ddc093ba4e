import type { Json } from '../../../engine/json.ts';
import type { Refusal } from './refusal.ts';

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

/** A refusal in the shape of the service, or in the gateway's, which has a `request_id` and repeats it in a header. */
export function refusalAnswer({ status, code, message, atGateway }: Refusal, requestId: string): Answer {
  const error = { error_code: code, error_msg: message };
  if (!atGateway) return jsonAnswer(status, error);
  return jsonAnswer(status, { ...error, request_id: requestId }, { 'x-request-id': requestId });
}

/** The bytes of an answer's body. */
export function bytesOf(answer: Answer): Buffer {
  return answer.bytes ?? Buffer.from(JSON.stringify(answer.body));
}
