import type { Exchange } from '../model/exchange.ts';
import type { ReportedFinding } from '../model/finding.ts';
import { curlOf } from './curl.ts';

/** The command that sends a request again; of one whose effect was found also what sets it up, and the looks before and after it. */
export function repeatText(
  exchange: Exchange,
  effect: Pick<ReportedFinding, 'before' | 'after'> | undefined,
  exchanges: readonly Exchange[],
): string {
  if (effect === undefined) return curlOf(exchange);
  const install = exchanges.findLast(
    ({ purpose, index, instance }) =>
      purpose === 'install' && index < exchange.index && instance <= exchange.instance,
  );
  const steps = [
    [install, 'install what is deleted'],
    [exchanges[effect.before ?? -1], 'what is there before'],
    [exchange, 'the request'],
    [exchanges[effect.after ?? -1], 'what is there afterwards'],
  ] as const;
  return steps
    .flatMap(([one, said]) => (one === undefined ? [] : [`# ${said}\n${curlOf(one)}`]))
    .join('\n\n');
}
