import type { PluginView } from '../contract/plugin.ts';
import type { Probe, Scenario, Wanted } from '../model/scenario.ts';
import { isAccepted, isUnclear } from './answer.ts';
import { BlockedError } from './blocked.ts';
import { heldBack } from './held-back.ts';
import { ensurePresent, listOrBlock } from './instance.ts';
import { noteMade, untilReady } from './made.ts';
import { askPatiently, MOST_WRONG } from './patience.ts';
import { list } from './pool.ts';
import { entriesOf } from './seen.ts';
import type { Asked, Walk } from './session.ts';

/** Sends a request that has to be refused, with the pool listed before and after. */
export async function probeRefusal(walk: Walk, scenario: Scenario, probe: Probe): Promise<void> {
  const before = await poolBefore(walk, scenario, probe);
  const held = await heldBack(walk, probe, before);
  if (held !== null) {
    walk.withheld.push(held);
    return;
  }
  const request = asked(probe, walk.plan);
  const first = await askPatiently(walk, request, () => lookAgain(walk, scenario, probe));
  const isMade = noteMade(walk, probe, first, before);
  const after = await list(walk, probe.id);
  if (isMade) await untilReady(walk);
  if (isAccepted(first) || isUnclear(first)) walk.state.mayVanish = true;
  if (!isUnclear(first) || after.plugins === null || wasSentOften(walk, probe)) return;
  if (scenario.instance === 'gone' && !isUnchanged(walk, before, after.plugins)) return;
  await lookAgain(walk, scenario, probe);
  walk.notes.push({
    message: `A request that had to be refused got no clear answer; it was sent once more.`,
    exchange: first.index,
  });
  const second = await askPatiently(walk, request, () => lookAgain(walk, scenario, probe));
  const isMadeNow = noteMade(walk, probe, second, before);
  await list(walk, probe.id);
  if (isMadeNow) await untilReady(walk);
}

/** Before a request is sent again the pool is looked at again: others may have been busy. Throws where it is not as it was. */
async function lookAgain(walk: Walk, scenario: Scenario, probe: Probe): Promise<void> {
  const now = await poolBefore(walk, scenario, probe);
  if ((await heldBack(walk, probe, now)) === null) return;
  throw new BlockedError({
    cause: `The DELETE ${probe.title} could not be sent again: its name is no longer free.`,
    tried: 'List and Show were asked.',
    remedy: 'Run again while nobody else changes the pool.',
    endsRun: false,
  });
}

/** A wrong token is not sent more often than gateways put up with. */
function wasSentOften({ exchanges }: Walk, { id, credentials }: Probe): boolean {
  const sent = exchanges.filter(({ purpose, probe }) => purpose === 'probe' && probe === id);
  return credentials === 'wrong' && sent.length >= MOST_WRONG;
}

/** A request under test as it is asked for. */
export function asked(probe: Probe, wanted: Wanted): Asked {
  const { method, credentials, id } = probe;
  const names = probe.names(wanted.names);
  const body = typeof probe.body === 'function' ? probe.body(wanted) : probe.body;
  const operation = method === 'DELETE' ? 'DeletePlugin' : null;
  return { purpose: 'probe', operation, method, names, probe: id, body, credentials };
}

async function poolBefore(walk: Walk, scenario: Scenario, probe: Probe): Promise<readonly PluginView[]> {
  if (scenario.instance === 'present') {
    return (await ensurePresent(walk, probe.id, 'refusal')).plugins ?? [];
  }
  if (walk.state.deleted.length === 0) {
    throw new BlockedError({
      cause: 'No deletion took effect before, so there is none to repeat.',
      tried: 'Nothing was sent.',
      remedy: 'See what became of the deletion of the installed plug-in.',
      endsRun: false,
    });
  }
  return (await listOrBlock(walk, probe.id)).plugins ?? [];
}

/** Whether the plug-in is as absent from the List as before. */
function isUnchanged(walk: Walk, before: readonly PluginView[], after: readonly PluginView[]): boolean {
  return entriesOf(walk, before).length === entriesOf(walk, after).length;
}
