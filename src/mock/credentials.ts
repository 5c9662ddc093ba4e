import type { Situation } from './context.ts';
import { gatewayRefusal, type Refusal } from './refusal.ts';

/** Refuses a request without a token that is good, as the gateway does. */
export function checkCredentials({ asked, pool: { tokens } }: Situation): Refusal | null {
  if (asked.operation === 'CreateToken') return null;
  if (asked.token === null) return unauthenticated('no-token', 'No authentication information was sent.');
  switch (tokens.stateOf(asked.token)) {
    case 'valid':
      return null;
    case 'expired':
      return gatewayRefusal('expired-token', 401, 'APIGW.0307', 'The token must be updated.');
    case 'unknown':
      return unauthenticated('wrong-token', 'The IAM authentication information is incorrect.');
  }
}

function unauthenticated(reason: Refusal['reason'], message: string): Refusal {
  return gatewayRefusal(reason, 401, 'APIGW.0301', message);
}
