import type { JudgedRequirement, Report } from '../model/report.ts';
import type { Verdict } from '../model/verdict.ts';
import { howMuch } from './how-much.ts';
import type { SeenAnswers } from './seen-answers.ts';

/** What a verdict rests on beside the requirements. */
export interface Circumstances extends SeenAnswers {
  /** Drift fails as a violation does. */
  readonly strict: boolean;
  readonly interrupted: boolean;
  /** What is said where the time of the run was over, a sentence. */
  readonly overtime?: string | undefined;
  /** The scenarios that were not carried through, though they apply. */
  readonly unfinished?: readonly string[];
}

/** What a run says of the endpoint, why, and how many requirements had which outcome. */
export interface Concluded {
  readonly verdict: Verdict;
  /** One sentence. */
  readonly reason: string;
  readonly counts: Report['counts'];
}

/** Draws the verdict from the requirements, waivers applied. */
export function conclude(
  requirements: readonly JudgedRequirement[],
  circumstances: Circumstances,
): Concluded {
  const { strict } = circumstances;
  const counts = countsOf(requirements);
  const broken = requirements.filter((one) => isBroken(one, strict));
  if (broken.length > 0) {
    const how = strict ? ', drift counted as a strict run does' : '';
    const seen = howMuch(
      counts,
      strict ? { failed: counts.failed, drift: counts.drift } : { failed: broken.length },
    );
    return { verdict: 'non-conformant', reason: `${listed(broken)} did not hold${how}; ${seen}.`, counts };
  }
  const doubt = doubtAbout(requirements, circumstances);
  if (doubt !== null) {
    const seen = counts.passed === 0 ? '' : `; ${howMuch(counts)}`;
    return { verdict: 'inconclusive', reason: `${doubt}${seen}.`, counts };
  }
  if (counts.waived > 0) {
    const waived = listed(requirements.filter(({ outcome }) => outcome === 'waived'));
    return {
      verdict: 'conformant-with-waivers',
      reason: `No MUST was broken but what a waiver names (${waived}); ${howMuch(counts)}.`,
      counts,
    };
  }
  return { verdict: 'conformant', reason: `No MUST was broken; ${howMuch(counts)}.`, counts };
}

function isBroken({ level, outcome }: JudgedRequirement, strict: boolean): boolean {
  if (strict) return outcome === 'failed' || outcome === 'drift';
  return outcome === 'failed' && level === 'MUST';
}

/** Why nothing can be said of the endpoint, as a sentence without its full stop; null where something can. */
function doubtAbout(requirements: readonly JudgedRequirement[], about: Circumstances): string | null {
  if (about.interrupted) return 'The run was interrupted';
  if (about.overtime !== undefined) return about.overtime.replace(/\.$/, '');
  const untested = requirements.filter((one) => one.level === 'MUST' && one.outcome === 'inconclusive');
  const tested = requirements.some(
    ({ outcome }) => outcome !== 'inconclusive' && outcome !== 'not-applicable',
  );
  if (untested.length > 0)
    return tested ? `${listed(untested)} could not be tested` : 'Nothing could be tested';
  const { method, statuses } = about.unseen;
  if (statuses.length > 0) {
    const what = `No ${statuses.join(' and no ')} to a ${method} with the user's credentials was seen`;
    return statuses.some((status) => status >= 400) ? what + insteadOfRefusal(about) : what;
  }
  const unfinished = about.unfinished ?? [];
  if (unfinished.length > 0) {
    return `Not carried through: ${unfinished.map((id) => `\`${id}\``).join(', ')}`;
  }
  return requirements.length === 0 ? 'No requirement was judged' : null;
}

/** What the refusals were answered instead, and what to do about it; '' where none was answered. */
function insteadOfRefusal({ unseen, refusals }: SeenAnswers): string {
  if (refusals.size === 0) return '';
  const answered = [...refusals].map(([status, count]) => `${count} with ${status}`).join(', ');
  return (
    `, the ${unseen.method}s that had to be refused were answered otherwise (${answered}): see whether something in front of the ` +
    'service refuses them in its place, or have `CONFORMANCE_STRICT` count that as a violation'
  );
}

function countsOf(requirements: readonly JudgedRequirement[]): Report['counts'] {
  const count = (outcome: JudgedRequirement['outcome']) =>
    requirements.filter((one) => one.outcome === outcome).length;
  return {
    passed: count('passed'),
    failed: count('failed'),
    drift: count('drift'),
    notObserved: count('not-observed'),
    inconclusive: count('inconclusive'),
    notApplicable: count('not-applicable'),
    waived: count('waived'),
  };
}

/** The first id, and how many more there are. */
function listed(requirements: readonly JudgedRequirement[]): string {
  const [first, ...more] = requirements.map(({ id }) => `\`${id}\``);
  if (more.length === 0) return first ?? '';
  return `${first} and ${more.length} more`;
}
