import type { Exchange } from '../../engine/model/exchange.ts';
import type { ResourceView } from '../../engine/model/resource.ts';
import { mayBeSame as isInstance, isSurely } from '../effects/same-instance.ts';
import { viewsIn } from '../effects/snapshot.ts';
import type { Walk } from './session.ts';
import type { Instance } from './state.ts';

export { isInstance, isSurely };

/** A List's answer; `views` is null where it was none that can be read. */
export interface Listed {
  readonly exchange: Exchange;
  readonly views: readonly ResourceView[] | null;
}

/** A Show's answer; `view` is null where it was no 200 with an object. */
export interface Shown {
  readonly exchange: Exchange;
  readonly view: ResourceView | null;
  /** True where the endpoint says that there is no such resource. */
  readonly absent: boolean;
}

/** What an exchange says of the pool; `views` is null where it is no answered List. */
export function readList({ onlyRemoves, plan }: Walk, exchange: Exchange): Listed {
  if (exchange.purpose !== 'list') return { exchange, views: null };
  // To remove what the run installed it is enough to know of that.
  return { exchange, views: viewsIn(plan.suite.resource, exchange, onlyRemoves) };
}

/** The entries of a List that stand for the template, in any state and of any origin. */
export function entriesOf(walk: Walk, views: readonly ResourceView[]): readonly ResourceView[] {
  const { item } = walk.plan.names;
  return views.filter((view) => view.item === item);
}

/** What tells this resource from another of its name. */
export function instanceOf({ creationTimestamp, name }: ResourceView): Instance {
  return { creationTimestamp, name };
}

/** Whether a resource is surely one that this run deleted before. */
export function wasDeleted({ state }: Walk, view: ResourceView): boolean {
  return state.deleted.some((instance) => isSurely(view, instance));
}

/** Whether an installed resource is not ready yet. */
export function isUnderWay({ plan }: Walk, { phase }: ResourceView): boolean {
  return phase !== null && plan.suite.resource.phases.underWay.includes(phase);
}
