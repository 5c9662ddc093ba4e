import { isAccepted, isUnclear } from '../../engine/judge/body/read-answer.ts';
import { requestOf } from '../../engine/judge/probe-words.ts';
import type { Exchange } from '../../engine/model/exchange.ts';
import type { ResourceView } from '../../engine/model/resource.ts';
import type { Probe, Scenario } from '../../engine/model/scenario.ts';
import { BlockedError } from './blocked.ts';
import { untilDenied } from './denied.ts';
import { heldBack } from './held-back.ts';
import { ensurePresent } from './instance.ts';
import { entriesOf, type Listed } from './list-entries.ts';
import { lookAfter } from './look-after.ts';
import { noteMade, untilReady } from './made.ts';
import { askPatiently, mostWrong } from './patience.ts';
import type { Plan } from './plan.ts';
import { listOrBlock } from './pool.ts';
import type { Asked, Walk } from './session.ts';

/** Sends a request that may change nothing, with the pool looked at just before and just after every try. */
export async function probeRefusal(walk: Walk, scenario: Scenario, probe: Probe): Promise<void> {
  let before = await poolBefore(walk, scenario, probe);
  const held = await heldBack(walk, probe, before);
  if (held !== null) {
    walk.withheld.push(held);
    return;
  }
  let after: Listed | null = null;
  const lookAgain = async () => {
    before = await poolAgain(walk, scenario, probe);
  };
  const send = (): Promise<Exchange> =>
    askPatiently(walk, asked(probe, walk.plan), {
      before: lookAgain,
      after: async (answer) => {
        const isMade = noteMade(walk, probe, answer, before);
        after = await lookAfter(walk, probe, before);
        if (isMade) await untilReady(walk);
      },
    });
  const first = await send();
  if (isAccepted(first) || isUnclear(first)) walk.state.mayVanish = true;
  if (!isUnclear(first) || wasSentOften(walk, probe)) return;
  if (scenario.instance === 'gone' && !isUnchanged(walk, before, after)) return;
  await lookAgain();
  walk.notes.push({
    message: `A request that had to be refused got no clear answer; it was sent once more.`,
    exchange: first.index,
  });
  await send();
}

/** Before a request is sent again the pool is looked at again: others may have been busy. Throws where it is not as it was. */
async function poolAgain(walk: Walk, scenario: Scenario, probe: Probe): Promise<readonly ResourceView[]> {
  const now = await poolBefore(walk, scenario, probe);
  if ((await heldBack(walk, probe, now)) === null) return now;
  throw new BlockedError({
    cause: `The ${requestOf(probe)} could not be sent again: its name is no longer free.`,
    tried: 'List and Show were asked.',
    remedy: `Run again while nobody else changes the ${walk.plan.words.collection}.`,
    endsRun: false,
    lasts: true,
  });
}

/** A wrong token is not sent more often than gateways put up with. */
function wasSentOften(walk: Walk, { id, credentials }: Probe): boolean {
  const sent = walk.exchanges.filter(({ purpose, probe }) => purpose === 'probe' && probe === id);
  return credentials === 'wrong' && sent.length >= mostWrong(walk);
}

/** A request under test as it is asked for. */
export function asked(probe: Probe, plan: Plan): Asked {
  const { operation, method, credentials, id } = probe;
  const names = probe.names(plan.names);
  const body = typeof probe.body === 'function' ? probe.body(plan) : probe.body;
  return { purpose: 'probe', operation, method, names, probe: id, body, credentials };
}

async function poolBefore(walk: Walk, scenario: Scenario, probe: Probe): Promise<readonly ResourceView[]> {
  if (scenario.instance === 'present') {
    return (await ensurePresent(walk, probe.id, 'refusal')).views ?? [];
  }
  if (walk.state.deleted.length === 0) {
    throw new BlockedError({
      cause: 'No deletion took effect before, so there is none to repeat.',
      tried: 'Nothing was sent.',
      remedy: `See what became of the deletion of the installed ${walk.plan.words.item}.`,
      endsRun: false,
      lasts: true,
    });
  }
  // What reads find again within the settle time is waited for.
  const listed = await listOrBlock(walk, probe.id);
  return (await untilDenied(walk, probe.id, listed)).views ?? [];
}

/** Whether the resource is as absent from the List as before; false where that cannot be told. */
function isUnchanged(walk: Walk, before: readonly ResourceView[], after: Listed | null): boolean {
  if (after?.views == null) return false;
  return entriesOf(walk, before).length === entriesOf(walk, after.views).length;
}
