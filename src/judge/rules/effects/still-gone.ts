import type { Finding } from '../../../model/finding.ts';
import {
  beginOf,
  type Deletion,
  deletionsIn,
  isLookBy,
  type Sighting,
  sightingsOf,
} from '../../deletions.ts';
import { perProbe } from '../../demands.ts';
import { drift, trouble, violation } from '../../finding.ts';
import { ownTemplate } from '../../pool/own.ts';
import { poolIn, resourceOf, saysGone, statusOfAnswer } from '../../pool/seen.ts';
import type { Rule, Subject } from '../../rule.ts';

/** What is seen of the plug-in after its deletion, by what is seen. */
const SEEN = {
  Show: 'Show finds the plug-in again',
  List: 'List names the plug-in again',
  install: 'An install is refused because the plug-in is there again',
};

const DETAILS = { expected: 'the plug-in stays deleted', actual: 'it is there' };

export const stillGone = {
  id: 'effects/still-gone',
  title: 'MUST keep the plug-in deleted until it is installed again',
  basis: 'documented',
  clause: 'Function',
  rows: ['nothing'],
  demands: perProbe(() => 'MUST keep the plug-in deleted until it is installed again'),
  appliesTo: ({ probe, evidence }) => evidence.exchanges.some((one) => one.probe === probe.id),
  judge: (subject): readonly Finding[] => {
    const exchanges = [...subject.earlier, subject.evidence].flatMap((one) => one.exchanges);
    const template = ownTemplate(subject) ?? '';
    const deletions = deletionsIn(exchanges, template, subject.settleTimeoutMs);
    const again = deletions.flatMap(backAgain);
    if (again.some(({ kind }) => kind !== 'drift')) return again;
    const open = deletions.find(({ installed }) => installed === null);
    const seen = open === undefined ? deletions.some(wasLookedAt) : wasSeenAtEnd(subject, open);
    const unseen = 'After no deletion could it be seen whether the plug-in stays deleted.';
    return seen ? again : [...again, trouble(null, unseen)];
  },
} as const satisfies Rule;

/** The ways in which what was deleted is there again: for good, or until the settle time was over at the latest. */
function backAgain(deletion: Deletion): readonly Finding[] {
  const sightings = sightingsOf(deletion);
  const isOthers = sightings.some(({ by, sameness }) => by !== 'install' && sameness !== 'same');
  const found = sightings.map((one) => {
    if (one.sameness === 'another')
      return trouble(one.exchange, `${SEEN[one.by]}, created anew and not by the suite.`);
    // An install that is refused says nothing of who is there.
    if (one.sameness === 'open' && (one.by !== 'install' || isOthers)) {
      const cause = 'and whether it is the instance that was deleted cannot be told';
      return trouble(one.exchange, `${SEEN[one.by]}, ${cause}.`, DETAILS);
    }
    return lasting(deletion, one);
  });
  // It may have been looked at again and again.
  return [...new Map(found.reverse().map((one) => [one.message, one])).values()].reverse();
}

function lasting(deletion: Deletion, { exchange, by }: Sighting): Finding {
  const said = `${SEEN[by]}, and the suite did not install it`;
  // Where a look begins may be rounded.
  if (beginOf(exchange) >= deletion.settledBy - 1) return violation(exchange, `${said}.`, DETAILS);
  const last = deletion.later.findLast((one) => isLookBy(by, deletion, one));
  return last === exchange
    ? trouble(exchange, `${said}; the settle time was not over, and it was not looked at again.`, DETAILS)
    : drift(exchange, `${said}; within the settle time it was gone again.`, DETAILS);
}

function wasLookedAt({ later, notListed }: Deletion): boolean {
  return notListed && later.some((one) => poolIn(one) !== null);
}

function wasSeenAtEnd({ probe, evidence }: Subject, { url, notShown, notListed }: Deletion): boolean {
  const own = evidence.exchanges.filter((one) => one.probe === probe.id);
  const show = own.findLast((one) => one.operation === 'ShowPlugin' && resourceOf(one) === url);
  const isGone = show !== undefined && saysGone(statusOfAnswer(show));
  return notShown && notListed && isGone && own.some((one) => poolIn(one) !== null);
}
