import { shown } from '../../contract/actual.ts';
import { sameInstant } from '../../contract/date-time.ts';
import type { PluginView } from '../../contract/plugin.ts';
import { pointerOf } from '../../contract/pointer.ts';
import type { Exchange } from '../../model/exchange.ts';
import type { Finding } from '../../model/finding.ts';
import { type Difference, differences, memberOf } from '../answer/differences.ts';
import { sameJson } from '../answer/same-json.ts';
import { drift, trouble, violation } from '../finding.ts';
import { paired } from './pairs.ts';
import { isSurely, mayBeSame } from './same-instance.ts';
import { pluginIn, type SeenPool, saysGone, statusOfAnswer } from './seen.ts';

/** As many plug-ins as are told. */
const MOST = 100;

/** What was looked at after a request. */
export interface Later {
  /** The first List that counts, and the next one, where there was one. */
  readonly lists: readonly [first: SeenPool, second?: SeenPool];
  /** The Show of a template, where it was asked for. */
  readonly showOf: (templateName: string) => Exchange | undefined;
}

/** A plug-in that an earlier List named and later ones do not name as it was. */
interface Change {
  readonly was: PluginView;
  /** Null where neither of the later Lists names it. */
  readonly now: PluginView | null;
  /** In what the two differ; [] where it is not named. */
  readonly members: readonly Difference[];
}

/**
 * The plug-ins that an earlier List named and two Lists in a row do not name as they were, by name, time and `spec`.
 * A member that one of them has as before is no difference.
 */
export function changesIn(before: readonly PluginView[], { lists }: Pick<Later, 'lists'>): readonly Change[] {
  const [first, second = first] = lists;
  const pairs = [first, second].map(({ what }) => paired(before, what));
  const found: Change[] = [];
  for (const was of before) {
    const [one, other] = pairs.map((of) => of.get(was) ?? null);
    const now = other ?? one ?? null;
    const members = now === null ? [] : differing(was, one ?? now, other ?? now);
    if (now === null || members.length > 0) found.push({ was, now, members });
    if (found.length === MOST) break;
  }
  return found;
}

/** Whether a Show has to tell more about a change: of what no List names, or has a member of. */
export function isUnsure({ now, members }: Change): boolean {
  return now === null || members.some(({ other }) => other === undefined);
}

/** The same as findings, by what Show says where two Lists leave something out. */
export function changes(before: readonly PluginView[], later: Later, who: string): readonly Finding[] {
  return changesIn(before, later).flatMap((change) => findingOf(change, later, who) ?? []);
}

/** One instance in few words, e.g. `"pool-a-log-agent", created "2025-03-17T12:29:18Z"`. */
export function described({ name, templateName, creationTimestamp }: PluginView): string {
  const created = creationTimestamp === null ? '' : `, created ${shown(creationTimestamp)}`;
  return `${shown(name ?? templateName ?? undefined)}${created}`;
}

function findingOf(change: Change, later: Later, who: string): Finding | null {
  const { was, now } = change;
  const exchange = (later.lists[1] ?? later.lists[0]).exchange;
  if (now === null) return missing(was, later, who);
  const show = was.templateName === null ? undefined : later.showOf(was.templateName);
  const asShown = show === undefined ? null : (pluginIn(show)?.what ?? null);
  const members = change.members.filter(({ steps, one, other }) => {
    const shownThere = other === undefined && asShown !== null ? valueAt(asShown, steps) : undefined;
    return !same(steps, one, shownThere);
  });
  const [first] = members;
  if (first === undefined) return null;
  return violation(exchange, `${who} has another \`${first.steps[0]}\` afterwards.`, {
    expected: toldAs(was, first, first.one),
    actual: toldAs(now, first, first.other),
  });
}

function toldAs(plugin: PluginView, { steps }: Difference, value: unknown): string {
  if (steps[0] === 'creationTimestamp') return described(plugin);
  return `${described(plugin)}, with ${shown(value)} at \`${pointerOf(steps)}\``;
}

/** A plug-in that two Lists in a row do not name. */
function missing(was: PluginView, { lists, showOf }: Later, who: string): Finding {
  const { exchange, what } = lists[1] ?? lists[0];
  const details = { expected: described(was), actual: 'missing' };
  if (was.phase === 'Deleting') {
    const message = `${who} is not in List afterwards, and was being deleted before the request.`;
    return trouble(exchange, message, details);
  }
  if (lists[1] === undefined) {
    return trouble(exchange, `${who} is not in List afterwards, which was not asked again.`, details);
  }
  const show = was.templateName === null ? undefined : showOf(was.templateName);
  const isReplaced = what.some(({ templateName }) => templateName === was.templateName);
  if (show === undefined || isReplaced || saysGone(statusOfAnswer(show))) {
    return violation(exchange, `${who} is not in List afterwards.`, details);
  }
  const there = pluginIn(show)?.what;
  if (there === undefined) {
    return trouble(
      show,
      `${who} is not in List afterwards, and Show did not say whether it is there.`,
      details,
    );
  }
  return isSurely(there, was) || (mayBeSame(there, was) && sameJson(there.spec, was.spec))
    ? drift(exchange, `${who} is left out by List afterwards, and Show gives it as before.`, details)
    : violation(exchange, `${who} is not in List afterwards.`, details);
}

const MEMBERS = ['name', 'creationTimestamp', 'spec'] as const;

/** The members that neither of two later looks has as before; what was not told before cannot be compared. */
function differing(was: PluginView, one: PluginView, other: PluginView): readonly Difference[] {
  const known = MEMBERS.filter((member) => was[member] !== null && was[member] !== undefined);
  return known.flatMap((member) =>
    (member === 'spec'
      ? differences(was.spec, other.spec)
      : [{ steps: [], one: was[member], other: other[member] }]
    )
      .map(({ steps, one: before, other: now }) => ({
        steps: [member, ...steps],
        one: before,
        other: now ?? undefined,
      }))
      .filter(
        ({ steps, one: before, other: now }) =>
          !same(steps, before, now) && !same(steps, before, valueAt(one, steps)),
      ),
  );
}

function same([member]: readonly string[], before: unknown, now: unknown): boolean {
  return member === 'creationTimestamp' ? sameInstant(before, now) : sameJson(before, now);
}

function valueAt(plugin: PluginView, steps: readonly string[]): unknown {
  return steps.reduce<unknown>((at, step) => memberOf(at, step), plugin);
}
