import { failingFindings } from '../judge/failing.ts';
import type { Report, ReportInput } from '../model/report.ts';
import { type BrokenRequirement, brokenTogether } from './broken-answers.ts';
import { violationBlocks } from './dispute-violation.ts';
import { distinctFindings } from './findings.ts';
import { standingBlocks, targetBlock } from './markdown-target.ts';
import { markdownCode, markdownSentence } from './markdown-text.ts';
import { countsText, plural, VERDICTS } from './words.ts';

/** The text of `dispute.md`: what whoever runs the target is told to have broken, each violation with a line for their answer. */
export function reportDispute(input: ReportInput): string {
  const { report, suite } = input;
  const violations = brokenTogether(report).flatMap(({ broken }) => broken);
  const waived = waivedOnes(report);
  const told = (from: number) => (one: BrokenRequirement, at: number) =>
    violationBlocks(one, from + at, input);
  const blocks = [
    `# To be answered: what was found against “${markdownSentence(suite.title)}”`,
    ...standingBlocks(report),
    [targetBlock(report, suite.resource.words), runLines(report)].join('\n'),
    ...leadOf(violations.length, waived.length),
    ...(violations.length === 0 ? [] : [`## ${plural(violations.length, 'violation')}`]),
    ...violations.flatMap(told(1)),
    ...(waived.length === 0 ? [] : [`## ${plural(waived.length, 'waived violation')}`]),
    ...waived.flatMap(told(violations.length + 1)),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function waivedOnes({ requirements, strict }: Report): readonly BrokenRequirement[] {
  return requirements
    .filter(({ outcome }) => outcome === 'waived')
    .map((requirement) => ({
      requirement,
      findings: distinctFindings(failingFindings(requirement, strict)),
    }));
}

function runLines(report: Report): string {
  const { run, verdict, reason, interrupted } = report;
  return [
    `- run ${markdownCode(run.id)}${interrupted ? ', interrupted' : ''}`,
    `- verdict: **${VERDICTS[verdict]}**. ${markdownSentence(reason)}`,
    `- ${countsText(report)}`,
  ].join('\n');
}

function leadOf(violations: number, waived: number): readonly string[] {
  if (violations + waived === 0) return ['No violation was found, so there is nothing to be answered.'];
  return [
    ...(violations === 0 ? ['No violation was found but what somebody has waived.'] : []),
    'To whoever runs the endpoint: please answer each violation on its line, by when it is mended, or why it is none. ' +
      'The number of an exchange is its place in `evidence.har`, from 0, and its index in `requests.csv`.',
  ];
}
