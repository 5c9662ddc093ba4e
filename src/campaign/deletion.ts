import type { Probe } from '../model/scenario.ts';
import { isAccepted, isUnclear, statusOf } from './answer.ts';
import { BlockedError, blockedBy } from './blocked.ts';
import { foreign } from './foreign.ts';
import { ensurePresent, forget } from './instance.ts';
import { takeMade } from './made.ts';
import { askPatiently, waitFor } from './patience.ts';
import { list, show } from './pool.ts';
import { asked } from './refusal.ts';
import { entriesOf, isInstance } from './seen.ts';
import type { Walk } from './session.ts';

/** Deletes the instance of this run; where the answer was lost and the plug-in went, once more with a new one. */
export async function probeDeletion(walk: Walk, probe: Probe): Promise<void> {
  if ((await deleteInstance(walk, probe)) === 'settled') return;
  if (walk.plan.pluginSource === 'existing') return;
  walk.notes.push({
    message: 'The plug-in was deleted and the answer was lost; another instance was installed to see one.',
  });
  await deleteInstance(walk, probe);
}

/** `lost`: the plug-in is gone, and no whole answer said so. */
async function deleteInstance(walk: Walk, probe: Probe): Promise<'settled' | 'lost'> {
  await ensurePresent(walk, probe.id, 'deletion');
  for (let repeated = false; ; repeated = true) {
    const phase = await readBack(walk, probe);
    // Whatever is on its way out was accepted: it is not asked for again.
    if (repeated && phase === 'Deleting') return 'settled';
    walk.ledger.write('delete-intended', walk.state.current ?? undefined);
    const lookAgain = async () => void (await readBack(walk, probe));
    const answer = await askPatiently(walk, asked(probe, walk.plan), lookAgain);
    if (isAccepted(answer)) walk.ledger.write('deleted', walk.state.current ?? undefined);
    if (!isAccepted(answer) && !isUnclear(answer)) {
      // Where it goes all the same, the judge has seen the List that follows.
      walk.state.mayVanish = true;
      await list(walk, probe.id);
      return 'settled';
    }
    const end = await settle(walk, probe);
    await untilUnlisted(walk, probe, end);
    if (isAccepted(answer) && end !== 'gone') walk.ledger.write('not-gone', walk.state.current ?? undefined);
    if (isAccepted(answer)) return 'settled';
    if (end === 'gone') return statusOf(answer) === null ? 'lost' : 'settled';
    if (end === 'deleting' || repeated) return 'settled';
    walk.notes.push({
      message: 'A DELETE got no clear answer and changed nothing; it was sent once more.',
      exchange: answer.index,
    });
  }
}

/** Looks at the instance just before it is deleted, and gives its phase. Throws where it is not the one of this run. */
async function readBack(walk: Walk, probe: Probe): Promise<string | null> {
  const { plugin, exchange } = await show(walk, 'read-back', probe.id);
  const { current } = walk.state;
  if (plugin === null || current === null) {
    throw blockedBy(
      exchange,
      'The plug-in could not be read back before its deletion',
      'Show was asked; no DELETE was sent.',
      false,
    );
  }
  if (!isInstance(plugin, current) && !takeMade(walk, plugin)) throw foreign(walk, plugin);
  return plugin.phase;
}

/** Asks Show until it says that the plug-in is gone, or the settle time is over. */
async function settle(walk: Walk, probe: Probe): Promise<'gone' | 'deleting' | 'there'> {
  const { templateName } = walk.plan.names;
  let deleting = false;
  const gone = await waitFor(walk, `until \`${templateName}\` is gone`, async () => {
    const { plugin, absent, exchange } = await show(walk, 'settle', probe.id);
    if (plugin !== null) deleting = plugin.phase === 'Deleting';
    if (plugin !== null && walk.state.current !== null && !isInstance(plugin, walk.state.current)) {
      throw new BlockedError({ ...foreign(walk, plugin).blocked, exchange: exchange.index });
    }
    return absent ? true : null;
  });
  if (gone !== null) return 'gone';
  return deleting ? 'deleting' : 'there';
}

/** Asks List until it no longer names the plug-in that Show says is gone, or the settle time is over. */
async function untilUnlisted(walk: Walk, probe: Probe, end: 'gone' | 'deleting' | 'there'): Promise<void> {
  const { current } = walk.state;
  if (end !== 'gone' || current === null) {
    await list(walk, probe.id);
    return;
  }
  forget(walk);
  walk.state.deletions = walk.state.instance;
  await waitFor(walk, `until \`${walk.plan.names.templateName}\` is no longer listed`, async () => {
    const { plugins } = await list(walk, probe.id);
    if (plugins === null) return null;
    return entriesOf(walk, plugins).some((entry) => isInstance(entry, current)) ? null : true;
  });
}
