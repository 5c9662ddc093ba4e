import { isAccepting, statusOfAnswer } from '../../engine/judge/body/read-answer.ts';
import { isToBeAccepted } from '../../engine/judge/demands.ts';
import { trouble, violation } from '../../engine/judge/finding.ts';
import { requestOf } from '../../engine/judge/probe-words.ts';
import type { Subject } from '../../engine/judge/rule.ts';
import type { Exchange } from '../../engine/model/exchange.ts';
import type { Finding } from '../../engine/model/finding.ts';
import { betweenLooks, exchangesUpTo, looksAfter, poolBefore, poolsAfter } from './before-and-after.ts';
import { beingDeleted, deleting, lateDamage } from './being-deleted.ts';
import { changes, described, type Later, OWN } from './changes.ts';
import { firstShow, isOwnShow, ownItem, showOf, wasShown } from './own.ts';
import { isLeaving, resourceOf, saysGone } from './resource.ts';
import { mayBeSame } from './same-instance.ts';
import { poolIn, type SeenPool, saysWhatIsThere, viewIn } from './snapshot.ts';
import { specChanges } from './spec.ts';

/** The tries of a probe that were refused, or that had to be and got no answer: none may change anything. */
export function refusedTries({ probe, tries }: Subject): readonly Exchange[] {
  return tries.filter((one) => {
    const kind = one.trouble?.kind;
    if (isAccepting(one) || kind === 'unsent' || kind === 'interrupted') return false;
    const status = statusOfAnswer(one) ?? 0;
    // Of a DELETE that was to be accepted a 5xx, or no answer, is no refusal: its own row tells what it did.
    return !isToBeAccepted(probe) || (status >= 400 && status < 500);
  });
}

const known = new WeakMap<Subject, readonly Finding[]>();

/** What the tries of a request did, also those that a later one replaced, and what was seen only before its first. */
export function damage(subject: Subject): readonly Finding[] {
  const before = known.get(subject);
  if (before !== undefined) return before;
  const found = [...refusedTries(subject).flatMap((one) => damageOf(subject, one)), ...lateDamage(subject)];
  known.set(subject, found);
  return found;
}

/** What one refused try changed of what was in the pool just before it; [] where nothing is known. */
export function damageOf(subject: Subject, one: Exchange): readonly Finding[] {
  const before = poolBefore(subject, one);
  const [first, second] = poolsAfter(subject, one);
  const itemName = ownItem(subject);
  const was = before?.what.find((view) => view.item === itemName) ?? null;
  const later = first === undefined ? [] : second === undefined ? [first] : [first, second];
  const changed =
    before === null || first === undefined ? [] : changedIn(subject, one, before, [first, second]);
  const found =
    was === null && !wasShown(subject, one)
      ? changed
      : [
          ...changed,
          ...(was === null ? [] : beingDeleted(subject, was, later, itemName)),
          ...notShown(subject, one),
          ...specChanges(subject, one),
        ];
  return betweenLooks(found, one, exchangesUpTo(subject));
}

function changedIn(
  subject: Subject,
  one: Exchange,
  before: SeenPool,
  [first, second]: readonly [SeenPool, SeenPool | undefined],
): readonly Finding[] {
  const itemName = ownItem(subject);
  // Of the suite's own instance the `spec` is judged look by look.
  const entries = before.what.map((view) => (view.item === itemName ? { ...view, spec: undefined } : view));
  const lists: Later['lists'] = second === undefined ? [first] : [first, second];
  const resource = resourceOf(subject);
  const later = { resource, own: itemName, lists, showOf: showOf(subject, one) };
  return changes(
    entries,
    later,
    `A ${resource.words.item} that was there before a ${requestOf(subject.probe)}`,
  );
}

/** What Show says of the suite's own instance after a refused try: it is there, not on its way out, and no other. */
function notShown(subject: Subject, one: Exchange): readonly Finding[] {
  const what = requestOf(subject.probe);
  const resource = resourceOf(subject);
  const looks = looksAfter(subject, one);
  const shows = looks.filter((each) => isOwnShow(subject, each) && saysWhatIsThere(resource, each));
  const given = firstShow(subject, one);
  const seen = shows.flatMap((each) => viewIn(resource, each) ?? [])[0];
  if (given !== null && seen !== undefined) {
    if (!mayBeSame(given, seen.what)) {
      const details = { expected: described(given), actual: described(seen.what) };
      return [
        violation(
          seen.exchange,
          OWN.another,
          `Show gives another instance after a ${what}, which may change nothing.`,
          details,
        ),
      ];
    }
    if (!isLeaving(resource, given) && isLeaving(resource, seen.what)) {
      return [deleting(resource, seen.exchange, `a ${what}`, described(given))];
    }
  }
  const last = shows.at(-1);
  if (last === undefined || !saysGone(resource, statusOfAnswer(last))) return [];
  const message = `Show does not find the ${resource.words.item} after a ${what}, which may change nothing`;
  const details = { expected: '200', actual: String(statusOfAnswer(last)) };
  // What answers in the endpoint's place says 404 to everything, to List too.
  const list = looks.findLast(({ purpose }) => purpose === 'list');
  if (list === undefined || poolIn(resource, list) === null) {
    return [trouble(last, 'list', `${message}, and List was not answered.`, details)];
  }
  return shows.length > 1 && saysGone(resource, statusOfAnswer(shows.at(-2) ?? one))
    ? [violation(last, OWN.deleted, `${message}.`, details)]
    : [trouble(last, 'asked-once', `${message}, and was not asked again.`, details)];
}
