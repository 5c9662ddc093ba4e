import type { PluginView } from '../contract/plugin.ts';
import { BlockedError, blockedBy } from './blocked.ts';
import { install } from './install.ts';
import { entriesOf, instanceOf, isInstance, type Listed, list, readList, show } from './pool.ts';
import { type Walk, waitFor } from './session.ts';

/** So often a request that had to be refused may cost an instance: on a live pool an install takes minutes. */
const MOST_REPLACED = 3;

/** What an instance is wanted for. */
export type Use = 'refusal' | 'deletion';

/**
 * Sees to it that the instance of this run stands in the pool, and gives the List that shows it.
 * Throws BlockedError where somebody else's is in the way, where it cannot be installed, or where too many went.
 */
export async function ensurePresent(walk: Walk, probe: string | null, use: Use): Promise<Listed> {
  const listed = await freshList(walk, probe);
  const { state, plan } = walk;
  const entries = entriesOf(walk, listed.plugins ?? []);
  const own = await ownEntry(walk, entries);
  if (own !== null && own.phase !== 'Deleting') return listed;
  if (own !== null) await waitUntilGone(walk);
  if (plan.pluginSource === 'existing') {
    throw new BlockedError({
      cause: `There is no instance of \`${plan.names.templateName}\` in the pool that may be deleted.`,
      tried: 'Nothing was installed: `MODELARTS_PLUGIN_SOURCE` is `existing`.',
      remedy: 'Install the plug-in, or let the suite install it with `MODELARTS_PLUGIN_SOURCE=install`.',
      endsRun: state.current === null && state.deleted.length === 0,
      exchange: listed.exchange.index,
    });
  }
  if (state.current !== null) forget(walk);
  if (use === 'refusal' && state.instance > 0) spendReplacement(walk);
  await install(walk);
  return listOrBlock(walk, probe);
}

/** The List that was just answered, if nothing was sent since: what stood after one probe stands before the next. */
async function freshList(walk: Walk, probe: string | null): Promise<Listed> {
  const last = walk.exchanges.at(-1);
  const listed = last === undefined ? null : readList(last);
  return listed?.plugins ? listed : listOrBlock(walk, probe);
}

/** Lists the pool; throws BlockedError where that cannot be done, for the whole run where it never could. */
export async function listOrBlock(walk: Walk, probe: string | null): Promise<Listed> {
  const listed = await list(walk, probe);
  if (listed.plugins !== null) return listed;
  const first = !walk.state.listed;
  throw blockedBy(
    listed.exchange,
    first ? 'The pool could not be listed at all' : 'The pool could not be listed',
    'A List was sent, and sent again where that could help.',
    first,
  );
}

/** The instance left the pool: the ledger and the state say so. */
export function forget(walk: Walk): void {
  const { state, ledger } = walk;
  if (state.current === null) return;
  ledger.write('gone', state.current);
  state.deleted.push(state.current);
  state.current = null;
}

/** The entry of the run's own instance; null where none is there. Throws where it is somebody else's. */
async function ownEntry(walk: Walk, entries: readonly PluginView[]): Promise<PluginView | null> {
  const { state, plan } = walk;
  const { current } = state;
  if (current !== null) {
    const found = entries.find((entry) => isInstance(entry, current));
    if (found !== undefined) return found;
  } else if (plan.pluginSource === 'existing' && state.instance === 0) {
    const [given] = entries;
    if (given === undefined) return null;
    state.instance = 1;
    state.current = instanceOf(given);
    return given;
  }
  for (const entry of entries) {
    if (!state.deleted.some((instance) => isInstance(entry, instance))) throw foreign(walk, entry);
    // A List that still names a deleted instance: Show says whether it is there.
    const { plugin } = await show(walk, 'settle', null);
    if (plugin === null) continue;
    if (!isInstance(plugin, instanceOf(entry))) throw foreign(walk, plugin);
    walk.state.current = instanceOf(plugin);
    walk.ledger.write('installed', walk.state.current);
    return plugin;
  }
  return null;
}

/** Somebody else's instance is in the way. */
export function foreign(walk: Walk, plugin: PluginView): BlockedError {
  const { templateName } = walk.plan.names;
  return new BlockedError({
    cause: `An instance of \`${templateName}\` that this run did not install is in the pool${created(plugin)}.`,
    tried: 'It was left untouched.',
    remedy: `Choose another template or pool, or give it up with \`MODELARTS_PLUGIN_SOURCE=existing\`.`,
    endsRun: true,
  });
}

function created({ creationTimestamp }: PluginView): string {
  return creationTimestamp === null ? '' : `, created at ${JSON.stringify(creationTimestamp.slice(0, 64))}`;
}

/** An instance that is on its way out is in the way of the next. */
async function waitUntilGone(walk: Walk): Promise<void> {
  const gone = await waitFor(walk, `until \`${walk.plan.names.templateName}\` is gone`, async () =>
    (await show(walk, 'settle', null)).absent ? true : null,
  );
  if (gone === null) {
    throw new BlockedError({
      cause: 'The instance stayed `Deleting` for the whole settle time.',
      tried: 'Show was asked again and again.',
      remedy: 'Raise `MODELARTS_SETTLE_TIMEOUT_MS`, or find out why the deletion does not end.',
      endsRun: false,
    });
  }
  forget(walk);
}

function spendReplacement(walk: Walk): void {
  walk.state.replaced += 1;
  if (walk.state.replaced > MOST_REPLACED) {
    throw new BlockedError({
      cause: `Requests that had to be refused took the plug-in away more than ${MOST_REPLACED} times.`,
      tried: `It was installed anew ${MOST_REPLACED} times.`,
      remedy: 'Mend the violations that this run reports, then run again.',
      endsRun: false,
    });
  }
}
