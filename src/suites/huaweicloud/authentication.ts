import type { Authentication } from '../../lifecycle/settings/settings.ts';
import { endpointProblem, secretProblem } from '../../lifecycle/settings/values.ts';
import { tokensPathProblem } from './tokens-path.ts';

const EXAMPLE = 'https://iam.eu-de.example.com';

const WAYS = {
  token: ['MODELARTS_AUTH_TOKEN'],
  'ak-sk': ['HUAWEICLOUD_SDK_AK', 'HUAWEICLOUD_SDK_SK'],
  iam: ['MODELARTS_IAM_ENDPOINT', 'MODELARTS_IAM_DOMAIN', 'MODELARTS_IAM_USERNAME', 'MODELARTS_IAM_PASSWORD'],
} as const satisfies Record<Authentication['kind'], readonly string[]>;

/** The settings that say how to authenticate. */
type AuthenticationSetting = (typeof WAYS)[keyof typeof WAYS][number] | 'HUAWEICLOUD_SDK_SECURITY_TOKEN';

/** Exactly one complete way of authenticating, or null and the sentences that say what is wrong. */
export function readAuthentication(
  get: (name: AuthenticationSetting) => string | null,
  problems: string[],
): Authentication | null {
  const before = problems.length;
  const securityToken = get('HUAWEICLOUD_SDK_SECURITY_TOKEN');
  const begun = Object.values(WAYS).filter((names) => names.some((name) => get(name) !== null));
  if (securityToken !== null && !begun.some((names) => names === WAYS['ak-sk'])) begun.push(WAYS['ak-sk']);
  for (const names of begun) {
    const set = names.filter((name) => get(name) !== null);
    const missing = names.filter((name) => get(name) === null);
    if (missing.length > 0)
      problems.push(
        `${list(missing)} is missing beside ${list(set) || '`HUAWEICLOUD_SDK_SECURITY_TOKEN`'}; right would be all of them, or none.`,
      );
  }
  if (begun.length === 0) {
    problems.push(
      'No way to authenticate is set; right would be `MODELARTS_AUTH_TOKEN`, or `HUAWEICLOUD_SDK_AK` and `HUAWEICLOUD_SDK_SK`, or the four `MODELARTS_IAM_…` settings.',
    );
  }
  if (begun.length > 1) {
    const set = begun.flat().filter((name) => get(name) !== null);
    problems.push(`More than one way to authenticate is set (${list(set)}); right would be exactly one.`);
  }
  for (const name of ['MODELARTS_AUTH_TOKEN', ...WAYS['ak-sk'], 'HUAWEICLOUD_SDK_SECURITY_TOKEN'] as const) {
    const value = get(name);
    const problem = value === null ? null : secretProblem(value);
    if (problem !== null) problems.push(`\`${name}\` ${problem}.`);
  }
  const iam = get('MODELARTS_IAM_ENDPOINT');
  const badIam = iam === null ? null : (endpointProblem(iam, EXAMPLE) ?? tokensPathProblem(iam));
  if (badIam !== null) problems.push(`\`MODELARTS_IAM_ENDPOINT\` ${badIam}.`);
  if (problems.length > before) return null;

  const token = get('MODELARTS_AUTH_TOKEN');
  if (token !== null) return { kind: 'token', token };
  if (iam !== null) {
    return {
      kind: 'iam',
      endpoint: iam.replace(/\/+$/, ''),
      domain: get('MODELARTS_IAM_DOMAIN') ?? '',
      username: get('MODELARTS_IAM_USERNAME') ?? '',
      password: get('MODELARTS_IAM_PASSWORD') ?? '',
    };
  }
  return {
    kind: 'ak-sk',
    accessKey: get('HUAWEICLOUD_SDK_AK') ?? '',
    secretKey: get('HUAWEICLOUD_SDK_SK') ?? '',
    securityToken,
  };
}

function list(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}
