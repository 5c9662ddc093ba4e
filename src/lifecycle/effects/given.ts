import type { Subject } from '../../engine/judge/rule.ts';
import type { ResourceView } from '../../engine/model/resource.ts';
import { poolBefore } from './before-and-after.ts';
import { isOwnShow, ownItem } from './own.ts';
import { resourceOf } from './resource.ts';
import { mayBeSame } from './same-instance.ts';
import { viewIn } from './snapshot.ts';

/** What Show, or else List, gave of the instance before the last try; null where neither did. */
export function givenInstance(subject: Subject): ResourceView | null {
  const { shown, listed } = given(subject);
  if (shown === undefined || listed === undefined) return shown ?? listed ?? null;
  return {
    ...shown,
    item: shown.item ?? listed.item,
    name: shown.name ?? listed.name,
    creationTimestamp: shown.creationTimestamp ?? listed.creationTimestamp,
    version: shown.version ?? listed.version,
    inputs: shown.inputs === undefined ? listed.inputs : shown.inputs,
  };
}

/** What List gave of it, whatever Show did; null where it did not. */
export function listedInstance(subject: Subject): ResourceView | null {
  return given(subject).listed ?? null;
}

/** Whether an entry of a List is the given instance of an item; one with another time is another instance. */
export function isInstance(entry: ResourceView, itemName: string, given: ResourceView | null): boolean {
  if (given === null) return entry.item === itemName;
  return (
    (entry.item === itemName || (entry.name !== null && entry.name === given.name)) &&
    mayBeSame({ ...entry, name: null }, given)
  );
}

interface Given {
  readonly shown?: ResourceView | undefined;
  readonly listed?: ResourceView | undefined;
}

function given(subject: Subject): Given {
  const { evidence, probe, exchange } = subject;
  if (exchange === null) return {};
  const resource = resourceOf(subject);
  const shown = evidence.exchanges
    .filter((one) => one.probe === probe.id && one.index < exchange.index && isOwnShow(subject, one))
    .map((one) => viewIn(resource, one))
    .findLast((view) => view !== null)?.what;
  const itemName = ownItem(subject);
  const pool = poolBefore(subject, exchange)?.what;
  const listed = pool?.find(({ item }) => item !== null && item === itemName);
  return { shown, listed };
}
