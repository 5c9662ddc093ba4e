import { shown } from '../../engine/contract/actual.ts';
import { sameInstant } from '../../engine/contract/date-time.ts';
import { stepsOf, valueAt } from '../../engine/contract/pointer.ts';
import { type Difference, differences } from '../../engine/judge/body/differences.ts';
import { statusOfAnswer } from '../../engine/judge/body/read-answer.ts';
import { sameJson } from '../../engine/judge/body/same-json.ts';
import { drift, trouble, violation } from '../../engine/judge/finding.ts';
import type { Exchange } from '../../engine/model/exchange.ts';
import type { Finding } from '../../engine/model/finding.ts';
import type { ResourceView } from '../../engine/model/resource.ts';
import { unequalIn } from './pairs.ts';
import { isLeaving, type ReadResource, saysGone } from './resource.ts';
import { isSurely, mayBeSame } from './same-instance.ts';
import { type SeenPool, viewIn } from './snapshot.ts';

/** As many resources as are looked at again. */
const MOST = 100;

/** Codes of what became of the suite's own item: whether a look finds it gone already or on its way out is a matter of time. */
export const OWN = { deleted: 'deleted', another: 'another-instance' } as const;

/** What was looked at after a request. */
export interface Later {
  readonly resource: ReadResource;
  /** The item that is the suite's own, where it may be among those of before. */
  readonly own: string | null;
  /** The first List that counts, and the next one, where there was one. */
  readonly lists: readonly [first: SeenPool, second?: SeenPool];
  /** The Show of an item, where it was asked for. */
  readonly showOf: (item: string) => Exchange | undefined;
}

/** A resource that an earlier List named and later ones do not name as it was. */
interface Change {
  readonly was: ResourceView;
  /** Null where neither of the later Lists names it. */
  readonly now: ResourceView | null;
  /** In what the two differ; [] where it is not named. */
  readonly members: readonly Difference[];
}

/**
 * The resources that an earlier List named and two Lists in a row do not name as they were, by name, time and `spec`.
 * A member that one of them has as before is no difference. At most 100, where nothing else is asked for.
 */
export function changesIn(
  before: readonly ResourceView[],
  { lists }: Pick<Later, 'lists'>,
  most = MOST,
): readonly Change[] {
  const [first, second] = lists;
  const unequal = unequalIn(before, first.what);
  // Most pools stay as they were.
  if (unequal.size === 0) return [];
  const again = second === undefined ? unequal : unequalIn(before, second.what);
  const found: Change[] = [];
  for (const [was, one] of unequal) {
    const other = again.get(was);
    if (other === undefined) continue;
    const now = other ?? one;
    const members = now === null ? [] : differing(was, one ?? now, now);
    if (now === null || members.length > 0) found.push({ was, now, members });
    if (found.length === most) break;
  }
  return found;
}

/** Whether a Show has to tell more about a change: of what no List names, or has a member of. */
export function isUnsure({ now, members }: Change): boolean {
  return now === null || members.some(({ other }) => other === undefined);
}

/** All of them as findings, by what Show says where two Lists leave something out. */
export function changes(before: readonly ResourceView[], later: Later, who: string): readonly Finding[] {
  const found = changesIn(before, later, Number.POSITIVE_INFINITY);
  const shows = found.flatMap(({ was, now }) => (now === null ? (showOf(was, later) ?? []) : []));
  // Show is asked for a few: where it gives each of them, it is List that leaves others out too.
  const isListAlone = shows.length > 0 && shows.every((show) => viewIn(later.resource, show) !== null);
  const { what } = later.lists[1] ?? later.lists[0];
  const named = new Set(what.map(({ item }) => item));
  const seen = { isListAlone, named };
  return found.flatMap((change) =>
    change.now === null
      ? missing(change.was, later, who, seen)
      : (differs(change, change.now, later, who) ?? []),
  );
}

function showOf({ item }: ResourceView, later: Later): Exchange | undefined {
  return item === null ? undefined : later.showOf(item);
}

/** One instance in few words, e.g. `"pool-a-log-agent", created "2025-03-17T12:29:18Z"`. */
export function described({ name, item, creationTimestamp }: ResourceView): string {
  const created = creationTimestamp === null ? '' : `, created ${shown(creationTimestamp)}`;
  return `${shown(name ?? item ?? undefined)}${created}`;
}

function differs({ was, members }: Change, now: ResourceView, later: Later, who: string): Finding | null {
  const { exchange } = later.lists[1] ?? later.lists[0];
  const show = showOf(was, later);
  const asShown = show === undefined ? null : (viewIn(later.resource, show)?.what ?? null);
  const first = members.find(({ pointer, one, other }) => {
    const isLeftOut = other === undefined && asShown !== null;
    return !isLeftOut || !same(pointer, one, valueAt(asShown, stepsOf(pointer)));
  });
  if (first === undefined) return null;
  const [member] = stepsOf(first.pointer);
  // Entries are paired by their names, so that no name is another one.
  const other = first.pointer === '/creationTimestamp' ? 'other-time' : 'other-spec';
  const code = was.item === later.own ? OWN.another : other;
  return violation(exchange, code, `${who} has another \`${member}\` afterwards.`, {
    expected: toldAs(was, first, first.one),
    actual: toldAs(now, first, first.other),
  });
}

function toldAs(view: ResourceView, { pointer }: Difference, value: unknown): string {
  if (pointer === '/creationTimestamp') return described(view);
  return `${described(view)}, with ${shown(value)} at \`${pointer}\``;
}

/** What is told by all that is missing: whether it is List that leaves it out, and what the last List names. */
interface Seen {
  readonly isListAlone: boolean;
  readonly named: ReadonlySet<string | null>;
}

/** A resource that two Lists in a row do not name. */
function missing(was: ResourceView, later: Later, who: string, { isListAlone, named }: Seen): Finding {
  const { exchange } = later.lists[1] ?? later.lists[0];
  const details = { expected: described(was), actual: 'missing' };
  const code = was.item === later.own ? OWN.deleted : 'not-listed';
  const message = `${who} is not in List afterwards`;
  if (isLeaving(later.resource, was)) {
    return trouble(exchange, 'was-leaving', `${message}, and was being deleted before the request.`, details);
  }
  if (later.lists[1] === undefined)
    return trouble(exchange, 'asked-once', `${message}, which was not asked again.`, details);
  const isReplaced = named.has(was.item);
  const show = showOf(was, later);
  if (isReplaced || (show === undefined ? !isListAlone : saysGone(later.resource, statusOfAnswer(show)))) {
    return violation(exchange, code, `${message}.`, details);
  }
  const there = show === undefined ? was : (viewIn(later.resource, show)?.what ?? null);
  if (there === null) {
    return trouble(
      show ?? exchange,
      'show',
      `${message}, and Show did not say whether it is there.`,
      details,
    );
  }
  return isSurely(there, was) || (mayBeSame(there, was) && sameJson(there.spec, was.spec))
    ? drift(
        exchange,
        'left-out',
        `${who} is left out by List afterwards, and Show gives it as before.`,
        details,
      )
    : violation(exchange, code, `${message}.`, details);
}

const MEMBERS = ['name', 'creationTimestamp', 'spec'] as const;

/** The members that neither of two later looks has as before; what was not told before cannot be compared. */
function differing(was: ResourceView, one: ResourceView, other: ResourceView): readonly Difference[] {
  const known = MEMBERS.filter((member) => was[member] !== null && was[member] !== undefined);
  const found = known.flatMap((member): readonly Difference[] =>
    member === 'spec'
      ? differences(was.spec, other.spec).map((each) => ({ ...each, pointer: `/spec${each.pointer}` }))
      : [{ pointer: `/${member}`, one: was[member], other: other[member] ?? undefined }],
  );
  return found.filter(
    ({ pointer, one: before, other: now }) =>
      !same(pointer, before, now) && !same(pointer, before, valueAt(one, stepsOf(pointer))),
  );
}

function same(pointer: string, before: unknown, now: unknown): boolean {
  return pointer === '/creationTimestamp' ? sameInstant(before, now) : sameJson(before, now);
}
