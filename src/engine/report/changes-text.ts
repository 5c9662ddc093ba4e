import type { Change, ChangeState, Changes } from '../model/history.ts';
import type { Report } from '../model/report.ts';
import { plural } from './words.ts';

/** What became of failures, in the order in which it matters to people. */
export const CHANGE_STATES: readonly ChangeState[] = ['new', 'still', 'fixed', 'intermittent', 'unknown'];

/** These are told also where there is none: that nothing is new is what the reader wants to know. */
const ALWAYS: readonly ChangeState[] = ['new', 'still', 'fixed'];

const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

/** The changes with nothing but their own members, in the order in which files have them. */
export function changesMembers(changes: Changes): Changes {
  const { base, comparable, why } = changes;
  const listed = (state: ChangeState) =>
    changes[state].map(({ id, fingerprint, since, seen, of, newRequirement }) => ({
      ...{ id, fingerprint, since, seen, of },
      ...(newRequirement === undefined ? {} : { newRequirement }),
    }));
  return {
    base:
      base === null
        ? null
        : { run: base.run, startedAt: base.startedAt, verdict: base.verdict, suite: base.suite },
    comparable,
    why,
    new: listed('new'),
    still: listed('still'),
    fixed: listed('fixed'),
    intermittent: listed('intermittent'),
    unknown: listed('unknown'),
  };
}

/** A time for people, in UTC, e.g. `26 November 02:00`; with the year where it is another one than that of `now`. */
export function dayText(time: string, now: string): string {
  const date = new Date(time);
  const year = date.getUTCFullYear() === new Date(now).getUTCFullYear() ? '' : ` ${date.getUTCFullYear()}`;
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]}${year} ${date.toISOString().slice(11, 16)}`;
}

/** What is new, in a line: since when, or why that cannot be said. `now`: when the run began. */
export function changesLine(changes: Changes, now: string): string {
  const { base, comparable, why } = changes;
  if (!comparable) {
    const than = base === null ? '' : `Not comparable with the run of ${dayText(base.startedAt, now)}. `;
    return than + why;
  }
  const counts = CHANGE_STATES.filter((state) => ALWAYS.includes(state) || changes[state].length > 0).map(
    (state) => `${changes[state].length} ${state}`,
  );
  const since = base === null ? 'No earlier run to compare with' : `Since ${dayText(base.startedAt, now)}`;
  return `${since}: ${counts.join(', ')}`;
}

/** Since when a failure is there and how often it was seen, or that its requirement is new. */
export function changeText({ since, seen, of, newRequirement }: Change, now: string): string {
  const often = `seen in ${seen} of ${plural(of, 'run')}`;
  const added = newRequirement === true ? 'a new requirement, ' : '';
  return since === now ? `${added}${often}` : `${added}since ${dayText(since, now)}, ${often}`;
}

/** What is told of a violated requirement: that it is new, or since when it is there; null where no history tells. */
export function sinceText({ changes, startedAt }: Report, id: string): string | null {
  if (changes === undefined) return null;
  const told = (['new', 'intermittent', 'still'] as const).flatMap((state) => {
    const found = changes[state].find((change) => change.id === id);
    return found === undefined ? [] : [{ state, found }];
  });
  const [first] = told;
  if (first === undefined) return null;
  return first.state === 'still'
    ? changeText(first.found, startedAt)
    : `${first.state}, ${changeText(first.found, startedAt)}`;
}
