import type { Exchange } from '../../engine/model/exchange.ts';
import type { ResourceView } from '../../engine/model/resource.ts';
import { mayBeSame as isInstance, isSurely } from '../effects/same-instance.ts';
import { pluginsIn } from '../effects/seen.ts';
import type { Walk } from './session.ts';
import type { Instance } from './state.ts';
import { onlyRemoves } from './tidy-scenario.ts';

export { isInstance, isSurely };

/** A List's answer; `plugins` is null where it was none that can be read. */
export interface Listed {
  readonly exchange: Exchange;
  readonly plugins: readonly ResourceView[] | null;
}

/** A Show's answer; `plugin` is null where it was no 200 with an object. */
export interface Shown {
  readonly exchange: Exchange;
  readonly plugin: ResourceView | null;
  /** True where the endpoint says that there is no such plug-in. */
  readonly absent: boolean;
}

/** What an exchange says of the pool; `plugins` is null where it is no answered List. */
export function readList({ scenario, plan }: Walk, exchange: Exchange): Listed {
  if (exchange.purpose !== 'list') return { exchange, plugins: null };
  // To remove what the run installed it is enough to know of that.
  const isEnough = onlyRemoves(scenario);
  return { exchange, plugins: pluginsIn(plan.suite.resource, exchange, isEnough) };
}

/** The entries of a List that stand for the template, in any state and of any origin. */
export function entriesOf(walk: Walk, plugins: readonly ResourceView[]): readonly ResourceView[] {
  const { templateName } = walk.plan.names;
  return plugins.filter((plugin) => plugin.templateName === templateName);
}

/** What tells this plug-in from another of its name. */
export function instanceOf({ creationTimestamp, name }: ResourceView): Instance {
  return { creationTimestamp, name };
}

/** Whether a plug-in is surely one that this run deleted before. */
export function wasDeleted({ state }: Walk, plugin: ResourceView): boolean {
  return state.deleted.some((instance) => isSurely(plugin, instance));
}

/** Whether an installed plug-in is not ready yet. */
export function isUnderWay({ plan }: Walk, { phase }: ResourceView): boolean {
  return phase !== null && plan.suite.resource.phases.underWay.includes(phase);
}
