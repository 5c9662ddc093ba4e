import type {
  Cell,
  ComparedOutcome,
  ComparedReport,
  ComparedRequirement,
  ComparedRow,
  Comparison,
  Shared,
  Way,
} from '../model/comparison.ts';
import { OUTCOME_ORDER } from '../report/words.ts';
import { quotable } from './words.ts';

/** How reports are put side by side. */
export interface CompareOptions {
  /** With the rows that do not differ. */
  readonly all: boolean;
  readonly notes: readonly string[];
}

/** The gravest first; last what says nothing of a target. */
const ORDER: readonly ComparedOutcome[] = [...OUTCOME_ORDER, 'absent'];

/** Puts reports side by side. Where outcomes are equal a row differs by the ways in which its requirement failed. */
export function compareReports(
  reports: readonly ComparedReport[],
  { all, notes }: CompareOptions,
): Comparison {
  const byId = reports.map(({ requirements }) => new Map(requirements.map((one) => [one.id, one])));
  const rows = idsOf(reports).map((id) => rowOf(byId.map((report) => report.get(id))));
  const differing = rows.filter(({ differs }) => differs);
  // Whoever compares has to act on violated MUSTs first; all else is found at the place that it has in a report.
  const inOrder = [
    ...differing.filter(isViolated),
    ...differing.filter((row) => !isViolated(row)),
    ...rows.filter(({ differs }) => !differs),
  ];
  return {
    differing: differing.length,
    requirements: rows.length,
    all,
    reports: reports.map(({ requirements: _, ...figures }) => figures),
    suites: sharedBy(reports, ({ suite }) => suite, String),
    contracts: sharedBy(
      reports,
      ({ contract }) => contract,
      ({ sha256 }) => sha256,
    ),
    strictness: sharedBy(reports, ({ strict }) => strict, String),
    notes: [...notes, ...notesOf(reports)],
    rows: inOrder.filter(({ differs }) => differs || all),
    columns: columnsOf(reports, inOrder),
  };
}

/** Every id, in the order of the first report; what that lacks stands behind what it follows in its own. */
function idsOf(reports: readonly ComparedReport[]): readonly string[] {
  const ids: string[] = [];
  const known = new Set<string>();
  for (const { requirements } of reports) {
    let before = '';
    for (const { id } of requirements) {
      if (!known.has(id)) ids.splice(before === '' ? 0 : ids.indexOf(before) + 1, 0, id);
      known.add(id);
      before = id;
    }
  }
  return ids;
}

type Found = ComparedRequirement | undefined;

function rowOf(found: readonly Found[]): ComparedRow {
  const first = found.find((one) => one !== undefined);
  const ways = waysOf(found);
  const cells = new Map<string, Cell & { readonly reports: number[] }>();
  for (const [at, one] of found.entries()) {
    const outcome = one?.outcome ?? 'absent';
    const key = `${outcome} ${keyOf(one)}`;
    const cell = cells.get(key) ?? { outcome, way: ways.get(keyOf(one))?.way ?? null, reports: [] };
    cell.reports.push(at);
    cells.set(key, cell);
  }
  return {
    id: first?.id ?? '',
    title: first?.title ?? '',
    level: first?.level ?? 'MUST',
    differs: cells.size > 1,
    cells: [...cells.values()].sort(byGravity),
    ways: [...ways.values()],
  };
}

/** The ways in which it failed, by what tells them apart, in the order of the reports. */
function waysOf(found: readonly Found[]): ReadonlyMap<string, Way> {
  const ways = new Map<string, Way>();
  for (const one of found) {
    const key = keyOf(one);
    if (one === undefined || key === '' || ways.has(key)) continue;
    const { fingerprints, says } = one;
    ways.set(key, { way: markOf(ways.size), fingerprints, says });
  }
  return ways;
}

function keyOf(one: Found): string {
  return one?.fingerprints.join(' ') ?? '';
}

/** `a` to `z`, then `aa`. */
function markOf(index: number): string {
  const letter = String.fromCharCode(97 + (index % 26));
  return index < 26 ? letter : markOf(Math.floor(index / 26) - 1) + letter;
}

function byGravity(one: Cell, other: Cell): number {
  const grave = ORDER.indexOf(one.outcome) - ORDER.indexOf(other.outcome);
  return grave !== 0 ? grave : (one.reports[0] ?? 0) - (other.reports[0] ?? 0);
}

function isViolated({ level, cells }: ComparedRow): boolean {
  return level === 'MUST' && cells.some(({ outcome }) => outcome === 'failed');
}

/** What the reports have of something, each value once. */
function sharedBy<Value>(
  reports: readonly ComparedReport[],
  ofReport: (report: ComparedReport) => Value,
  keyOfValue: (value: Value) => string,
): readonly Shared<Value>[] {
  const shared = new Map<string, { readonly value: Value; readonly reports: number[] }>();
  for (const [at, report] of reports.entries()) {
    const value = ofReport(report);
    const one = shared.get(keyOfValue(value)) ?? { value, reports: [] };
    one.reports.push(at);
    shared.set(keyOfValue(value), one);
  }
  return [...shared.values()];
}

/** The reports that are of one run, which is no mistake: a folder may have been copied. */
function notesOf(reports: readonly ComparedReport[]): readonly string[] {
  return sharedBy(reports, ({ run }) => run, String)
    .filter(({ reports: of }) => of.length > 1)
    .map(
      ({ value, reports: of }) =>
        `Of one run, \`${value}\`, are ${of.map((at) => `\`${quotable(reports[at]?.label ?? '')}\``).join(', ')}.`,
    );
}

function columnsOf(
  reports: readonly ComparedReport[],
  rows: readonly ComparedRow[],
): readonly (readonly number[])[] {
  const keys = reports.map(({ verdict }) => [verdict as string]);
  for (const { cells, differs } of rows) {
    if (!differs) continue;
    for (const [index, cell] of cells.entries()) for (const at of cell.reports) keys[at]?.push(`${index}`);
  }
  const columns = new Map<string, number[]>();
  for (const [at, key] of keys.entries()) {
    const column = columns.get(key.join(' '));
    if (column === undefined) columns.set(key.join(' '), [at]);
    else column.push(at);
  }
  return [...columns.values()];
}
