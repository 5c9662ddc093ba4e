import type { ResourceView } from '../../engine/model/resource.ts';
import { sameNames } from '../effects/names.ts';
import { readLedger } from '../ledger-lines.ts';
import { isMadeBy, isMadeByInstall, type Leftover, leftoversIn } from '../leftovers.ts';
import { BlockedError } from './blocked.ts';
import { isSurely } from './list-entries.ts';
import type { Plan } from './plan.ts';
import type { Walk } from './session.ts';

/** An instance that this run did not install is in the way. */
export function foreign(walk: Walk, view: ResourceView): BlockedError {
  const { item } = walk.plan.names;
  const { words, suite } = walk.plan;
  const left = earlierLeftovers(walk.plan).find((one) => isLeft(view, one));
  const from =
    left === undefined ? '' : `; the ledger says that the run of ${left.at} installed it and left it there`;
  return new BlockedError({
    cause: `An instance of \`${item}\` that this run did not install is in the ${words.collection}${created(view)}${from}.`,
    tried: 'It was left untouched.',
    remedy:
      left === undefined
        ? `Choose another ${words.item} or ${words.collection}, or have it deleted, once, with \`${suite.settings.source}=existing\`; it may also be of a run whose ledger is elsewhere: \`npx --no conformance sweep --ledger FILE\` removes it then.`
        : 'Remove it with `npx --no conformance sweep`, then run again.',
    endsRun: true,
    lasts: true,
  });
}

/** What earlier runs, by the ledger, left of the resource of this one, or may have left. */
export function earlierLeftovers({ suite, ledger, run, target, names }: Plan): readonly Leftover[] {
  return leftoversIn(readLedger(ledger, suite.resource.keys), suite.resource.isNamedBy).filter(
    (one) => one.run !== run.id && one.endpoint === target.endpoint && sameNames(one, names),
  );
}

/** Whether a resource is what a run left: known by its creation time, or by the time of the intent or of what replaced it. */
export function isLeft(view: ResourceView, left: Leftover): boolean {
  if (left.creationTimestamp === null) return isMadeByInstall(view, left);
  const { replacement, name } = left;
  const isNamed = name === null || view.name === null || view.name === name;
  const isMade = isNamed && replacement !== null && isMadeBy(view.creationTimestamp, replacement);
  return isMade || isSurely(view, left);
}

/** What is in the pool is not what the ledger names, or cannot be shown to be. */
export function notTheOne(walk: Walk, view: ResourceView, left: Leftover): BlockedError {
  const { collection } = walk.plan.words;
  const { item, creationTimestamp, at } = left;
  const cause =
    creationTimestamp === null
      ? `The instance of \`${item}\` in the ${collection}${created(view)}, cannot be shown to be the one that the run of ${at} was about to install.`
      : `The instance of \`${item}\` in the ${collection}${created(view)}, is not the one that the run of ${at} installed, created at ${JSON.stringify(creationTimestamp)}.`;
  return new BlockedError({
    cause,
    tried: 'It was left untouched.',
    remedy: 'See whose it is, and remove it by hand if it is yours.',
    endsRun: false,
  });
}

/** When an instance was created, in words that follow its name. */
export function created({ creationTimestamp }: ResourceView): string {
  return creationTimestamp === null ? '' : `, created at ${JSON.stringify(creationTimestamp.slice(0, 64))}`;
}
