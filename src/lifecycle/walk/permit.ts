import { statusOfAnswer } from '../../engine/judge/body/read-answer.ts';
import type { Exchange } from '../../engine/model/exchange.ts';
import type { Names } from '../../engine/model/resource.ts';
import { sameNames } from '../effects/names.ts';
import { saysGone } from '../effects/resource.ts';
import { shownIn } from '../effects/snapshot.ts';
import { GuardError } from '../guard-error.ts';
import { leftoverOf } from '../leftovers.ts';
import { entriesOf, isInstance, readList } from './list-entries.ts';
import { isOwnShow, isTakenForOwn, mayBeFor, sinceChange, wasReadBack } from './read-back.ts';
import type { Asked, Walk } from './session.ts';

/**
 * Throws a GuardError before a request that could change the resource of the settings, unless that one is known to be
 * the run's: named by the ledger (or given up by the settings), and read back since the last request that could have
 * changed something; or List and Show have both denied it since then. What goes to another name is a probe, and nothing
 * that was seen since then bears that name but the run's own. Nor is a Show sent that could be taken for one of the run's
 * own resource.
 */
export function permit(walk: Walk, asked: Asked): void {
  const { method, operation, names, purpose, deletes = false } = asked;
  const { operations, path: pathOf, words } = walk.plan.suite.resource;
  // Told where it is refused alone.
  const path = () => pathOf(walk.plan.prefix, null, names);
  if (operation === operations.show && isTakenForOwn(walk, names))
    throw new GuardError(
      path(),
      `it could not be told from the ${words.item} of the settings once secrets are replaced`,
    );
  if (method === 'GET' || operation === operations.create) return;
  if (!sameNames(names, walk.plan.names)) {
    if (purpose !== 'probe') throw new GuardError(path(), `it is not the ${words.item} of the settings`);
    if (isSomebodys(walk, names))
      throw new GuardError(path(), `somebody else has a ${words.item} of that name`);
    return;
  }
  const since = sinceChange(walk);
  const isThere = deletes ? wasReadBack(walk) : wasSeen(walk, since);
  if (!(isKnown(walk) && isThere) && !isDenied(walk, since)) {
    throw new GuardError(path(), `that ${words.item} was not read back just before as the one of this run`);
  }
}

/** Whether List named another resource of this name since the last change, or Show gave another than the run's own under it. */
function isSomebodys(walk: Walk, names: Names): boolean {
  const { plan } = walk;
  const { resource } = plan.suite;
  const { current } = walk.state;
  const { collection, item } = plan.names;
  return sinceChange(walk).some((exchange) => {
    if (exchange.operation === resource.operations.show) {
      const shown = mayBeFor(walk, exchange, names) ? shownIn(resource, exchange) : null;
      if (shown === null) return false;
      return current === null || shown.item !== item || !isInstance(shown, current);
    }
    const listed = names.collection === collection ? (readList(walk, exchange).views ?? []) : [];
    return names.item !== item && listed.some((one) => one.item === names.item);
  });
}

/** Whether the ledger names the instance; with `existing` the settings gave it up. */
function isKnown({ state, ledger, plan }: Walk): boolean {
  if (plan.source === 'existing') return state.current !== null;
  return state.current !== null && leftoverOf(ledger.ofRun())?.isAccepted === true;
}

function wasSeen(walk: Walk, since: readonly Exchange[]): boolean {
  const { current } = walk.state;
  const seen = since.flatMap((exchange) => {
    if (isOwnShow(walk, exchange)) return shownIn(walk.plan.suite.resource, exchange) ?? [];
    return entriesOf(walk, readList(walk, exchange).views ?? []);
  });
  return current !== null && seen.some((view) => isInstance(view, current));
}

function isDenied(walk: Walk, since: readonly Exchange[]): boolean {
  const list = since.map((exchange) => readList(walk, exchange).views).findLast((one) => one !== null);
  const show = since.findLast((exchange) => isOwnShow(walk, exchange));
  return (
    list != null &&
    entriesOf(walk, list).length === 0 &&
    show !== undefined &&
    saysGone(walk.plan.suite.resource, statusOfAnswer(show))
  );
}
