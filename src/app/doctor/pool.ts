import { statusOfAnswer } from '../../engine/judge/body/read-answer.ts';
import type { Exchange } from '../../engine/model/exchange.ts';
import { plural } from '../../engine/report/words.ts';
import { shownIn } from '../../lifecycle/effects/snapshot.ts';
import { clockAhead, clockWords } from '../../lifecycle/walk/answer.ts';
import { answerOf } from '../../lifecycle/walk/blocked.ts';
import { foreign } from '../../lifecycle/walk/foreign.ts';
import { entriesOf, readList } from '../../lifecycle/walk/list-entries.ts';
import { liveRemedy, mockNameIn } from '../../lifecycle/walk/mock-name.ts';
import { list, show } from '../../lifecycle/walk/pool.ts';
import { remedyFor } from '../../lifecycle/walk/remedy.ts';
import type { Walk } from '../../lifecycle/walk/session.ts';
import { caught } from '../../lifecycle/walk/walk.ts';
import { type Check, fine } from './check.ts';

/** Clocks that are further apart are told of, in milliseconds: signatures are refused at 15 minutes. */
const SKEW_MS = 10 * 60_000;

/** Whether the credentials are taken: a token is fetched where one is needed, and List is asked. */
export async function credentials(walk: Walk): Promise<Check> {
  const name = 'credentials';
  const blocked = await caught(walk.plan, async () => void (await list(walk, null)));
  if (blocked !== null) return { name, found: blocked.cause, remedy: blocked.remedy };
  const exchange = lastOf(walk, 'list');
  const status = statusOfAnswer(exchange);
  const found = `${walk.plan.credentials.shown}: ${answerOf(walk.plan.suite, exchange)}`;
  if (walk.plan.suite.errors.isRefusedForClock(exchange))
    return { name: 'clock', found, remedy: remedyFor(walk.plan.suite, exchange) };
  if (status === 401 || status === 403) {
    const apart = await clock(walk);
    const told = apart?.remedy == null ? '' : ` Of the clocks, ${apart.found}.`;
    return { name, found: found + told, remedy: remedyFor(walk.plan.suite, exchange) };
  }
  return saysOfCredentials(walk, exchange)
    ? fine(name, found)
    : {
        name: 'answer',
        found: answerOf(walk.plan.suite, exchange),
        remedy: remedyFor(walk.plan.suite, exchange),
      };
}

/** Whether an answer shows that the credentials were taken: a List, or the service's own refusal behind the gateway. */
function saysOfCredentials(walk: Walk, exchange: Exchange): boolean {
  const status = statusOfAnswer(exchange) ?? 0;
  if (status === 200) return readList(walk, exchange).views !== null;
  // A gateway without such an API, and another server, look at no credentials.
  const code = walk.plan.suite.errors.codeOf(exchange);
  return status >= 400 && status < 500 && status !== 429 && code !== null && !/^APIG/.test(code);
}

/** Whether the target is a mock, which a run that is to be live does not test. */
export async function mock(walk: Walk): Promise<Check | null> {
  const found = mockNameIn(lastOf(walk, 'list'));
  if (found === null) return null;
  const told = `MOCK: the target is \`${found}\` by its \`Server\`, which says nothing of a real endpoint`;
  return {
    name: 'target',
    found: told,
    remedy: walk.plan.live ? liveRemedy(walk.plan.suite.settings.endpoint) : null,
  };
}

/** Whether the clock of this machine agrees with the target's. */
export async function clock(walk: Walk): Promise<Check | null> {
  const ahead = clockAhead(lastOf(walk, 'list'));
  if (ahead === null) return null;
  const name = 'clock';
  if (Math.abs(ahead) <= SKEW_MS) {
    return fine(name, `within ${Math.ceil(Math.abs(ahead) / 1000) + 1} s of the target's`);
  }
  const remedy =
    'Set the clock of this machine, or that of the target if it is the wrong one: signatures are refused at 15 minutes, and what is left over is known by its time.';
  return { name, found: `that of the target is ${clockWords(ahead)}`, remedy };
}

/** Whether the pool can be listed. */
export async function pool(walk: Walk): Promise<Check> {
  const name = 'pool';
  const exchange = lastOf(walk, 'list');
  const { views } = readList(walk, exchange);
  if (views === null) {
    return {
      name,
      found: `The pool could not be listed: ${answerOf(walk.plan.suite, exchange)}`,
      remedy: remedyFor(walk.plan.suite, exchange),
    };
  }
  return fine(name, `\`${walk.plan.names.collection}\` has ${plural(views.length, 'plug-in')}`);
}

/** Whether Show can be asked for the template. */
export async function template(walk: Walk): Promise<Check> {
  const { item } = walk.plan.names;
  const { exchange, view, absent } = await show(walk, 'read-back', null);
  const found = `Show of \`${item}\`: ${answerOf(walk.plan.suite, exchange)}`;
  if (view !== null) return fine('template', found);
  return absent
    ? fine('template', `${found} Whether it can be installed shows only when it is.`)
    : { name: 'template', found, remedy: remedyFor(walk.plan.suite, exchange) };
}

/** Whether the plug-in is there already, as the settings want it. */
export async function plugIn(walk: Walk): Promise<Check> {
  const name = 'plug-in';
  const { source, names } = walk.plan;
  const [entry] = entriesOf(walk, readList(walk, lastOf(walk, 'list')).views ?? []);
  const there = shownIn(walk.plan.suite.resource, lastOf(walk, 'read-back')) ?? entry ?? null;
  const what = `\`${names.item}\` is ${there === null ? 'not installed' : 'installed'}`;
  if (source === 'existing') {
    const remedy = 'Install it, or let the suite install it with `MODELARTS_PLUGIN_SOURCE=install`.';
    return there === null
      ? { name, found: `${what}, and \`MODELARTS_PLUGIN_SOURCE\` is \`existing\`.`, remedy }
      : fine(name, `${what}, and the run deletes it, once.`);
  }
  if (there === null) return fine(name, `${what}: a run may install it.`);
  const { cause, remedy } = foreign(walk, there).blocked;
  return { name, found: cause, remedy };
}

function lastOf({ exchanges }: Walk, purpose: Exchange['purpose']): Exchange {
  const exchange = exchanges.findLast((one) => one.purpose === purpose);
  if (exchange === undefined) throw new Error(`Nothing was asked for \`${purpose}\` yet.`);
  return exchange;
}
