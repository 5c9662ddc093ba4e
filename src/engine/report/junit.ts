import XMLBuilder from 'fast-xml-builder';
import type { Report, ReportInput } from '../model/report.ts';
import { runAttemptsText } from './attempts-text.ts';
import { shownText } from './inert.ts';
import { caseOf, type Element, sharedBy } from './junit-case.ts';
import { recordingLook, recordingText } from './recording-text.ts';
import { requirementTimes } from './requirement-times.ts';
import { targetName } from './target-name.ts';

/** The text of `junit.xml`: one test case per requirement. */
export function reportJunit(input: ReportInput): string {
  const { report } = input;
  const times = requirementTimes(input);
  const shares = sharedBy(report);
  const cases = report.requirements.map((requirement) => {
    const shared = shares.get(requirement.id);
    const ms = times.get(requirement.id) ?? 0;
    return caseOf(report, requirement, { ms, ...(shared === undefined ? {} : { shared }) });
  });
  const all = [...cases, ...(recordingLook(report) === null ? verdictCase(report, cases) : [])];
  const count = (kind: string) => all.filter((one) => kind in one).length;
  const counts = {
    '@_tests': all.length,
    '@_failures': count('failure'),
    '@_errors': count('error'),
    '@_time': (report.durationMs / 1000).toFixed(3),
  };
  // The schema that CI servers know has no place for these two but here, nor for a zone or a fraction.
  const own = { '@_skipped': count('skipped'), '@_timestamp': report.startedAt.slice(0, 19) };
  return new XMLBuilder({
    ignoreAttributes: false,
    suppressBooleanAttributes: false,
    suppressEmptyNode: true,
    format: true,
  }).build({
    '?xml': { '@_version': '1.0', '@_encoding': 'UTF-8' },
    testsuites: {
      '@_name': report.contract.title,
      ...counts,
      testsuite: {
        '@_name': targetName(report.target),
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
  const recording = recordingText(report);
  const properties = {
    verdict,
    reason,
    ...(recording === null ? {} : { recording }),
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

/** A verdict that no single requirement shows must not read as green. */
function verdictCase({ verdict, reason }: Report, cases: readonly Element[]): readonly Element[] {
  if (verdict === 'conformant' || verdict === 'conformant-with-waivers') return [];
  const kind = verdict === 'inconclusive' ? 'error' : 'failure';
  if (cases.some((one) => 'error' in one || 'failure' in one)) return [];
  const told = { '@_message': shownText(reason), '@_type': verdict };
  return [{ '@_classname': 'verdict', '@_name': 'verdict', '@_time': '0.000', [kind]: told }];
}
