import { isToBeAccepted, single } from '../../../engine/judge/demands.ts';
import { trouble } from '../../../engine/judge/finding.ts';
import type { Rule, Subject } from '../../../engine/judge/rule.ts';
import type { Exchange } from '../../../engine/model/exchange.ts';
import type { Finding } from '../../../engine/model/finding.ts';
import type { ResourceView } from '../../../engine/model/resource.ts';
import {
  betweenLooks,
  exchangesUpTo,
  poolBefore,
  poolsAfter,
  poolsAround,
} from '../../effects/before-and-after.ts';
import { changes, type Later } from '../../effects/changes.ts';
import { givenInstance, isInstance } from '../../effects/given.ts';
import { ownItem, showOf } from '../../effects/own.ts';
import { refusedTries } from '../../effects/refused.ts';
import { type JudgedResource, resourceOf } from '../../effects/resource.ts';
import type { SeenPool } from '../../effects/snapshot.ts';

export const neighbours = ({ words: { item, collection }, clauses, readings }: JudgedResource) =>
  ({
    id: 'effects/neighbours',
    title: `MUST leave every other ${item} of the ${collection} as it was`,
    basis: 'documented',
    clause: clauses.item,
    breaks: { basis: 'reading', note: `The path names one ${item}; that no other may change is a reading.` },
    readings: readings.others,
    demands: single('effect', 'neighbours', isToBeAccepted),
    appliesTo: (subject) => triesOf(subject).length > 0,
    unseen: () => ({ reason: `No DELETE of the installed ${item} reached the endpoint.` }),
    looks: (subject) => triesOf(subject).flatMap((one) => poolsAround(subject, one)),
    judge: (subject): readonly Finding[] => triesOf(subject).flatMap((one) => judgeTry(subject, one)),
  }) as const satisfies Rule;

/** The tries that may have been carried out; what was refused is judged by what a refusal may change. */
function triesOf(subject: Subject): readonly Exchange[] {
  const refused = refusedTries(subject);
  return subject.tries.filter(
    (one) => one.trouble?.kind !== 'unsent' && (one === subject.exchange || !refused.includes(one)),
  );
}

function judgeTry(subject: Subject, one: Exchange): readonly Finding[] {
  const before = poolBefore(subject, one);
  const pools = poolsAfter(subject, one);
  const resource = resourceOf(subject);
  const { words } = resource;
  const itemName = ownItem(subject);
  const lists = before === null || itemName === null ? null : counted(subject, pools, itemName);
  if (before === null || lists === null) {
    // Of a try that a later one replaced only the effects count.
    if (one !== subject.exchange) return [];
    const when = before === null ? 'before' : 'after';
    return [trouble(one, 'list', `List was not answered with a ${words.collection} ${when} the DELETE.`)];
  }
  const others = before.what.filter((view: ResourceView) => view.item !== itemName);
  const later = { resource, own: null, lists, showOf: showOf(subject, one) };
  const found = changes(others, later, `Another ${words.item} of the ${words.collection}`);
  return betweenLooks(found, one, exchangesUpTo(subject));
}

/** The first List that no longer names the deleted resource, and the next one; the last two where each still names it. */
function counted(subject: Subject, pools: readonly SeenPool[], itemName: string): Later['lists'] | null {
  const given = givenInstance(subject);
  const first = pools.findIndex(({ what }) => !what.some((one) => isInstance(one, itemName, given)));
  const [one, other] = first === -1 ? pools.slice(-2) : pools.slice(first, first + 2);
  if (one === undefined) return null;
  return other === undefined ? [one] : [one, other];
}
