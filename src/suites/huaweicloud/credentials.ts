import type { HeaderLine } from '../../engine/model/exchange.ts';
import type { Secrets } from '../../engine/secrets/vault.ts';
import type { Authentication } from '../../lifecycle/settings/settings.ts';
import type { Credentials, WalkedSuite } from '../../lifecycle/walk/walked-suite.ts';
import { type Ambiguity, signInOf } from './iam.ts';
import { authorization, sdkDate } from './signature.ts';

/** Sent where a wrong token is asked for. It is nobody's, so reports show it. */
export const WRONG_TOKEN = 'this-token-is-not-valid';

/** The header lines of a token. */
export function tokenHeader(token: string): readonly HeaderLine[] {
  return [['X-Auth-Token', token]];
}

/** The secret values of the settings. */
export function secretsIn(authentication: Authentication): readonly string[] {
  switch (authentication.kind) {
    case 'token':
      return [authentication.token];
    case 'ak-sk':
      return [authentication.secretKey, authentication.securityToken ?? ''];
    case 'iam':
      return [authentication.password];
  }
}

/** The credentials that the settings give; each signature that they make is added to the secrets. */
export function credentialsOf(
  authentication: Authentication,
  secrets: Secrets,
  ambiguity: Ambiguity,
  now: () => number = Date.now,
): Credentials {
  if (authentication.kind === 'token') {
    const { token } = authentication;
    return { shown: 'a token (X-Auth-Token)', headers: () => tokenHeader(token), signIn: null };
  }
  if (authentication.kind === 'iam') {
    const headers = () => tokenHeader(secrets.token() ?? '');
    return { shown: 'a token from IAM (X-Auth-Token)', headers, signIn: signInOf(authentication, ambiguity) };
  }
  const { accessKey, secretKey, securityToken } = authentication;
  const extra: readonly HeaderLine[] = securityToken === null ? [] : [['X-Security-Token', securityToken]];
  return {
    shown: 'AK/SK (SDK-HMAC-SHA256)',
    signIn: null,
    headers: ({ method, path, host, body }) => {
      const dated: readonly HeaderLine[] = [['X-Sdk-Date', sdkDate(now())], ...extra];
      const headers: readonly HeaderLine[] = [['host', host], ...dated];
      const request = { method, path, query: [], headers, body: body ?? '' };
      const signed = authorization(request, accessKey, secretKey);
      secrets.add(signed.slice(signed.lastIndexOf('=') + 1));
      return [...dated, ['Authorization', signed]];
    },
  };
}

/** How requests to the vendor's services are authenticated; `ambiguity`: what a suite knows of its own words. */
export function authenticationBy(ambiguity: Ambiguity): WalkedSuite['authentication'] {
  return {
    secretsIn,
    credentialsOf: (authentication, secrets) => credentialsOf(authentication, secrets, ambiguity),
    wrong: tokenHeader(WRONG_TOKEN),
  };
}
