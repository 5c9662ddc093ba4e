import type { PluginView } from '../contract/plugin.ts';
import type { Names, Probe, Scenario } from '../model/scenario.ts';
import { isAccepted, isUnclear } from './answer.ts';
import { BlockedError } from './blocked.ts';
import { ensurePresent, listOrBlock } from './instance.ts';
import { entriesOf, list, show } from './pool.ts';
import { type Asked, askPatiently, type Walk } from './session.ts';

/** Sends a request that has to be refused, with the pool listed before and after. */
export async function probeRefusal(walk: Walk, scenario: Scenario, probe: Probe): Promise<void> {
  const before = await poolBefore(walk, scenario, probe);
  const names = probe.names(walk.plan.names);
  if (isListed(walk, before, names)) return;
  if (probe.mustNotExist === true && !(await isDenied(walk, probe, names))) return;
  const first = await askPatiently(walk, asked(probe, names));
  const after = await list(walk, probe.id);
  if (isAccepted(first) || isUnclear(first)) walk.state.mayVanish = true;
  if (!isUnclear(first) || after.plugins === null) return;
  if (scenario.instance === 'present') await ensurePresent(walk, probe.id, 'refusal');
  else if (!isUnchanged(walk, before, after.plugins)) return;
  walk.notes.push({
    message: `A request that had to be refused got no clear answer; it was sent once more.`,
    exchange: first.index,
  });
  await askPatiently(walk, asked(probe, names));
  await list(walk, probe.id);
}

/** A request under test as it is asked for. */
export function asked(probe: Probe, names: Names): Asked {
  const { method, body, credentials, id } = probe;
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

/** Another name in the same pool that a plug-in bears is somebody's: nothing is sent to it. */
function isListed(walk: Walk, plugins: readonly PluginView[], names: Names): boolean {
  const own = walk.plan.names;
  if (names.templateName === own.templateName || names.poolName !== own.poolName) return false;
  if (!plugins.some(({ templateName }) => templateName === names.templateName)) return false;
  walk.notes.push({ message: `The pool has a plug-in of the probe's name, so nothing was sent to it.` });
  return true;
}

/** Whether Show says that there is nothing of this name. */
async function isDenied(walk: Walk, probe: Probe, names: Names): Promise<boolean> {
  const { absent, exchange } = await show(walk, 'read-back', probe.id, names);
  if (!absent) {
    const message = `Show did not say that there is no plug-in of this name, so the DELETE ${probe.title} was not sent.`;
    walk.notes.push({ message, exchange: exchange.index });
  }
  return absent;
}

/** Whether the plug-in is as absent from the List as before. */
function isUnchanged(walk: Walk, before: readonly PluginView[], after: readonly PluginView[]): boolean {
  return entriesOf(walk, before).length === entriesOf(walk, after).length;
}
