import { failingFindings } from '../judge/failing.ts';
import type { Blocked } from '../model/evidence.ts';
import type { ReportedFinding } from '../model/finding.ts';
import type { JudgedRequirement, Report } from '../model/report.ts';
import { attemptsText } from './attempts-text.ts';
import { causesOf } from './causes.ts';
import { shownText } from './inert.ts';
import { reasonsOf } from './reasons.ts';
import { approvalText, waivedInPart, waiversOf, waiverText } from './waiver-text.ts';
import { basisText, fails, OUTCOMES } from './words.ts';

/** An element of the XML: attributes begin with `@_`. */
export type Element = Readonly<Record<string, unknown>>;

/** As many findings of one requirement as are told. */
const MOST_FINDINGS = 50;

/** As many characters of one text in a message: lists of failures show it in a line or two. */
const MOST = 240;

/** What several cases have in common, and the one that tells it in full. */
export interface Shared {
  readonly id: string;
  /** What blocked a scenario by it. */
  readonly blocked: Blocked | null;
}

/** By requirement, the one that tells why it was not tested, or does not apply: the first of all that it is the reason of. */
export function sharedBy(report: Report): ReadonlyMap<string, Shared> {
  const groups = [
    ...causesOf(report).map(({ requirements, blocked }) => ({ requirements, blocked })),
    ...reasonsOf(report).map(({ requirements }) => ({ requirements, blocked: null })),
  ];
  return new Map(
    groups.flatMap(({ requirements, blocked }) => {
      const [first] = requirements;
      return requirements.map(({ id }) => [id, { id: first?.id ?? id, blocked }] as const);
    }),
  );
}

/** The test case of a requirement: what became of it, in the elements that CI servers read. */
export function caseOf(
  report: Report,
  requirement: JudgedRequirement,
  by: { ms: number; shared?: Shared },
): Element {
  // Reports of earlier versions have no groups.
  const { id, group = 'requirements', title, outcome } = requirement;
  const isDrift = outcome === 'drift';
  const name = `${id}: ${shownText(title)}${isDrift ? ' (drift)' : ''}`;
  const head = { '@_classname': group, '@_name': name, '@_time': (by.ms / 1000).toFixed(3) };
  const attempts = attemptsText(requirement, report);
  const text = textOf(requirement, attempts, by.shared);
  const told = { '@_message': messageOf(report, requirement, by.shared), '@_type': outcome, '#text': text };
  if (fails(report, requirement)) return { ...head, failure: told };
  if (outcome === 'inconclusive') return { ...head, error: told };
  if (outcome === 'passed') return attempts === null ? head : { ...head, 'system-out': attempts };
  const output = `${OUTCOMES[outcome]}\n${text}`;
  if (isDrift) return { ...head, 'system-out': output };
  const skipped = skippedBy(requirement, by.shared);
  return outcome === 'waived' ? { ...head, skipped, 'system-out': output } : { ...head, skipped };
}

/** GitLab shows the text of the element alone, Jenkins the attribute. */
function skippedBy(requirement: JudgedRequirement, shared: Shared | undefined): Element {
  const message = shownText(whySkipped(requirement, shared));
  return { '@_message': message, '#text': message };
}

function whySkipped(requirement: JudgedRequirement, shared: Shared | undefined): string {
  const { id, outcome, because } = requirement;
  if (outcome === 'waived') {
    const waivers = waiversOf(requirement);
    const reasons = waivers.map(({ reason }) => reason).join(' ');
    return `violated, but waived by ${waivers.map(approvalText).join('; ')}: ${reasons}`;
  }
  const words = OUTCOMES[outcome];
  if (because === undefined) return words;
  if (shared !== undefined && shared.id !== id) return `${words}, for the reason of ${shared.id}`;
  const from = because.requirement === undefined ? '' : ` (follows from ${because.requirement})`;
  return `${words}: ${because.reason}${from}`;
}

function messageOf(report: Report, requirement: JudgedRequirement, shared: Shared | undefined): string {
  const { id, outcome, findings, title } = requirement;
  if (outcome === 'inconclusive' && shared !== undefined && shared.id !== id) {
    return `inconclusive, for the cause of ${shared.id}`;
  }
  const [first] = [...failingFindings(requirement, report.strict), ...findings];
  const { message = title, expected, actual } = first ?? {};
  return [
    shownText(message, MOST),
    ...(expected === undefined ? [] : [`expected ${shownText(expected, MOST)}`]),
    ...(actual === undefined ? [] : [`actual ${shownText(actual, MOST)}`]),
  ].join(' | ');
}

function textOf(requirement: JudgedRequirement, attempts: string | null, shared: Shared | undefined): string {
  const { id, title, level, clause, outcome, findings } = requirement;
  const left = findings.length - MOST_FINDINGS;
  const waivers = outcome === 'waived' ? waiversOf(requirement) : [];
  const isToldBefore = outcome === 'inconclusive' && shared !== undefined && shared.id !== id;
  const { tried = '', remedy = '' } = shared?.blocked ?? {};
  return [
    shownText(title),
    `${level}: ${shownText(clause)}`,
    ...(attempts === null ? [] : [attempts]),
    ...waivers.map((one) => `Waived by ${shownText(waiverText(one))}`),
    ...(isToldBefore
      ? [`The cause is told by ${shared.id}.`]
      : [
          ...findings.slice(0, MOST_FINDINGS).map((one) => findingText(one, requirement)),
          ...(left > 0 ? [`${left} more in conformance.json`] : []),
          ...(tried === '' ? [] : [`  tried    ${shownText(tried)}`]),
          ...(remedy === '' ? [] : [`  to do    ${shownText(remedy)}`]),
        ]),
  ].join('\n');
}

function findingText(finding: ReportedFinding, requirement: JudgedRequirement): string {
  const { message, pointer, expected, actual, exchange } = finding;
  const waivedBy = waivedInPart(finding, requirement);
  return [
    `- ${shownText(message)}`,
    ...(pointer === undefined ? [] : [`  at ${pointer === '' ? 'the body itself' : shownText(pointer)}`]),
    ...(expected === undefined ? [] : [`  expected ${shownText(expected)}`]),
    ...(actual === undefined ? [] : [`  actual   ${shownText(actual)}`]),
    `  basis    ${shownText(basisText(finding, requirement))}`,
    ...(exchange === undefined ? [] : [`  exchange ${exchange} in evidence.har`]),
    ...(waivedBy === null ? [] : [`  waived   by ${shownText(waivedBy)}`]),
  ].join('\n');
}
