import { type CredentialsReason, type GatewayRefusal, gatewayRefusal } from './gateway.ts';
import { type AccessKey, headerValue, signatureProblem, type Wire } from './signature.ts';
import type { TokenStore } from './token-store.ts';

type Refusal = GatewayRefusal<CredentialsReason>;

/** A request as far as its credentials go, and what a mock knows of those that are good. */
interface Presented {
  readonly asked: { readonly operation: string | null; readonly token: string | null; readonly wire: Wire };
  readonly pool: {
    readonly options: { readonly accessKeys: readonly AccessKey[] };
    readonly tokens: TokenStore;
  };
}

/** Refuses a request without valid credentials, as the gateway does: a token that is good, or else a valid signature. */
export function checkCredentials({ asked, pool: { options, tokens } }: Presented): Refusal | null {
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

function unauthenticated(reason: CredentialsReason, message: string): Refusal {
  return gatewayRefusal(reason, 401, 'APIGW.0301', message);
}
