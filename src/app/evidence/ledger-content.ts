import { parseJson } from '../../engine/json.ts';
import { isAccepted } from '../../engine/judge/body/read-answer.ts';
import type { Exchange } from '../../engine/model/exchange.ts';
import type { Report } from '../../engine/model/report.ts';
import { isDeletion } from '../../lifecycle/effects/lost-answer.ts';
import type { LifecycleSuite } from '../../lifecycle/effects/resource.ts';
import { entryOf, type LedgerEntry } from '../../lifecycle/ledger-lines.ts';
import { leftoverOf } from '../../lifecycle/leftovers.ts';
import type { Resource } from '../../lifecycle/walk/walked-suite.ts';
import { PACKED } from './names.ts';

/** So far two clocks of a machine may be apart, in milliseconds: its time may be set while a run goes on. */
export const APART_MS = 2000;

/** What lines are read by, and what they have to agree with. */
export interface LedgerBy {
  readonly suite: Pick<LifecycleSuite, 'scenarios'> & { readonly resource: Pick<Resource, 'keys'> };
  readonly report: Report;
  readonly exchanges: readonly Exchange[];
  /** The version that was to be installed; null where none was set. */
  readonly version: string | null;
  /** Whether a line is as its schema has it. */
  readonly fits: (line: unknown) => boolean;
}

/** In what the lines of a run's ledger do not fit what it recorded, in one sentence; none where they do. */
export function ledgerProblems(text: string, by: LedgerBy): readonly string[] {
  const lines = text.split('\n').slice(0, -1);
  const entries: LedgerEntry[] = [];
  for (const [index, line] of lines.entries()) {
    const value = Object(parseJson(line));
    const entry = by.fits(value) ? entryOf(value, by.suite.resource.keys) : null;
    if (entry === null) return [`Line ${index + 1} of \`${PACKED.ledger}\` is not one of a ledger.`];
    const wrong = wrongIn(entry, entries.at(-1), by);
    if (wrong !== null) return [`Line ${index + 1} of \`${PACKED.ledger}\` ${wrong}.`];
    entries.push(entry);
  }
  return [...unordered(entries), ...uncounted(entries, by), ...otherLeft(entries, by.report)].slice(0, 1);
}

function wrongIn(
  entry: LedgerEntry,
  before: LedgerEntry | undefined,
  { report, version }: LedgerBy,
): string | null {
  const { project, collection, item, endpoint } = report.target;
  const is = { ...{ project, collection, item, endpoint }, run: report.run.id };
  const names = ['run', 'endpoint', 'project', 'collection', 'item'] as const;
  const other = names.find((name) => entry[name] !== is[name]);
  if (other !== undefined) return `is of \`${entry[other]}\`, and the run of \`${is[other]}\``;
  if (entry.mock === true) return 'is of the embedded mock';
  if (entry.event === 'install-intended' && (entry.version ?? null) !== version)
    return `has \`${String(entry.version)}\` as the version, and \`${PACKED.settings}\` \`${String(version)}\``;
  return before !== undefined && !(Date.parse(entry.at) >= Date.parse(before.at) - APART_MS)
    ? 'was written before the one before it'
    : null;
}

/** What has to stand between an event and the one before it: a line that is missing is found by that. */
const AFTER: Partial<Record<LedgerEntry['event'], readonly LedgerEntry['event'][]>> = {
  'install-again': ['install-intended', 'install-again'],
  'install-accepted': ['install-intended', 'install-again'],
  deleted: ['delete-intended'],
};

/** What has to stand somewhere since the install before it, where there is one. */
const SINCE: Partial<Record<LedgerEntry['event'], LedgerEntry['event']>> = {
  'install-intended': 'gone',
  'delete-intended': 'installed',
};

function unordered(entries: readonly LedgerEntry[]): readonly string[] {
  let since: Set<LedgerEntry['event']> | null = null;
  for (const [index, { event }] of entries.entries()) {
    const [allowed, needed] = [AFTER[event], SINCE[event]];
    const before = entries[index - 1]?.event;
    const isAfter = allowed === undefined || (before !== undefined && allowed.includes(before));
    if (!isAfter || (since !== null && needed !== undefined && !since.has(needed)))
      return [
        `Before line ${index + 1} of \`${PACKED.ledger}\`, \`${event}\`, one is missing: what it follows is not there.`,
      ];
    if (event === 'install-intended') since = new Set();
    since?.add(event);
  }
  return [];
}

/** By what the ledger says and what the exchanges show, each accepted request is there in both. */
function uncounted(entries: readonly LedgerEntry[], { suite, exchanges }: LedgerBy): readonly string[] {
  const count = (event: LedgerEntry['event']) => entries.filter((one) => one.event === event).length;
  const installs = exchanges.filter(({ purpose }) => purpose === 'install');
  const deletions = exchanges.filter((one) => one.purpose === 'remove' || isDeletion(suite, one));
  const asked = new Set(
    deletions.map(({ instance, probe, attempt }) => JSON.stringify([instance, probe, attempt])),
  );
  const exactly = [
    ['install-accepted', installs.filter(isAccepted).length, 'accepted installs'],
    ['deleted', deletions.filter(isAccepted).length, 'accepted deletions'],
  ] as const;
  const atLeast = [
    [count('install-intended') + count('install-again'), installs.length, 'installs that were sent'],
    [count('delete-intended'), asked.size, 'deletions that were asked for'],
  ] as const;
  return [
    ...exactly.flatMap(([event, recorded, what]) =>
      count(event) === recorded ? [] : [differing(count(event), recorded, what)],
    ),
    ...atLeast.flatMap(([lines, recorded, what]) =>
      lines >= recorded ? [] : [differing(lines, recorded, what)],
    ),
  ];
}

function differing(lines: number, recorded: number, what: string): string {
  return `\`${PACKED.ledger}\` has ${lines} ${what}, and \`${PACKED.har}\` ${recorded}.`;
}

/** What was left by the lines is what the report says. */
function otherLeft(entries: readonly LedgerEntry[], { after }: Report): readonly string[] {
  const left = leftoverOf(entries)?.item ?? null;
  const told = after?.left ?? [];
  if (after === undefined || (left === null ? told.length === 0 : told.includes(left))) return [];
  return [
    `By \`${PACKED.ledger}\` ${left === null ? 'nothing' : `\`${left}\``} was left in the pool, and by \`${PACKED.json}\` ${told.length === 0 ? 'nothing' : told.map((one) => `\`${one}\``).join(', ')}.`,
  ];
}
