import type { Finding } from '../model/finding.ts';
import type { Because } from '../model/report.ts';
import { trouble } from './finding.ts';
import { becauseOfTwin } from './not-observed.ts';
import { type Looked, overAttempts } from './over-attempts.ts';
import type { Ruled } from './requirements.ts';
import type { Demand, Judged, JudgedSuite, Rule, Subject } from './rule.ts';
import { troubleWith } from './trouble.ts';
import { judgedAside, setAside } from './withheld.ts';

/**
 * Judges one requirement over the subjects that can show it: the outcome is the first of failed, inconclusive, drift,
 * passed, not-observed that any of them gave. `proven`: the accepted DELETE was accepted, or that is not known yet.
 */
export function judgeDemand(
  { rule, demand }: Pick<Ruled, 'rule' | 'demand'>,
  all: readonly Subject[],
  { suite, proven }: { readonly suite: JudgedSuite; readonly proven: boolean },
): Judged {
  if (all.length === 0) {
    // The settings alone make a requirement not applicable.
    return { outcome: 'not-applicable', findings: [], because: { reason: suite.words.needsOwnInstance } };
  }
  const subjects = all.filter((subject) => setAside(subject) === null);
  if (subjects.length === 0) {
    const aside = judgedAside(all.map(setAside).filter((held) => held !== null));
    return { ...aside, findings: aside.findings.map((one) => withBasis(rule, demand, one)) };
  }
  const looked = subjects.map((subject): Looked => {
    const findings = rule.appliesTo(subject, demand) ? rule.judge(subject, demand) : null;
    return { subject, findings };
  });
  const { attempts, left } = overAttempts(looked);
  const about = attempts === 1 ? {} : { attempts };
  const exchanges = shownIn(rule, left);
  return {
    ...judgedOf({ rule, demand }, left, { suite, proven }),
    ...(exchanges.length === 0 ? {} : { exchanges }),
    ...about,
  };
}

/** The exchanges that subjects show something by, each once. */
function shownIn({ looks }: Rule, looked: readonly Looked[]): readonly number[] {
  const indexes = looked.flatMap(({ subject, findings }) =>
    findings === null
      ? []
      : [
          subject.exchange?.index,
          ...(looks?.(subject) ?? []).map(({ index }) => index),
          ...findings.flatMap(({ exchange, before, after }) => [exchange, before, after]),
        ],
  );
  return [...new Set(indexes.filter((index) => index !== undefined))].sort((a, b) => a - b);
}

/** The same over what the attempts at each probe leave. */
function judgedOf(
  { rule, demand }: Pick<Ruled, 'rule' | 'demand'>,
  looked: readonly Looked[],
  { suite, proven }: { readonly suite: JudgedSuite; readonly proven: boolean },
): Judged {
  const shown = looked.flatMap(({ findings }) => (findings === null ? [] : [findings]));
  if (shown.length === 0)
    return unseen(
      rule,
      demand,
      looked.map(({ subject }) => subject),
    );
  const findings = shown.flat().map((one) => withBasis(rule, demand, one));
  const isViolated = findings.some(({ kind }) => kind === 'violation');
  if (proven || demand.needsTwin !== true || isViolated) return judgedBy(findings);
  if (findings.some(isTrouble)) return judgedBy(findings);
  const found = withBasis(rule, demand, unproven(suite));
  const because = becauseOfTwin(suite, found.message);
  return { outcome: 'inconclusive', findings: [...findings, found], because };
}

function judgedBy(findings: readonly Finding[]): Judged {
  const kinds = new Set(findings.map(({ kind }) => kind));
  if (kinds.has('violation')) return { outcome: 'failed', findings };
  if (kinds.has('trouble'))
    return { outcome: 'inconclusive', findings, because: firstOf(findings, 'trouble') };
  if (!kinds.has('drift')) return { outcome: 'passed', findings };
  return { outcome: 'drift', findings, because: firstOf(findings, 'drift') };
}

/** The first of the findings of a kind as the reason, and how many others there are. */
function firstOf(findings: readonly Finding[], kind: Finding['kind']): Because {
  const messages = new Set(findings.filter((one) => one.kind === kind).map(({ message }) => message));
  const [first = '', ...more] = messages;
  return { reason: more.length === 0 ? first : `${first} The findings say ${more.length} more.` };
}

/** Not observed where a probe had its chance to show it; inconclusive where none had. */
function unseen(rule: Rule, demand: Demand, subjects: readonly Subject[]): Judged {
  const causes = subjects.map(troubleWith).filter((one) => one !== null);
  if (causes.length < subjects.length) {
    const because = rule.unseen?.(subjects, demand) ?? { reason: 'No request of the run could show it.' };
    return { outcome: 'not-observed', findings: [], because };
  }
  const told = new Map(causes.map((one) => [one.message, withBasis(rule, demand, one)]));
  return judgedBy([...told.values()]);
}

/** A finding with the basis of what it broke: its own, else what the rule says of its violations, else the rule's. */
function withBasis(rule: Rule, { basis, breaks = rule.breaks }: Demand, found: Finding): Finding {
  if (found.basis !== undefined) return found;
  return found.kind === 'violation' && breaks !== undefined ? { ...found, ...breaks } : { ...found, basis };
}

function isTrouble({ kind }: Finding): boolean {
  return kind === 'trouble';
}

function unproven({ words: { accepted } }: JudgedSuite): Finding {
  return trouble(
    null,
    'unproven',
    `The refusal proves nothing: a ${accepted}, with nothing broken, was not accepted in this run.`,
    { expected: `a ${accepted} answered 2xx` },
  );
}
