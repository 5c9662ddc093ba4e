import { randomBytes } from 'node:crypto';

/** What a token is to the mock. */
export type TokenState = 'valid' | 'expired' | 'unknown';

/** The tokens that a mock knows. */
export interface TokenStore {
  /** A token that is valid from now on: the first time the first configured one, then a new one each time. */
  readonly handOut: () => string;
  readonly stateOf: (token: string) => TokenState;
  /** Every token that is valid now is expired from here on. */
  readonly expire: () => void;
}

/** The tokens of a mock before the first request: those that were configured, all of them valid. */
export function openTokenStore(configured: readonly string[]): TokenStore {
  const valid = new Set(configured);
  const expired = new Set<string>();
  let first = configured[0];
  return {
    handOut: () => {
      const token = first ?? randomBytes(16).toString('hex');
      first = undefined;
      valid.add(token);
      return token;
    },
    stateOf: (token) => (valid.has(token) ? 'valid' : expired.has(token) ? 'expired' : 'unknown'),
    expire: () => {
      for (const token of valid) expired.add(token);
      valid.clear();
      first = undefined;
    },
  };
}
