import { sameInstant } from '../../engine/contract/date-time.ts';
import type { Blocked } from '../../engine/model/evidence.ts';
import type { Names } from '../../engine/model/resource.ts';
import { namesOf } from '../../lifecycle/effects/names.ts';
import type { Leftover } from '../../lifecycle/leftovers.ts';
import type { Settings, TargetSettings } from '../../lifecycle/settings/settings.ts';
import type { SweepOptions } from '../../lifecycle/walk/sweep.ts';
import { removeUnseen, type Unseen, unseenIn } from '../../lifecycle/walk/unseen.ts';
import { print } from '../terminal/print.ts';
import { answerTo, canBeAsked } from '../terminal/question.ts';
import type { Wanted } from './wanted.ts';

/** A look for what no ledger shows to be of a run. */
export interface UnseenSweep {
  readonly settings: Settings;
  readonly target: TargetSettings;
  readonly options: SweepOptions;
  /** What the ledgers tell of and do not show. */
  readonly left: readonly Leftover[];
  /** What may be removed; where it is [], a terminal is asked. */
  readonly wanted: readonly Wanted[];
}

/** Lists what may be of a run, and removes what was named or, on a terminal, said yes to. Gives whether something was left. */
export async function sweepUnseen({
  settings,
  target,
  options,
  left,
  wanted,
}: UnseenSweep): Promise<boolean> {
  const places = new Map<string, Names>();
  for (const names of [target, ...(options.all ? left : [])]) places.set(keyOf(names), namesOf(names));
  const asked = new Set<Wanted>();
  // What the ledgers tell of elsewhere was not looked at here.
  let isLeft = left.some((one) => one.endpoint !== target.endpoint || !places.has(keyOf(one)));
  for (const names of places.values()) {
    const { found, blocked } = await unseenIn(settings, target, names, options);
    if (blocked !== null) isLeft = told('? not looked at', names.item, blocked);
    else if (found.length === 0) print(`✓ no instance of \`${names.item}\` is in \`${names.collection}\``);
    for (const unseen of found) {
      const named = wanted.find((one) => isNamed(unseen, one));
      if (named !== undefined) asked.add(named);
      const isWanted = named !== undefined || (wanted.length === 0 && (await isAgreed(unseen, options)));
      if (!(await removedOrLeft({ settings, target, options }, unseen, isWanted))) isLeft = true;
    }
  }
  for (const one of wanted.filter((each) => !asked.has(each))) {
    print(`? not found: \`${one.text}\`; nothing was removed by it`);
    isLeft = true;
  }
  return isLeft;
}

function keyOf(names: Names): string {
  return JSON.stringify(namesOf(names));
}

async function removedOrLeft(
  { settings, target, options }: Pick<UnseenSweep, 'settings' | 'target' | 'options'>,
  unseen: Unseen,
  isWanted: boolean,
): Promise<boolean> {
  const what = textOf(unseen);
  if (!isWanted) {
    print(`? may be of a run: ${what}`);
    return false;
  }
  if (options.dryRun) {
    print(`· would be removed: ${what}`);
    return true;
  }
  const blocked = await removeUnseen(settings, target, unseen, options);
  if (blocked !== null) return !told('? left alone', what, blocked);
  print(`✓ removed: ${what}`);
  return true;
}

/** Says why something was left; always true. */
function told(mark: string, what: string, { cause, tried, remedy }: Blocked): true {
  print(`${mark}: ${what}`, `    ${cause}`, `    tried  ${tried}`, `    to do  ${remedy}`);
  return true;
}

function isNamed({ view, names }: Unseen, { name, time }: Wanted): boolean {
  const isName = name === view.name || name === names.item;
  return isName && view.creationTimestamp !== null && sameInstant(view.creationTimestamp, time);
}

/** As it is named with `--remove`. */
function textOf({ view, names }: Unseen): string {
  const { name, creationTimestamp, version, phase } = view;
  const told = [...(version === null ? [] : [`version ${version}`]), ...(phase === null ? [] : [phase])];
  const details = told.length === 0 ? '' : ` (${told.join(', ')})`;
  if (creationTimestamp === null)
    return `\`${name ?? names.item}\`${details}, which has no time by which it could be named`;
  return `\`${name ?? names.item}@${creationTimestamp}\`${details}`;
}

/** Asks on a terminal whether one is to be removed; no where nobody can answer. */
async function isAgreed(unseen: Unseen, { dryRun, signal }: SweepOptions): Promise<boolean> {
  if (!canBeAsked() || dryRun || unseen.view.creationTimestamp === null) return false;
  const question = `Remove ${textOf(unseen)}? It may be somebody else's. [y/N] `;
  return /^y(?:es)?$/i.test((await answerTo(question, signal))?.trim() ?? '');
}
