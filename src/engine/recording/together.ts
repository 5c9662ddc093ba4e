import type { Judged } from '../judge/rule.ts';

/** The outcomes of which one that stands before another holds for both. */
const ORDER = ['failed', 'drift', 'passed', 'inconclusive', 'not-observed'] as const;

/** What became of a requirement in all requests of which some were judged at a time. */
export function together(all: readonly Judged[]): Judged {
  const outcome = ORDER.find((one) => all.some((each) => each.outcome === one)) ?? 'not-observed';
  const telling = all.filter((one) =>
    ['passed', 'drift', 'failed'].includes(outcome)
      ? ['passed', 'drift', 'failed'].includes(one.outcome)
      : one.outcome === outcome,
  );
  const exchanges = telling.flatMap((one) => one.exchanges ?? []);
  const because = telling.find((one) => one.outcome === outcome)?.because;
  return {
    outcome,
    findings: telling.flatMap(({ findings }) => findings),
    ...(because === undefined ? {} : { because }),
    ...(exchanges.length === 0 ? {} : { exchanges }),
  };
}
