import type { Finding } from '../model/finding.ts';
import type { Because } from '../model/report.ts';
import type { Outcome } from '../model/requirement.ts';
import { trouble } from './finding.ts';
import type { Demand, Rule, Subject } from './rule.ts';
import { troubleWith } from './trouble.ts';
import { judgedAside, setAside } from './withheld.ts';

/** What became of a requirement, and the findings that say so. */
export interface Judged {
  readonly outcome: Outcome;
  readonly findings: readonly Finding[];
  /** Why, where the outcome is neither passed nor failed. */
  readonly because?: Because;
}

/**
 * Judges one requirement over the subjects that can show it: the outcome is the first of failed, inconclusive, drift,
 * passed, not-observed that any of them gave. `proven`: the accepted DELETE was accepted, or that is not known yet.
 */
export function judgeDemand(rule: Rule, demand: Demand, all: readonly Subject[], proven: boolean): Judged {
  if (all.length === 0) return { outcome: 'not-applicable', findings: [] };
  const subjects = all.filter((subject) => setAside(subject) === null);
  if (subjects.length === 0) return judgedAside(all.map(setAside).filter((held) => held !== null));
  const showing = subjects.filter((subject) => rule.appliesTo(subject, demand));
  if (showing.length === 0) return unseen(subjects);
  const findings = showing.flatMap((subject) => rule.judge(subject, demand));
  const isViolated = findings.some(({ kind }) => kind === 'violation');
  return proven || rule.needsTwin !== true || isViolated
    ? judgedBy(findings)
    : judgedBy([...findings, ...(findings.some(isTrouble) ? [] : [unproven()])]);
}

function judgedBy(findings: readonly Finding[]): Judged {
  const kinds = new Set(findings.map(({ kind }) => kind));
  if (kinds.has('violation')) return { outcome: 'failed', findings };
  if (kinds.has('trouble')) return { outcome: 'inconclusive', findings };
  return { outcome: kinds.has('drift') ? 'drift' : 'passed', findings };
}

/** Not observed where a probe had its chance to show it; inconclusive where none had. */
function unseen(subjects: readonly Subject[]): Judged {
  const causes = subjects.map(troubleWith).filter((one) => one !== null);
  if (causes.length < subjects.length) return { outcome: 'not-observed', findings: [] };
  const told = new Map(causes.map((one) => [one.message, one]));
  return { outcome: 'inconclusive', findings: [...told.values()] };
}

function isTrouble({ kind }: Finding): boolean {
  return kind === 'trouble';
}

function unproven(): Finding {
  return trouble(
    null,
    'The refusal proves nothing: the same DELETE with nothing broken was not accepted in this run.',
    { expected: 'a DELETE of the installed plug-in answered 2xx' },
  );
}
