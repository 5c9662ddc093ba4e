import type { Exchange } from '../../model/exchange.ts';
import type { JudgedRequirement, ReportInput } from '../../model/report.ts';
import { fails } from '../words.ts';

/** As many exchanges as are shown within cards, in one card, and in the list at the end. */
const MOST_IN_CARDS = 40;
const MOST_IN_CARD = 3;
const MOST_LISTED = 80;

/** What is shown where: each exchange once, and other places refer to it. */
export interface Plan {
  /** The requirement in whose card an exchange is shown. */
  readonly home: ReadonlyMap<number, string>;
  /** The exchanges of the list at the end, in order. */
  readonly listed: readonly Exchange[];
  /** The requirements that have a card, and so their anchor there. */
  readonly cards: ReadonlySet<string>;
}

/** Decides what is shown where. */
export function planOf({ report, exchanges }: ReportInput): Plan {
  const failed = report.requirements.filter((one) => fails(report, one));
  const others = report.requirements.filter(({ outcome }) => outcome === 'drift' || outcome === 'waived');
  const home = new Map<number, string>();
  for (const requirement of failed) {
    for (const index of exchangesOf(requirement)) {
      const known = index >= 0 && index < exchanges.length;
      if (known && !home.has(index) && home.size < MOST_IN_CARDS) home.set(index, requirement.id);
    }
  }
  return {
    home,
    listed: exchanges.filter((_, index) => !isPollBeforeTheLast(exchanges, index)).slice(0, MOST_LISTED),
    cards: new Set([...failed, ...others].map(({ id }) => id)),
  };
}

/** The exchanges that a requirement's findings name, each once. */
export function exchangesOf({ findings }: JudgedRequirement): readonly number[] {
  const indexes = findings.map(({ exchange }) => exchange).filter((exchange) => exchange !== undefined);
  return [...new Set(indexes)].slice(0, MOST_IN_CARD);
}

/** Whether the page shows an exchange in full, and so has an anchor for it. */
export function isShown(plan: Plan, exchanges: readonly Exchange[], index: number): boolean {
  const exchange = exchanges[index];
  return exchange !== undefined && (plan.home.has(index) || plan.listed.includes(exchange));
}

/** Waiting asks the same again and again: the last answer tells how it ended. */
function isPollBeforeTheLast(exchanges: readonly Exchange[], index: number): boolean {
  return exchanges[index]?.purpose === 'settle' && exchanges[index + 1]?.purpose === 'settle';
}
