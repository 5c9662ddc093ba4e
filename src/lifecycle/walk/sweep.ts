import type { Blocked, Evidence } from '../../engine/model/evidence.ts';
import type { CheckedLedger } from '../checked-ledger.ts';
import { namesOf, sameNames } from '../effects/names.ts';
import { type Leftover, leftoversIn } from '../leftovers.ts';
import type { Settings, TargetSettings } from '../settings/settings.ts';
import { resume } from './campaign.ts';
import { newRun, type Plan, planOf } from './plan.ts';
import { isUnderWay } from './running-process.ts';
import { walkOf } from './session.ts';
import { initialState } from './state.ts';
import { find, remove } from './tidy.ts';
import { SWEEP } from './tidy-scenario.ts';
import type { Voice } from './voice.ts';
import { caught } from './walk.ts';
import { whileOurs } from './while-ours.ts';

/** What became of one leftover. `there`: found, and left alone because nothing was to be changed. */
export interface Swept {
  readonly leftover: Leftover;
  readonly outcome: 'removed' | 'gone' | 'there' | 'left';
  /** Why it was left; null where it was not. */
  readonly blocked: Blocked | null;
}

/** How a sweep is told of and ended, and how far it goes. */
export interface SweepOptions extends Pick<Plan, 'suite' | 'onFault'> {
  readonly voice: Voice;
  readonly signal: AbortSignal;
  /** True: what would be removed is looked for, and nothing is changed. */
  readonly dryRun: boolean;
  /** True: also what was left of other resources than that of the settings. */
  readonly all: boolean;
}

/** Removes what earlier runs installed at this endpoint and did not remove, by their ledgers alone. */
export async function sweep(
  settings: Settings,
  target: TargetSettings,
  ledgers: readonly CheckedLedger[],
  options: SweepOptions,
): Promise<readonly Swept[]> {
  // Asked of all before any is swept: the lock that tells of a run that is over goes where this sweep takes its place.
  const leftovers = ledgers.flatMap(({ file, entries }) =>
    leftoversIn(entries, options.suite.resource.isNamedBy).map(
      (one) => [one, { file, mayBeUnderWay: isUnderWay(one, file) }] as const,
    ),
  );
  const swept: Swept[] = [];
  for (const [leftover, { file, mayBeUnderWay }] of leftovers) {
    swept.push(await sweepOne({ ...settings, ledger: file }, target, leftover, options, mayBeUnderWay));
  }
  return swept;
}

async function sweepOne(
  settings: Settings,
  target: TargetSettings,
  leftover: Leftover,
  { suite, onFault, voice, signal, dryRun, all }: SweepOptions,
  mayBeUnderWay: boolean,
): Promise<Swept> {
  const facts = { ...newRun(null), id: leftover.run, startedAt: leftover.at };
  // The ledger names the resource, whatever the settings now name: they say where, and with which credentials.
  const own = { ...settings, target: { ...target, ...namesOf(leftover), source: 'install' } } as const;
  const plan = planOf(own, facts, suite, { vault: null, wholeTexts: null, onFault });
  const elsewhere =
    cannotBeSwept(leftover, plan, mayBeUnderWay) ?? (all ? null : isOther(plan, leftover, target));
  if (elsewhere !== null) return { leftover, outcome: 'left', blocked: elsewhere };
  const earlier = { evidence: [] satisfies Evidence[], state: initialState(plan.settleTimeoutMs) };
  const session = resume(plan, { signal, voice, earlier });
  const ledger = dryRun
    ? { ...session.ledger, write: () => undefined, intend: () => undefined, mayBeReplaced: () => undefined }
    : session.ledger;
  const walk = walkOf({ ...session, ledger }, SWEEP);
  let outcome: Swept['outcome'] = 'left';
  const removeIt = async () => {
    const view = await find(walk, leftover);
    if (view === null) outcome = 'gone';
    else if (dryRun) outcome = 'there';
    else {
      await remove(walk, view);
      outcome = 'removed';
    }
  };
  const blocked = await caught(plan, () =>
    whileOurs(leftover, { words: plan.words, say: voice.say, onlyLook: dryRun }, removeIt),
  );
  return { leftover, outcome, blocked };
}

/** Why a leftover of another resource than that of the settings is left; null where it is of that one. */
function isOther({ words }: Plan, leftover: Leftover, set: TargetSettings): Blocked | null {
  if (sameNames(leftover, set)) return null;
  return {
    cause: `The settings name another ${words.item}: \`${set.item}\` in \`${set.collection}\` of the project \`${set.project}\`.`,
    tried: 'Nothing was sent.',
    remedy: 'Sweep again with the names of what was left, or with `--all`.',
    endsRun: false,
  };
}

/** Why a leftover is none of this sweep's; null where it is. */
function cannotBeSwept(leftover: Leftover, { suite, target }: Plan, mayBeUnderWay: boolean): Blocked | null {
  const { endpoint, at, pid, host } = leftover;
  if (endpoint !== target.endpoint) {
    return {
      cause: `It is at another endpoint, ${endpoint}.`,
      tried: 'Nothing was sent there.',
      remedy: `Sweep again with \`${suite.settings.endpoint}=${endpoint}\`, armed for it and with its credentials.`,
      endsRun: false,
    };
  }
  if (mayBeUnderWay) {
    return {
      cause: `The run of ${at} that installed it may still be under way (process ${pid} on \`${host}\`).`,
      tried: 'Nothing was sent.',
      remedy: 'Sweep again once it is over.',
      endsRun: false,
    };
  }
  return null;
}
