import type { Exchange } from '../../engine/model/exchange.ts';
import type { JudgedRequirement } from '../../engine/model/report.ts';
import { EXIT } from '../../engine/model/verdict.ts';
import { plural } from '../../engine/report/words.ts';
import { howMuch } from '../../engine/verdict/how-much.ts';
import { type Concluded, conclude } from '../../engine/verdict/verdict.ts';
import type { FirstLook } from './first-look.ts';

/** What is known of a recording beside its requirements. */
interface About {
  readonly first: FirstLook;
  /** How many requests under test had an answer that tells what it is to tell. */
  readonly told: number;
  readonly exchanges: readonly Exchange[];
}

/**
 * What a recording says: a requirement that was broken is broken, and all else is no verdict on the endpoint, since nobody
 * saw to it that everything was asked. The exit code is that of nothing broken where something was judged.
 */
export function concludedOf(
  requirements: readonly JudgedRequirement[],
  { first, told, exchanges }: About,
): Concluded & { readonly exitCode: number } {
  const unseen = { method: '', statuses: [] };
  const how = { strict: false, interrupted: false, unseen, refusals: new Map<number, number>() };
  const concluded = conclude(requirements, how);
  const { verdict, counts } = concluded;
  if (verdict === 'non-conformant') return { ...concluded, exitCode: EXIT.nonConformant };
  const isJudged = told > 0 && counts.passed + counts.drift > 0 && first.beyond === 0;
  const exitCode = isJudged ? EXIT.ok : EXIT.inconclusive;
  const reason = isJudged ? nothingBroken(exchanges) : nothingTold(first, told);
  const seen = counts.passed === 0 ? '' : `; ${howMuch(counts)}`;
  return { verdict: 'inconclusive', reason: `${reason}${seen}.`, counts, exitCode };
}

function nothingBroken(exchanges: readonly Exchange[]): string {
  const probes = exchanges.filter(({ purpose }) => purpose === 'probe').length;
  return `No MUST was broken by ${plural(probes, 'recorded answer')}`;
}

function nothingTold({ entries, found, beyond, proposal }: FirstLook, told: number): string {
  if (found.size === 0) {
    const below =
      proposal === null ? '' : `, but below \`${proposal}\`, which \`--url-base\` would take away`;
    return `None of ${plural(entries, 'exchange')} matches an operation of the description${below}`;
  }
  if (beyond > 0) return `The recording has ${plural(beyond, 'more exchange')} than are judged`;
  return told === 0
    ? 'No answer to a request under test is there as a whole'
    : 'No answer to a request under test shows a requirement';
}
