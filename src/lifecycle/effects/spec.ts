import { shown } from '../../engine/contract/actual.ts';
import { stepsOf, valueAt } from '../../engine/contract/pointer.ts';
import { type Difference, differences } from '../../engine/judge/body/differences.ts';
import { sameJson } from '../../engine/judge/body/same-json.ts';
import { violation } from '../../engine/judge/finding.ts';
import { requestOf } from '../../engine/judge/probe-words.ts';
import type { Subject } from '../../engine/judge/rule.ts';
import type { Exchange } from '../../engine/model/exchange.ts';
import type { Finding } from '../../engine/model/finding.ts';
import type { ResourceView } from '../../engine/model/resource.ts';
import { exchangesUpTo, looksAfter } from './before-and-after.ts';
import { isOwnShow, ownIn } from './own.ts';
import { resourceOf } from './resource.ts';

/** A look that gave the instance's `spec`. */
interface Look {
  readonly exchange: Exchange;
  readonly view: ResourceView;
}

/** The looks of one kind around a try: the last before it, and those that follow it at once. */
interface Series {
  readonly before: Look | undefined;
  readonly after: readonly Look[];
}

/**
 * What a refused try changed of the `spec` of the suite's own instance: Show is compared with Show, and List with List,
 * each with the look before it. What either had before the try is no change by it, nor what one of two Lists has as
 * before. [] where two Lists in a row never agreed before the first request under test.
 */
export function specChanges(subject: Subject, one: Exchange): readonly Finding[] {
  const looks = looksOf(subject, one);
  if (!isSettled(looks, subject, one)) return [];
  const following = new Set(looksAfter(subject, one));
  const series = (isOfKind: (exchange: Exchange) => boolean): Series => {
    const own = looks.filter(({ exchange }) => isOfKind(exchange));
    return {
      before: own.findLast(({ exchange }) => exchange.index < one.index),
      after: own.filter(({ exchange }) => following.has(exchange)),
    };
  };
  const shows = series((exchange) => isOwnShow(subject, exchange));
  const lists = series(({ purpose }) => purpose === 'list');
  return [...changesOf(subject, shows, lists, 'Show'), ...changesOf(subject, lists, shows, 'List')];
}

/** What tells the instance's `spec`, of the instance that a try met, in order. */
function looksOf(subject: Subject, { instance }: Exchange): readonly Look[] {
  return exchangesUpTo(subject)
    .filter((exchange) => exchange.instance === instance)
    .flatMap((exchange) => {
      const view = ownIn(subject, exchange);
      return view === null || view.spec === undefined ? [] : [{ exchange, view }];
    });
}

/** Whether two Lists in a row agreed before the first request under test; fewer than two say nothing against it. */
function isSettled(looks: readonly Look[], subject: Subject, { instance }: Exchange): boolean {
  const first = exchangesUpTo(subject).find((one) => one.purpose === 'probe' && one.instance === instance);
  const lists = looks.filter(
    ({ exchange: { purpose, index } }) => purpose === 'list' && index < (first?.index ?? 0),
  );
  return (
    lists.length < 2 || lists.some(({ view }, at) => at > 0 && sameJson(view.spec, lists[at - 1]?.view.spec))
  );
}

function changesOf(
  subject: Subject,
  { before, after }: Series,
  other: Series,
  name: string,
): readonly Finding[] {
  const { probe } = subject;
  const { words } = resourceOf(subject);
  const [first, second = first] = after;
  if (before === undefined || first === undefined || second === undefined) return [];
  const isCaused = ({ pointer, one, other: now }: Difference) =>
    !sameJson(one, memberAt(second.view, pointer)) &&
    (other.before === undefined || !sameJson(now, memberAt(other.before.view, pointer)));
  return differences(before.view.spec, first.view.spec)
    .filter(isCaused)
    .map(({ pointer, one, other: now }) =>
      violation(
        first.exchange,
        'own-spec',
        `${name} gives another \`spec\` of the ${words.item} after a ${requestOf(probe)}, which may change nothing.`,
        {
          ...(name === 'Show' ? { pointer: `/spec${pointer}` } : {}),
          expected: shown(one),
          actual: shown(now),
        },
      ),
    );
}

function memberAt({ spec }: ResourceView, pointer: string): unknown {
  return valueAt(spec, stepsOf(pointer));
}
