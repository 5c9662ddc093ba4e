import { statusOfAnswer } from '../../engine/judge/body/read-answer.ts';
import type { Exchange, HeaderLine } from '../../engine/model/exchange.ts';
import { BlockedError, blockedBy } from './blocked.ts';
import { originOf } from './plan.ts';
import { sendPatiently } from './retry.ts';
import { ended, type Walk } from './session.ts';

/** Fetches a token where the credentials need one and there is none yet. Throws a BlockedError that ends the run. */
export async function ensureToken(walk: Walk): Promise<void> {
  const { credentials, secrets } = walk.plan;
  if (credentials.signIn !== null && secrets.token() === null) await signIn(walk);
}

/** Whether the token has expired, and another one may be fetched: once in a run. */
export function mayRenew({ plan, state }: Walk, exchange: Exchange): boolean {
  return plan.credentials.signIn !== null && !state.tokenRenewed && plan.suite.errors.isExpired(exchange);
}

/** Fetches another token in place of one that has expired. */
export async function renewToken(walk: Walk, exchange: Exchange): Promise<void> {
  walk.state.tokenRenewed = true;
  walk.notes.push({
    message: `The token from ${walk.plan.credentials.signIn?.from} had expired, and another one was fetched.`,
    exchange: exchange.index,
  });
  await signIn(walk);
}

async function signIn(walk: Walk): Promise<void> {
  const { credentials, secrets, names, iamProxy, suite } = walk.plan;
  const { signIn: by } = credentials;
  if (by === null) return;
  let headers: readonly HeaderLine[] = [];
  const secretHeader = {
    name: by.header,
    learn: (value: string) => {
      // Of the answer itself nothing is kept.
      if (by.isSecret(value, names)) secrets.add(value);
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
        origin: originOf(by.endpoint, iamProxy),
        method: 'POST',
        path: by.path,
        headers: [],
        body: by.body(names),
        scenario: walk.scenario,
        attempt: walk.attempt,
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
  const given = statusOfAnswer(exchange) === 201 ? by.tokenIn(headers, names) : { why: '' };
  if ('token' in given) {
    secrets.addToken(given.token);
    return;
  }
  const tried = 'A token was asked for with the user and the password.';
  const { blocked } = blockedBy(suite, exchange, `${by.from} gave no token`, tried, true);
  throw new BlockedError({ ...blocked, cause: `${blocked.cause.replace(/\.$/, '')}${given.why}.` });
}
