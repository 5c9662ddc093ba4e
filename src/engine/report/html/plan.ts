import type { Exchange } from '../../model/exchange.ts';
import type { ReportInput } from '../../model/report.ts';
import { type BrokenAnswer, brokenAnswers } from '../broken-answers.ts';
import { type Wanted, wantedIn } from './exchange-words.ts';

/** As many exchanges are shown in full. */
const MOST_SHOWN = 200;
/** As many of them because something was found in them. */
const MOST_OF_FINDINGS = 100;

/** One row of the evidence: an exchange, and how many polls before it asked the same. */
export interface EvidenceRow {
  readonly index: number;
  readonly exchange: Exchange;
  /** How often was asked in a row: the last one is shown. */
  readonly polls: number;
}

/** What is shown where: each exchange once, and other places refer to it. */
export interface Plan {
  /** What broke requirements, together where the same exchanges show it. */
  readonly answers: readonly BrokenAnswer[];
  /** The requirements whose anchor stands where they are told to be broken. */
  readonly anchored: ReadonlySet<string>;
  /** The exchanges that are shown in full, in order. */
  readonly rows: readonly EvidenceRow[];
  /** Their indexes: each has an anchor. */
  readonly shown: ReadonlySet<number>;
  /** Those of them that stand in the card of an answer: the first exchange of each. */
  readonly homes: ReadonlyMap<number, BrokenAnswer>;
  /** How the status of each exchange was, see `wantedIn`. */
  readonly wanted: (index: number) => Wanted;
  /** How many exchanges are neither shown nor polls of one that is. */
  readonly left: number;
}

/** Decides what is shown where. */
export function planOf(input: ReportInput): Plan {
  const { report, exchanges } = input;
  const answers = brokenAnswers(input);
  const found = report.requirements.flatMap(({ findings }) =>
    findings.flatMap(({ exchange, before, after }) => [exchange, before, after]),
  );
  const needed = new Set(found.filter((index) => index !== undefined).slice(0, MOST_OF_FINDINGS));
  const all = rowsOf(exchanges, needed);
  const others = new Set(all.filter(({ index }) => !needed.has(index)).slice(0, MOST_SHOWN - needed.size));
  const rows = all.filter((row) => needed.has(row.index) || others.has(row));
  const shown = new Set(rows.map(({ index }) => index));
  const homes = new Map<number, BrokenAnswer>();
  for (const answer of answers) {
    const [first] = answer.exchanges;
    if (first !== undefined && shown.has(first) && !homes.has(first)) homes.set(first, answer);
  }
  const told = rows.reduce((sum, { polls }) => sum + polls, 0);
  return {
    answers,
    anchored: new Set(answers.flatMap(({ broken }) => broken.map(({ requirement }) => requirement.id))),
    rows,
    shown,
    homes,
    wanted: wantedIn(input),
    left: exchanges.length - told,
  };
}

/** Polls in a row are one; one that is needed by itself stands by itself. */
function rowsOf(exchanges: readonly Exchange[], needed: ReadonlySet<number>): readonly EvidenceRow[] {
  const rows: EvidenceRow[] = [];
  let polls = 1;
  for (const [index, exchange] of exchanges.entries()) {
    const next = exchanges[index + 1];
    const isBefore = isPollOf(exchange, next) && !needed.has(index);
    if (isBefore) {
      polls += 1;
      continue;
    }
    rows.push({ index, exchange, polls });
    polls = 1;
  }
  return rows;
}

/** Waiting asks the same again and again: the last answer tells how it ended. */
function isPollOf(one: Exchange, next: Exchange | undefined): boolean {
  return (
    one.purpose === 'settle' &&
    next?.purpose === 'settle' &&
    next.scenario === one.scenario &&
    next.probe === one.probe
  );
}
