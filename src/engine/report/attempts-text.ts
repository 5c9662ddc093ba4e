import type { JudgedRequirement, Report, ReportedRun } from '../model/report.ts';
import { plural } from './words.ts';

const ORDINALS = ['1st', '2nd', '3rd', '4th', '5th'] as const;

type Attempts = Pick<ReportedRun, 'attempts' | 'mostAttempts'>;

/** At which attempt a requirement was conclusive, or after how many it is not, a sentence; null where the first one told. */
export function attemptsText(
  { outcome, attempts = 1 }: Pick<JudgedRequirement, 'outcome' | 'attempts'>,
  { run }: { readonly run: Attempts },
): string | null {
  if (attempts === 1) return null;
  const { mostAttempts } = run;
  return outcome === 'inconclusive' ? inVain({ attempts, mostAttempts }) : told({ attempts, mostAttempts });
}

/** The same of a whole run; null where no further attempt might have been made. */
export function runAttemptsText({
  run,
  verdict,
  requirements,
}: Pick<Report, 'verdict' | 'requirements'> & { readonly run: Attempts }): string | null {
  if (run.mostAttempts === 1) return null;
  if (verdict === 'inconclusive') return inVain(run);
  const open = requirements.filter(({ outcome }) => outcome === 'inconclusive').length;
  if (open === 0) return told(run);
  return `${plural(open, 'requirement')} inconclusive after ${ofMost(run)}.`;
}

function told({ attempts, mostAttempts }: Attempts): string {
  const which = ORDINALS[attempts - 1] ?? `${attempts}th`;
  return `Conclusive at the ${which} of ${mostAttempts} attempts.`;
}

function inVain(run: Attempts): string {
  return `Inconclusive after ${ofMost(run)}.`;
}

function ofMost({ attempts, mostAttempts }: Attempts): string {
  return attempts === mostAttempts ? plural(attempts, 'attempt') : `${attempts} of ${mostAttempts} attempts`;
}
