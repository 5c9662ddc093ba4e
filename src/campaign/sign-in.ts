import type { Exchange } from '../model/exchange.ts';
import { SUBJECT_TOKEN, tokensBody, tokensPath } from '../target/iam.ts';
import { isExpired, statusOf } from './answer.ts';
import { blockedBy } from './blocked.ts';
import { originOf } from './plan.ts';
import { sendPatiently } from './retry.ts';
import { ended, type Walk } from './session.ts';

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
  let token = '';
  const take = (value: string) => {
    token = value;
    secrets.addToken(value);
  };
  const exchange = await sendPatiently(walk, async () => {
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
      instance: walk.state.instance,
      secretHeader: { name: SUBJECT_TOKEN, take },
    });
    walk.exchanges.push(sent);
    if (sent.trouble?.kind === 'interrupted') throw ended(walk.signal);
    return sent;
  });
  if (statusOf(exchange) !== 201 || token === '') {
    throw blockedBy(
      exchange,
      'IAM gave no token',
      'A token was asked for with the user and the password.',
      true,
    );
  }
}
