import { shown } from '../../contract/actual.ts';
import { sameInstant } from '../../contract/date-time.ts';
import type { PluginView } from '../../contract/plugin.ts';
import type { Finding } from '../../model/finding.ts';
import { sameJson } from '../answer/same-json.ts';
import { trouble, violation } from '../finding.ts';
import type { SeenPool } from './seen.ts';

/** As many plug-ins as are told. */
const MOST = 100;

/**
 * The plug-ins that an earlier List named and a later one does not, or names with another time or `spec`. One that was
 * being deleted already is trouble: whoever began that, it was before the request.
 */
export function changes(before: readonly PluginView[], after: SeenPool, who: string): readonly Finding[] {
  const instances = new Map(after.what.map((plugin) => [key(plugin, plugin.creationTimestamp), plugin]));
  const names = new Map(after.what.map((plugin) => [key(plugin, null), plugin]));
  const found: Finding[] = [];
  for (const plugin of before) {
    if (found.length === MOST) break;
    const now = instances.get(key(plugin, plugin.creationTimestamp)) ?? names.get(key(plugin, null));
    const change = now === undefined ? 'is not in List afterwards' : changeOf(plugin, now);
    if (change === null) continue;
    const isUnderWay = now === undefined && plugin.phase === 'Deleting';
    found.push(
      (isUnderWay ? trouble : violation)(
        after.exchange,
        `${who} ${change}${isUnderWay ? ', and was being deleted before the request' : ''}.`,
        {
          expected: described(plugin),
          actual: now === undefined ? 'missing' : described(now),
        },
      ),
    );
  }
  return found;
}

/** One instance in few words, e.g. `"pool-a-log-agent", created "2025-03-17T12:29:18Z"`. */
export function described({ name, templateName, creationTimestamp }: PluginView): string {
  const created = creationTimestamp === null ? '' : `, created ${shown(creationTimestamp)}`;
  return `${shown(name ?? templateName ?? undefined)}${created}`;
}

function changeOf(was: PluginView, is: PluginView): string | null {
  if (!sameInstant(was.creationTimestamp, is.creationTimestamp))
    return 'has another `creationTimestamp` afterwards';
  return sameJson(was.spec, is.spec) ? null : 'has another `spec` afterwards';
}

/** Without the time it finds the plug-in of that name, whichever instance it is. */
function key({ name, templateName }: PluginView, time: string | null): string {
  return JSON.stringify([name, name === null ? templateName : null, time]);
}
