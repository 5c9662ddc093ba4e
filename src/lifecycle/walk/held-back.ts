import { statusOfAnswer } from '../../engine/judge/body/read-answer.ts';
import type { Withheld } from '../../engine/model/evidence.ts';
import type { Names, ResourceView } from '../../engine/model/resource.ts';
import type { Probe, Scenario } from '../../engine/model/scenario.ts';
import { saysGone } from '../effects/resource.ts';
import { viewsIn } from '../effects/snapshot.ts';
import { type Held, heldByList, heldByPool, heldByShow, type Own } from './free-names.ts';
import { askPatiently } from './patience.ts';
import { show } from './pool.ts';
import { isTakenForOwn } from './read-back.ts';
import type { Walk } from './session.ts';

/** The probes of a scenario for which the names of the settings leave nothing to send. */
export function notApplicable({ probes }: Scenario, names: Names): readonly Withheld[] {
  return probes.flatMap(({ id, nothingToSend }) => {
    const reason = nothingToSend?.(names) ?? null;
    return reason === null ? [] : [{ probe: id, reason, outcome: 'not-applicable' } as const];
  });
}

/**
 * Why a probe is not sent now, by the List just before and by what Show gives under its name; null where it may be. A
 * probe that names the run's own resource is sent in any case: the permit sees to it that it is there.
 */
export async function heldBack(
  walk: Walk,
  probe: Probe,
  views: readonly ResourceView[],
): Promise<Withheld | null> {
  const { plan, state } = walk;
  const own: Own = {
    resource: plan.suite.resource,
    names: plan.names,
    current: state.current,
    deleted: state.deleted,
  };
  const names = probe.names(plan.names);
  const withId = (held: Held | null) => (held === null ? null : { probe: probe.id, ...held });
  const { collection, item } = plan.names;
  const isFreed = names.item !== item || probe.mustNotExist === true;
  const isHere = names.collection === collection || probe.laxity !== undefined;
  const byList = isFreed && isHere ? heldByList(probe, names, own, { views, collection }) : null;
  if (byList !== null || probe.mustNotExist !== true) return withId(byList);
  if (isTakenForOwn(walk, names)) return withId(ALIKE);
  const { exchange, view, absent } = await show(walk, 'read-back', probe.id, names);
  const byShow = heldByShow(probe, own, { view, absent, status: statusOfAnswer(exchange) });
  if (byShow !== null) return withId({ ...byShow, exchange: exchange.index });
  return withId(
    probe.laxity === 'any-letter-case-of-collection' ? await byPool(walk, probe, names, own) : null,
  );
}

/** What Show gave of such a name would be taken for what it gave of the run's own. */
const ALIKE: Held = {
  outcome: 'not-observed',
  reason: "The request was not sent: where secrets are replaced, its name cannot be told from the run's own.",
};

/** Another spelling of the pool's name may be a pool of somebody: List is asked for it as well. */
async function byPool(walk: Walk, probe: Probe, names: Names, own: Own): Promise<Held | null> {
  const { resource } = walk.plan.suite;
  const exchange = await askPatiently(walk, {
    ...{ purpose: 'read-back', operation: resource.operations.list, method: 'GET' },
    ...{ names, probe: probe.id },
  });
  const status = statusOfAnswer(exchange);
  const views = viewsIn(resource, exchange);
  const held = heldByPool(probe, names, own, { views, absent: saysGone(resource, status), status });
  return held === null ? null : { ...held, exchange: exchange.index };
}
