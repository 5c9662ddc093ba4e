import { type Answer, jsonAnswer } from '../../../trials/mock/answer.ts';
import type { Refusal } from './refusal.ts';

/** A refusal in the shape of the service, or in the gateway's, which has a `request_id` and repeats it in a header. */
export function refusalAnswer({ status, code, message, atGateway }: Refusal, requestId: string): Answer {
  const error = { error_code: code, error_msg: message };
  if (!atGateway) return jsonAnswer(status, error);
  return jsonAnswer(status, { ...error, request_id: requestId }, { 'x-request-id': requestId });
}
