import type { Exchange } from '../../engine/model/exchange.ts';
import type { Names, ResourceView } from '../../engine/model/resource.ts';
import { redactNames } from '../../engine/secrets/redact.ts';
import { sameNames } from '../effects/names.ts';
import { shownIn } from '../effects/snapshot.ts';
import { entriesOf, isInstance, isSurely, readList } from './list-entries.ts';
import type { Asked, Walk } from './session.ts';

/** What is sent against the run's own instance is sent at most so long after that was seen, in milliseconds. */
const LATEST_MS = 2000;

/** What was asked since the last request that could have changed something. */
export function sinceChange({ exchanges }: Walk): readonly Exchange[] {
  const isChange = ({ request, purpose }: Exchange) => request.method !== 'GET' && purpose !== 'sign-in';
  return exchanges.slice(exchanges.findLastIndex(isChange) + 1);
}

/** Whether an exchange is a Show of the resource of the settings. */
export function isOwnShow(walk: Walk, exchange: Exchange): boolean {
  const { show } = walk.plan.suite.resource.operations;
  return exchange.operation === show && mayBeFor(walk, exchange, walk.plan.names);
}

/** Whether an exchange may have been asked for these names: it was, as far as can be told without the secrets in them. */
export function mayBeFor({ redact }: Walk, exchange: Exchange, names: Names): boolean {
  // A secret may have become known since it was recorded.
  const recorded = exchange.names === null ? null : redactNames(exchange.names, redact);
  return sameNames(recorded, redactNames(names, redact));
}

/** Whether a Show of these names could be taken for one of the settings' own: they differ in a secret alone. */
export function isTakenForOwn({ plan, redact }: Walk, names: Names): boolean {
  if (sameNames(names, plan.names)) return false;
  return sameNames(redactNames(names, redact), redactNames(plan.names, redact));
}

/**
 * Whether what Show gave is the run's own instance. Once its time is known only an equal one is; where List alone told
 * it, a List since the last change has to name it with that time.
 */
export function isReadBack(walk: Walk, view: ResourceView): boolean {
  const { current, timeByList } = walk.state;
  if (current === null || !isInstance(view, current)) return false;
  if (current.creationTimestamp === null || isSurely(view, current)) return true;
  const entries = sinceChange(walk).flatMap((one) => entriesOf(walk, readList(walk, one).views ?? []));
  return timeByList && view.oddTime === undefined && entries.some((entry) => isSurely(entry, current));
}

/** Whether the last Show since the last change gave the run's own instance. */
export function wasReadBack(walk: Walk): boolean {
  const show = sinceChange(walk).findLast((one) => isOwnShow(walk, one));
  const view = show === undefined ? null : shownIn(walk.plan.suite.resource, show);
  return view !== null && isReadBack(walk, view);
}

/** Whether what a change rests on was seen a moment ago, by either clock: for a deletion the Show, else the last look. */
export function isFresh(walk: Walk, { deletes = false }: Pick<Asked, 'deletes'>): boolean {
  const isLook = (one: Exchange) => one.request.method === 'GET' && one.trouble === null;
  const last = walk.exchanges.findLast((one) => (deletes ? isOwnShow(walk, one) : isLook(one)));
  const seen = last === undefined ? undefined : walk.overAt.get(last.index);
  if (seen === undefined) return false;
  const [wall, steady] = [Date.now() - seen.wall, performance.now() - seen.steady];
  return wall >= 0 && wall <= LATEST_MS && steady <= LATEST_MS;
}

/** What a change rests on was seen too long before: nothing was sent. */
export class StaleLookError extends Error {
  constructor() {
    super('What was to be changed had been seen too long before.');
    this.name = 'StaleLookError';
  }
}
