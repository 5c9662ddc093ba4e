import { drift, trouble, violation } from '../../engine/judge/finding.ts';
import type { Finding } from '../../engine/model/finding.ts';
import { beginOf, type Deletion, isLookBy, type Sighting, sightingsOf } from './deletions.ts';

/** What is seen of the resource after its deletion, by what is seen. */
const SEEN = {
  Show: 'Show finds the plug-in again',
  List: 'List names the plug-in again',
  install: 'An install is refused because the plug-in is there again',
};

const DETAILS = { expected: 'the plug-in stays deleted', actual: 'it is there' };

/** The ways in which what was deleted is there again: for good, or until the settle time was over at the latest. */
export function backAgain(deletion: Deletion): readonly Finding[] {
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
