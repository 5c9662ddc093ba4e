import XMLBuilder from 'fast-xml-builder';
import type { ReportedFinding } from '../model/finding.ts';
import type { JudgedRequirement, Report, ReportInput } from '../model/report.ts';
import { attemptsText, runAttemptsText } from './attempts-text.ts';
import { shownText } from './inert.ts';
import { approvalText, waivedInPart, waiversOf, waiverText } from './waiver-text.ts';
import { basisText, fails, OUTCOMES } from './words.ts';

type Element = Readonly<Record<string, unknown>>;

/** As many findings of one requirement as are told. */
const MOST_FINDINGS = 50;

/** The text of `junit.xml`: one test case per requirement. */
export function reportJunit({ report }: ReportInput): string {
  const cases = report.requirements.map((requirement) => caseOf(report, requirement));
  const all = [...cases, ...verdictCase(report, cases)];
  const count = (kind: string) => all.filter((one) => kind in one).length;
  const counts = {
    '@_tests': all.length,
    '@_failures': count('failure'),
    '@_errors': count('error'),
    '@_time': (report.durationMs / 1000).toFixed(3),
  };
  // The schema that CI servers know has no place for these two but here, nor for a zone or a fraction.
  const own = { '@_skipped': count('skipped'), '@_timestamp': report.startedAt.slice(0, 19) };
  const name = { '@_name': report.contract.title };
  return new XMLBuilder({
    ignoreAttributes: false,
    suppressBooleanAttributes: false,
    suppressEmptyNode: true,
    format: true,
  }).build({
    '?xml': { '@_version': '1.0', '@_encoding': 'UTF-8' },
    testsuites: {
      ...name,
      ...counts,
      testsuite: {
        ...name,
        ...counts,
        ...own,
        properties: { property: propertiesOf(report) },
        testcase: all,
      },
    },
  });
}

function propertiesOf(report: Report): readonly Element[] {
  const { verdict, reason, target, contract, suite } = report;
  const attempts = runAttemptsText(report);
  const properties = {
    verdict,
    reason,
    ...(attempts === null ? {} : { attempts }),
    endpoint: target.endpoint,
    mock: String(target.mock),
    contract: `${contract.version} ${contract.sha256}`,
    suite: suite.version,
  };
  return Object.entries(properties).map(([name, value]) => ({
    '@_name': name,
    '@_value': shownText(value),
  }));
}

function caseOf(report: Report, requirement: JudgedRequirement): Element {
  // Reports of earlier versions have no groups.
  const { id, group = 'requirements', title, outcome, findings, because } = requirement;
  const head = { '@_classname': group, '@_name': id, '@_time': '0.000' };
  const attempts = attemptsText(requirement, report);
  const told = {
    '@_message': shownText(findings[0]?.message ?? title),
    '@_type': outcome,
    '#text': textOf(requirement, attempts),
  };
  if (fails(report, requirement)) return { ...head, failure: told };
  if (outcome === 'inconclusive') return { ...head, error: told };
  const why = because === undefined ? '' : `: ${because.reason}`;
  if (outcome === 'not-observed' || outcome === 'not-applicable') {
    return { ...head, skipped: { '@_message': shownText(`${OUTCOMES[outcome]}${why}`) } };
  }
  if (outcome === 'passed') return attempts === null ? head : { ...head, 'system-out': attempts };
  const text = `${OUTCOMES[outcome]}\n${textOf(requirement, attempts)}`;
  if (outcome !== 'waived') return { ...head, 'system-out': text };
  const waivers = waiversOf(requirement);
  const by = `${waivers.map(approvalText).join('; ')}: ${waivers.map(({ reason }) => reason).join(' ')}`;
  return {
    ...head,
    skipped: { '@_message': shownText(`violated, but waived by ${by}`) },
    'system-out': text,
  };
}

function textOf(requirement: JudgedRequirement, attempts: string | null): string {
  const { title, level, clause, findings } = requirement;
  const left = findings.length - MOST_FINDINGS;
  const waivers = requirement.outcome === 'waived' ? waiversOf(requirement) : [];
  return [
    shownText(title),
    `${level}: ${shownText(clause)}`,
    ...(attempts === null ? [] : [attempts]),
    ...waivers.map((one) => `Waived by ${shownText(waiverText(one))}`),
    ...findings.slice(0, MOST_FINDINGS).map((one) => findingText(one, requirement)),
    ...(left > 0 ? [`${left} more in conformance.json`] : []),
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

/** A verdict that no single requirement shows must not read as green. */
function verdictCase({ verdict, reason }: Report, cases: readonly Element[]): readonly Element[] {
  if (verdict === 'conformant' || verdict === 'conformant-with-waivers') return [];
  const kind = verdict === 'inconclusive' ? 'error' : 'failure';
  if (cases.some((one) => 'error' in one || 'failure' in one)) return [];
  const told = { '@_message': shownText(reason), '@_type': verdict };
  return [{ '@_classname': 'verdict', '@_name': 'verdict', '@_time': '0.000', [kind]: told }];
}
