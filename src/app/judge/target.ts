import { beginOf, endOf } from '../../engine/judge/exchange-times.ts';
import type { Exchange } from '../../engine/model/exchange.ts';
import type { Report, Target } from '../../engine/model/report.ts';
import type { Names } from '../../engine/model/resource.ts';
import type { FirstLook } from './first-look.ts';
import type { RecordedSuite } from './recorded-suite.ts';

/** Stands where a recording tells nothing. */
const NONE = '-';

/** What reports name as the target: where the exchanges went, and the names of the first that is under test. */
export function targetOf(
  { namesIn }: RecordedSuite,
  { found }: FirstLook,
  exchanges: readonly Exchange[],
): Target {
  const bases = [...new Set([...found.values()].map(({ base }) => base).filter((base) => base !== ''))];
  const probes = exchanges.filter(({ purpose }) => purpose === 'probe');
  const all = (probes.length > 0 ? probes : exchanges).map((one) => one.names ?? namesIn(one.request.url));
  const named = (name: keyof Names) =>
    andMore([...new Set(all.map((names) => names?.[name] ?? '').filter((one) => one !== ''))]);
  return {
    endpoint: andMore(bases),
    ...{ mock: false, deviation: null },
    ...{ project: named('project'), collection: named('collection'), item: named('item') },
    source: exchanges.some(({ purpose }) => purpose === 'install') ? 'install' : 'existing',
    authentication: 'as it was recorded',
  };
}

function andMore([first = NONE, ...more]: readonly string[]): string {
  return more.length === 0 ? first : `${first} and ${more.length} more`;
}

/** When the first exchange began, and how long after that the last one was over. */
export function spanOf(exchanges: readonly Exchange[]): Pick<Report, 'startedAt' | 'durationMs'> {
  const [first] = exchanges;
  if (first === undefined) return { startedAt: new Date(0).toISOString(), durationMs: 0 };
  const from = exchanges.reduce((least, one) => Math.min(least, beginOf(one)), beginOf(first));
  const to = exchanges.reduce((most, one) => Math.max(most, endOf(one)), from);
  return { startedAt: new Date(from).toISOString(), durationMs: Math.max(0, Math.round(to - from)) };
}
