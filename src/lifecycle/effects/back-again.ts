import { beginOf } from '../../engine/judge/exchange-times.ts';
import { drift, trouble, violation } from '../../engine/judge/finding.ts';
import type { Finding } from '../../engine/model/finding.ts';
import { type Deletion, isLookBy, type Sighting, sightingsOf } from './deletions.ts';

/** What is seen of the item after its deletion, in words that begin a sentence. */
function seenBy(by: Sighting['by'], item: string): string {
  const seen = {
    Show: `Show finds the ${item} again`,
    List: `List names the ${item} again`,
    install: `An install is refused because the ${item} is there again`,
  };
  return seen[by];
}

/** The codes of the same, where it stays, and where it was gone again within the settle time. */
export const AGAIN = {
  Show: { stays: 'shown-again', passes: 'shown-again-a-while' },
  List: { stays: 'listed-again', passes: 'listed-again-a-while' },
  install: { stays: 'exists-again', passes: 'exists-again-a-while' },
} as const satisfies Readonly<Record<Sighting['by'], object>>;

function detailsOf(item: string) {
  return { expected: `the ${item} stays deleted`, actual: 'it is there' };
}

/** The ways in which what was deleted is there again: for good, or until the settle time was over at the latest. */
export function backAgain(deletion: Deletion): readonly Finding[] {
  const { item } = deletion.resource.words;
  const sightings = sightingsOf(deletion);
  const isOthers = sightings.some(({ by, sameness }) => by !== 'install' && sameness !== 'same');
  const found = sightings.map((one) => {
    if (one.sameness === 'another')
      return trouble(
        one.exchange,
        'created-anew',
        `${seenBy(one.by, item)}, created anew and not by the suite.`,
      );
    // An install that is refused says nothing of who is there.
    if (one.sameness === 'open' && (one.by !== 'install' || isOthers)) {
      const cause = 'and whether it is the instance that was deleted cannot be told';
      return trouble(one.exchange, 'which-instance', `${seenBy(one.by, item)}, ${cause}.`, detailsOf(item));
    }
    return lasting(deletion, one);
  });
  // It may have been looked at again and again.
  return [...new Map(found.reverse().map((one) => [one.message, one])).values()].reverse();
}

function lasting(deletion: Deletion, { exchange, by }: Sighting): Finding {
  const { item } = deletion.resource.words;
  const details = detailsOf(item);
  const said = `${seenBy(by, item)}, and the suite did not install it`;
  // Where a look begins may be rounded.
  if (beginOf(exchange) >= deletion.settledBy - 1)
    return violation(exchange, AGAIN[by].stays, `${said}.`, details);
  const last = deletion.later.findLast((one) => isLookBy(by, deletion, one));
  return last === exchange
    ? trouble(
        exchange,
        'asked-once',
        `${said}; the settle time was not over, and it was not looked at again.`,
        details,
      )
    : drift(exchange, AGAIN[by].passes, `${said}; within the settle time it was gone again.`, details);
}
