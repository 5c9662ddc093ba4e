import type { HeaderLine } from '../../engine/model/exchange.ts';
import type { Names } from '../../engine/model/resource.ts';
import type { Authentication } from '../../lifecycle/settings/settings.ts';
import { secretProblem } from '../../lifecycle/settings/values.ts';
import type { SignIn } from '../../lifecycle/walk/walked-suite.ts';

/** A user, and where a token is fetched for it. */
export type IamUser = Extract<Authentication, { kind: 'iam' }>;

/** The header in which IAM gives the token. */
const SUBJECT_TOKEN = 'x-subject-token';

/** Shorter ones are no tokens, in characters. */
const SHORTEST = 16;

/** Why a text cannot be told from our own words, or from names, so that it can be no secret; null where it can. */
export type Ambiguity = (text: string, names: readonly string[]) => string | null;

/** How a token is fetched from IAM; `ambiguity`: what the suite knows of its own words. */
export function signInOf(user: IamUser, ambiguity: Ambiguity): SignIn {
  const ofOwnWords = (token: string, names: Names) => ofWords(token, Object.values(names), ambiguity);
  return {
    from: 'IAM',
    endpoint: user.endpoint,
    path: tokensPath(new URL(user.endpoint).pathname),
    header: SUBJECT_TOKEN,
    body: ({ project }) => tokensBody(user, project),
    // What is short, or a word of reports, would be found in all of them.
    isSecret: (value, names) => value.length >= SHORTEST && ofOwnWords(value, names) === null,
    tokenIn: (headers, names) => tokenIn(headers, (token) => ofOwnWords(token, names)),
  };
}

/** The path of IAM's tokens below an endpoint, whose own path often ends in the version already. */
function tokensPath(endpointPath: string): string {
  return `${endpointPath.replace(/\/+$/, '').replace(/\/v3$/, '')}/v3/auth/tokens`;
}

/** The body that asks for a token of one project. */
function tokensBody({ username, password, domain }: IamUser, projectId: string): string {
  return JSON.stringify({
    auth: {
      identity: {
        methods: ['password'],
        password: { user: { name: username, password, domain: { name: domain } } },
      },
      scope: { project: { id: projectId } },
    },
  });
}

function tokenIn(
  headers: readonly HeaderLine[],
  ofOwnWords: (token: string) => string | null,
): { token: string } | { why: string } {
  const lines = headers.filter(([name]) => name.toLowerCase() === SUBJECT_TOKEN);
  const [token, ...others] = [...new Set(lines.map(([, value]) => value.trim()))];
  if (token === undefined || token === '') return { why: ', without an `X-Subject-Token`' };
  if (others.length > 0)
    return { why: `, with ${others.length + 1} different values of \`X-Subject-Token\`` };
  const [, found] = /^(has .*?);/.exec(secretProblem(token) ?? '') ?? [];
  const why = found ?? ofOwnWords(token);
  return why === null ? { token } : { why: `, with an \`X-Subject-Token\` that ${why}` };
}

/** What is wrong with a token that reports hold anyhow, if only before a colon; null where nothing is. */
function ofWords(token: string, names: readonly string[], ambiguity: Ambiguity): string | null {
  return ambiguity(token, names) ?? ambiguity(token.replace(/^\W{1,9}|\W{1,9}$/g, ''), names);
}
