import type { Situation } from '../../modelarts-plugins/mock/context.ts';
import { gatewayRefusal, type Refusal } from '../../modelarts-plugins/mock/refusal.ts';
import { headerValue, signatureProblem } from './signature.ts';

/** Refuses a request without valid credentials, as the gateway does: a token that is good, or else a valid signature. */
export function checkCredentials({ asked, pool: { options, tokens } }: Situation): Refusal | null {
  if (asked.operation === 'CreateToken') return null;
  if (asked.token !== null) {
    switch (tokens.stateOf(asked.token)) {
      case 'valid':
        return null;
      case 'expired':
        return gatewayRefusal('expired-token', 401, 'APIGW.0307', 'The token must be updated.');
      case 'unknown':
        return unauthenticated('wrong-token', 'The IAM authentication information is incorrect.');
    }
  }
  if (headerValue(asked.wire, 'authorization') === null) {
    return unauthenticated('no-token', 'No authentication information was sent.');
  }
  const problem = signatureProblem(asked.wire, options.accessKeys, Date.now());
  return problem === null ? null : unauthenticated('wrong-signature', problem);
}

function unauthenticated(reason: Refusal['reason'], message: string): Refusal {
  return gatewayRefusal(reason, 401, 'APIGW.0301', message);
}
