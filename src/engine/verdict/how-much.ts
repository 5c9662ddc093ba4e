import type { Report } from '../model/report.ts';

type Counts = Report['counts'];

/** Outcomes but for passed, as they are said of one requirement and of many. */
const REST: readonly (readonly [outcome: keyof Counts, one: string, many: string])[] = [
  ['failed', 'that is no MUST was broken', 'that are no MUST were broken'],
  ['waived', 'is waived', 'are waived'],
  ['drift', 'drifted', 'drifted'],
  ['inconclusive', 'could not be tested', 'could not be tested'],
  ['notObserved', 'was never seen', 'were never seen'],
  ['notApplicable', 'does not apply', 'do not apply'],
];

/**
 * How much was seen, in words that follow a semicolon: how many requirements were seen to hold, and what became of the
 * others. `told`: how many of an outcome the sentence has told already.
 */
export function howMuch(counts: Counts, told: Partial<Counts> = {}): string {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const { passed } = counts;
  const held = passed === total ? `all ${total}` : `${passed} of ${total}`;
  const rest = REST.map(([outcome, ...words]) => ({ count: counts[outcome] - (told[outcome] ?? 0), words }));
  return [
    total === 1 && passed === 1
      ? 'the one requirement was seen to hold'
      : `${held} requirements ${passed === 1 ? 'was' : 'were'} seen to hold`,
    ...rest
      .filter(({ count }) => count > 0)
      .map(({ count, words: [one, many] }) => `${count} ${count === 1 ? one : many}`),
  ].join(', ');
}
