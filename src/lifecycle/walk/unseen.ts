import type { Blocked } from '../../engine/model/evidence.ts';
import type { Names, ResourceView } from '../../engine/model/resource.ts';
import type { Settings, TargetSettings } from '../settings/settings.ts';
import { resume } from './campaign.ts';
import { entriesOf, instanceOf } from './list-entries.ts';
import { newRun, planOf } from './plan.ts';
import { listOrBlock, show } from './pool.ts';
import { type Walk, walkOf } from './session.ts';
import { initialState } from './state.ts';
import type { SweepOptions } from './sweep.ts';
import { remove } from './tidy.ts';
import { caught } from './walk.ts';
import { whileOurs } from './while-ours.ts';

/** An instance of the item that no ledger shows to be of a run: it may be, or somebody else's. */
export interface Unseen {
  readonly names: Names;
  readonly view: ResourceView;
}

/** The instances of an item that stand in a pool now; `blocked` where that could not be seen. */
export async function unseenIn(
  settings: Settings,
  target: TargetSettings,
  names: Names,
  options: SweepOptions,
): Promise<{ readonly found: readonly Unseen[]; readonly blocked: Blocked | null }> {
  const walk = walkTo(settings, target, names, options);
  const found: Unseen[] = [];
  const blocked = await caught(walk.plan, async () => {
    const { views } = await listOrBlock(walk, null);
    const { view } = await show(walk, 'read-back', null);
    const entries = entriesOf(walk, views ?? []);
    for (const one of view === null ? entries : [view]) found.push({ names, view: one });
  });
  return { found, blocked };
}

/** Removes an instance that somebody has named by name and time, like one that the settings give up; why it was not, else null. */
export async function removeUnseen(
  settings: Settings,
  target: TargetSettings,
  unseen: Unseen,
  options: SweepOptions,
): Promise<Blocked | null> {
  const walk = walkTo(settings, target, unseen.names, options);
  walk.state.current = instanceOf(unseen.view);
  const pool = { ...unseen.names, endpoint: walk.plan.target.endpoint };
  const having = { words: options.suite.resource.words, say: options.voice.say, onlyLook: false };
  return caught(walk.plan, () => whileOurs(pool, having, () => remove(walk, unseen.view)));
}

function walkTo(
  settings: Settings,
  target: TargetSettings,
  names: Names,
  { suite, onFault, voice, signal }: SweepOptions,
): Walk {
  const own = { ...settings, target: { ...target, ...names, source: 'existing' } } as const;
  const plan = planOf(own, newRun(null), suite, { vault: null, wholeTexts: null, onFault });
  return walkOf(
    resume(plan, { signal, voice, earlier: { evidence: [], state: initialState(plan.settleTimeoutMs) } }),
    'sweep',
  );
}
