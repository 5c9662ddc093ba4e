import type { JudgedRequirement } from '../../engine/model/report.ts';
import { attemptsText } from '../../engine/report/attempts-text.ts';
import { distinctFindings, timesText } from '../../engine/report/findings.ts';
import { inertLine, shownText } from '../../engine/report/inert.ts';
import { approvalText, waivedInPart, waiversOf, waiverText } from '../../engine/report/waiver-text.ts';
import { basisText, OUTCOMES } from '../../engine/report/words.ts';

/** What is wrong with a requirement, whoever answers for it; null where its step passes. */
export function wrong({ outcome }: JudgedRequirement, strict: boolean): string | null {
  const isWrong = outcome === 'failed' || outcome === 'waived' || outcome === 'inconclusive';
  return isWrong || (strict && outcome === 'drift') ? outcome : null;
}

/** The title of a requirement's step: the sentence, its id, and what else is to be known of it at a glance. */
export function stepText(requirement: JudgedRequirement, mostAttempts: number): string {
  const attempts = attemptsText(requirement, { run: { attempts: 1, mostAttempts } });
  const { title, id, outcome } = requirement;
  const by = outcome === 'waived' ? waiversOf(requirement).map(approvalText).join('; ') : '';
  return [
    `${inertLine(title)} (${id})`,
    ...(attempts === null ? [] : [attempts]),
    ...(by === '' ? [] : [`Waived by ${shownText(by)}`]),
  ].join('. ');
}

/** A requirement with its findings, as the error of its step and of its test tells it. */
export function told(requirement: JudgedRequirement): string {
  const { title, clause, findings, outcome } = requirement;
  const waivers = outcome === 'waived' ? waiversOf(requirement) : [];
  const by = waivers.map((one) => `  waived   by ${inertLine(waiverText(one))}`);
  const lines = distinctFindings(findings).flatMap(({ finding, times }) => {
    const { message, expected, actual, pointer } = finding;
    const waivedBy = waivedInPart(finding, requirement);
    return [
      inertLine(message) + timesText(times),
      ...(pointer === undefined ? [] : [`  at ${pointer === '' ? 'the body' : inertLine(pointer)}`]),
      ...(expected === undefined ? [] : [`  expected ${inertLine(expected)}`]),
      ...(actual === undefined ? [] : [`  actual   ${inertLine(actual)}`]),
      `  basis    ${inertLine(basisText(finding, requirement))}`,
      ...(waivedBy === null ? [] : [`  waived   by ${inertLine(waivedBy)}`]),
    ];
  });
  return [title, `  clause   ${clause}`, ...by, ...lines].join('\n');
}

/** An annotation of Playwright's. */
export interface Annotation {
  readonly type: string;
  readonly description: string;
}

/** What passes and is no plain pass, drift and what was not observed: an annotation each, with the sentence and why. */
export function annotationsOf(requirements: readonly JudgedRequirement[]): readonly Annotation[] {
  return requirements.flatMap(({ outcome, title, id, because }) => {
    if (outcome !== 'drift' && outcome !== 'not-observed') return [];
    const why = because === undefined ? '' : `: ${because.reason}`;
    return [{ type: OUTCOMES[outcome], description: shownText(`${title} (${id})${why}`) }];
  });
}
