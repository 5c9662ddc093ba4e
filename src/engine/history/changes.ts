import type { Change, ChangeState, Changes, HistoryLine } from '../model/history.ts';
import type { ResourceWords } from '../model/resource.ts';
import { differenceOf } from './comparable.ts';
import { type AddedIn, type ComparedRun, runOfLine, type Told, toldBy } from './compared-run.ts';
import { isConclusive } from './line.ts';

/** So many runs are looked at, the last one counted: what failed and held again among them is intermittent. */
const WINDOW = 10;

/** What a run is compared by beside the lines. */
export interface ComparedBy {
  readonly words: ResourceWords;
  readonly addedIn: AddedIn;
}

const NOTHING: Readonly<Record<ChangeState, readonly Change[]>> = {
  ...{ new: [], still: [], fixed: [], intermittent: [], unknown: [] },
};

const MOCK = 'This run was against a mock, which is compared with nothing.';

/** What is new since the last conclusive line of the same target that can be compared: of those before the run's own, in the order of the file. */
export function changesSince(
  now: ComparedRun,
  lines: readonly HistoryLine[],
  { words, addedIn }: ComparedBy,
): Changes {
  if (now.mock) return incomparable(null, MOCK);
  const own = lines.findIndex((line) => isSameRun(line, now.line));
  const before = (own === -1 ? lines : lines.slice(0, own)).filter(isConclusive);
  const comparable = before.filter((line) => differenceOf(now.line, line, words) === null);
  const last = before.at(-1);
  // One that is old may be comparable though the last one is not: the target has gone back to what it was.
  if (comparable.length === 0 && last !== undefined) {
    return incomparable(last, differenceOf(now.line, last, words) ?? '');
  }
  return compared(
    now,
    comparable.map((line) => runOfLine(line, addedIn)),
  );
}

/** What is new since one other run, of which the report is at hand. */
export function changesFrom(now: ComparedRun, base: ComparedRun, words: ResourceWords): Changes {
  if (now.mock) return incomparable(base.line, MOCK);
  if (base.mock)
    return incomparable(base.line, 'That run was against a mock, with which nothing is compared.');
  const difference = differenceOf(now.line, base.line, words);
  if (difference !== null) return incomparable(base.line, difference);
  if (!isConclusive(base.line)) return incomparable(base.line, 'That run was inconclusive.');
  return compared(now, [base]);
}

/** Whether a line is the run's own. */
export function isSameRun(line: HistoryLine, { run }: HistoryLine): boolean {
  return line.run === run;
}

function incomparable(base: HistoryLine | null, why: string): Changes {
  return { base: base === null ? null : baseOf(base), comparable: false, why, ...NOTHING };
}

function baseOf({ run, startedAt, verdict, suite }: HistoryLine): NonNullable<Changes['base']> {
  return { run, startedAt, verdict, suite };
}

/** `earlier`: conclusive runs that can be compared, the oldest first. */
function compared(now: ComparedRun, earlier: readonly ComparedRun[]): Changes {
  const base = earlier.at(-1);
  const looked = [...earlier.slice(1 - WINDOW), now];
  const made: Record<ChangeState, Change[]> = {
    ...{ new: [], still: [], fixed: [], intermittent: [], unknown: [] },
  };
  for (const [id, fingerprint] of failuresOf(looked)) {
    const state = stateOf(now, earlier, looked, id, fingerprint);
    if (state === null) continue;
    const isKnown = state !== 'new' || base === undefined || base.knows(id);
    made[state].push({
      ...{ id, fingerprint, since: sinceWhen(now, earlier, id, fingerprint, state === 'intermittent') },
      seen: looked.filter((run) => toldBy(run, id, fingerprint) === 'seen').length,
      of: looked.length,
      ...(isKnown ? {} : { newRequirement: true }),
    });
  }
  return { base: base === undefined ? null : baseOf(base.line), comparable: true, why: null, ...made };
}

/** Every failure of some runs, by id and fingerprint; of a requirement without any fingerprint the one that has ''. */
function failuresOf(runs: readonly ComparedRun[]): readonly (readonly [id: string, fingerprint: string])[] {
  const all = new Map<string, Set<string>>();
  for (const { failed } of runs) {
    for (const [id, fingerprints] of failed) {
      all.set(id, new Set([...(all.get(id) ?? []), ...fingerprints]));
    }
  }
  return [...all]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([id, ways]) => (ways.size === 0 ? [''] : [...ways].sort()).map((way) => [id, way] as const));
}

/** The first that holds of unknown, intermittent, still, new, fixed; null where the failure is over, and was told to be. */
function stateOf(
  now: ComparedRun,
  earlier: readonly ComparedRun[],
  looked: readonly ComparedRun[],
  id: string,
  fingerprint: string,
): ChangeState | null {
  const told = toldBy(now, id, fingerprint);
  const wasSeen = lastTold(earlier, id, fingerprint) === 'seen';
  if (told === 'nothing') return wasSeen ? 'unknown' : null;
  // Its requirement fails in another way: nobody can say that this one is gone. That is told once.
  if (told === 'otherwise') {
    const base = earlier.at(-1);
    return base !== undefined && toldBy(base, id, fingerprint) === 'seen' ? 'unknown' : null;
  }
  if (isIntermittent(looked.map((run) => toldBy(run, id, fingerprint)))) return 'intermittent';
  if (told === 'seen') return wasSeen ? 'still' : 'new';
  return wasSeen ? 'fixed' : null;
}

/** What the last of some runs says that says whether a failure is there. */
function lastTold(runs: readonly ComparedRun[], id: string, fingerprint: string): Told {
  for (let at = runs.length - 1; at >= 0; at -= 1) {
    const run = runs[at];
    const told = run === undefined ? 'nothing' : toldBy(run, id, fingerprint);
    if (told === 'seen' || told === 'gone') return told;
  }
  return 'nothing';
}

/** Whether something was seen, then gone, then seen. */
function isIntermittent(told: readonly Told[]): boolean {
  const first = told.indexOf('seen');
  const gone = first === -1 ? -1 : told.indexOf('gone', first);
  return gone !== -1 && told.includes('seen', gone);
}

/** When a failure was seen first, without a run in between that showed it gone; `acrossGaps`: of those that are looked at. */
function sinceWhen(
  now: ComparedRun,
  earlier: readonly ComparedRun[],
  id: string,
  fingerprint: string,
  acrossGaps: boolean,
): string {
  let since = now.line.startedAt;
  for (const run of (acrossGaps ? earlier.slice(1 - WINDOW) : earlier).toReversed()) {
    const told = toldBy(run, id, fingerprint);
    if (told === 'seen') since = run.line.startedAt;
    else if (told === 'gone' && !acrossGaps) break;
  }
  return since;
}
