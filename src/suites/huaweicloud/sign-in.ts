import { statusOfAnswer } from '../../engine/judge/body/read-answer.ts';
import type { Exchange, HeaderLine } from '../../engine/model/exchange.ts';
import { secretProblem } from '../../lifecycle/settings/values.ts';
import { isExpired } from '../../lifecycle/walk/answer.ts';
import { BlockedError, blockedBy } from '../../lifecycle/walk/blocked.ts';
import { originOf } from '../../lifecycle/walk/plan.ts';
import { sendPatiently } from '../../lifecycle/walk/retry.ts';
import { ended, type Walk } from '../../lifecycle/walk/session.ts';
import { ambiguity } from '../modelarts-plugins/settings/ambiguous.ts';
import { SUBJECT_TOKEN, tokensBody, tokensPath } from './iam.ts';

/** Fetches a token where the credentials need one and there is none yet. Throws a BlockedError that ends the run. */
export async function ensureToken(walk: Walk): Promise<void> {
  const { credentials, secrets } = walk.plan;
  if (credentials.iam !== null && secrets.token() === null) await signIn(walk);
}

/** Whether the token has expired, and another one may be fetched: once in a run. */
export function mayRenew({ plan, state }: Walk, exchange: Exchange): boolean {
  return plan.credentials.iam !== null && !state.tokenRenewed && isExpired(exchange);
}

/** Fetches another token in place of one that has expired. */
export async function renewToken(walk: Walk, exchange: Exchange): Promise<void> {
  walk.state.tokenRenewed = true;
  walk.notes.push({
    message: 'The token from IAM had expired, and another one was fetched.',
    exchange: exchange.index,
  });
  await signIn(walk);
}

async function signIn(walk: Walk): Promise<void> {
  const { credentials, secrets, names, iamProxy } = walk.plan;
  const { iam } = credentials;
  if (iam === null) return;
  let headers: readonly HeaderLine[] = [];
  const secretHeader = {
    name: SUBJECT_TOKEN,
    learn: (value: string) => {
      // What is short, or a word of reports, would be found in all of them; of the answer itself nothing is kept.
      if (value.length >= SHORTEST && ofOwnWords(value, Object.values(names)) === null) secrets.add(value);
    },
    take: (lines: readonly HeaderLine[]) => {
      headers = lines;
    },
  };
  const exchange = await sendPatiently(
    walk,
    async () => {
      headers = [];
      const sent = await walk.record({
        origin: originOf(iam.endpoint, iamProxy),
        method: 'POST',
        path: tokensPath(new URL(iam.endpoint).pathname),
        headers: [],
        body: tokensBody(iam, names.projectId),
        scenario: walk.scenario,
        probe: null,
        purpose: 'sign-in',
        operation: null,
        names: null,
        instance: walk.state.instance,
        secretHeader,
      });
      walk.exchanges.push(sent);
      if (sent.trouble?.kind === 'interrupted') throw ended(walk.signal);
      return sent;
    },
    { asItCame: (one) => (one.response === null ? one : { ...one, response: { ...one.response, headers } }) },
  );
  const tokens = [...new Set(headers.filter(isOfToken).map(([, value]) => value.trim()))];
  const why = statusOfAnswer(exchange) === 201 ? whyNoToken(tokens, Object.values(names)) : '';
  const [token] = tokens;
  if (why !== null || token === undefined) throw withoutToken(exchange, why ?? '');
  secrets.addToken(token);
}

/** Shorter ones are no tokens, in characters. */
const SHORTEST = 16;

/** What is wrong with a token that reports hold anyhow, if only before a colon; null where nothing is. */
function ofOwnWords(token: string, names: readonly string[]): string | null {
  return ambiguity(token, names) ?? ambiguity(token.replace(/^\W{1,9}|\W{1,9}$/g, ''), names);
}

function isOfToken([name]: HeaderLine): boolean {
  return name.toLowerCase() === SUBJECT_TOKEN;
}

/** Why a 201 gives no token that can be used, in words that follow the status; null where it gives one. */
function whyNoToken([token, ...others]: readonly string[], names: readonly string[]): string | null {
  if (token === undefined || token === '') return ', without an `X-Subject-Token`';
  if (others.length > 0) return `, with ${others.length + 1} different values of \`X-Subject-Token\``;
  const [, found] = /^(has .*?);/.exec(secretProblem(token) ?? '') ?? [];
  const why = found ?? ofOwnWords(token, names);
  return why === null ? null : `, with an \`X-Subject-Token\` that ${why}`;
}

function withoutToken(exchange: Exchange, why: string): BlockedError {
  const tried = 'A token was asked for with the user and the password.';
  const { blocked } = blockedBy(exchange, 'IAM gave no token', tried, true);
  return new BlockedError({ ...blocked, cause: `${blocked.cause.replace(/\.$/, '')}${why}.` });
}
