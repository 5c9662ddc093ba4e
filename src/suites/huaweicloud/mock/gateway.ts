import { type Answer, jsonAnswer } from '../../../trials/mock/answer.ts';

/** Why the gateway refuses the credentials of a request. */
export type CredentialsReason = 'no-token' | 'wrong-token' | 'expired-token' | 'wrong-signature';

/** A no by the API gateway, in front of the service: such answers carry `request_id`. */
export interface GatewayRefusal<R extends string> {
  readonly reason: R;
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly atGateway: true;
}

/** A refusal by the API gateway, with its code. */
export function gatewayRefusal<R extends string>(
  reason: R,
  status: number,
  code: string,
  message: string,
): GatewayRefusal<R> {
  return { reason, status, code, message, atGateway: true };
}

/** The gateway's own answer where it is in trouble. */
export function gatewayAnswer(status: number, headers: Readonly<Record<string, string>> = {}): Answer {
  return jsonAnswer(
    status,
    { error_code: 'APIGW.0201', error_msg: 'Trouble.', request_id: '0'.repeat(32) },
    headers,
  );
}

/** Its answer to a token that was good once. */
export const expiredAnswer: Answer = {
  ...gatewayAnswer(401),
  body: { error_code: 'APIGW.0307', error_msg: 'The token must be updated.' },
};
