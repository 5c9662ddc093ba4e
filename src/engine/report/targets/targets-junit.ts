import type { TargetOutcome } from '../../model/targets.ts';
import { EXIT } from '../../model/verdict.ts';
import { shownText } from '../inert.ts';
import { targetName } from '../target-name.ts';
import { reasonOf } from './broken-where.ts';
import { STANDING_WORDS, type Standing, standingOf } from './standing.ts';
import { exitOf } from './totals.ts';
import type { TotalsInput } from './totals-input.ts';

/** The first tag of a suite as this suite writes it: attributes hold no quote but as an entity. */
const HEAD =
  /<testsuite name="([^"]*)" tests="(\d+)" failures="(\d+)" errors="(\d+)" time="([\d.]+)"([^<>]*)>/;
const END = '</testsuite>';

/** A suite of the file, as text, and what it counts. */
interface Suite {
  readonly tests: number;
  readonly failures: number;
  readonly errors: number;
  readonly seconds: number;
  readonly text: string;
}

/**
 * The `junit.xml` of many targets, in pieces: a suite a target, taken from that of its own run. `read` gives that by the
 * name of the target, null where there is none; each is read twice, and is in memory by itself.
 */
export function* targetsJunit(
  { report, suite }: TotalsInput,
  read: (name: string) => string | null,
): Generator<string, undefined> {
  const outcomes = new Map(report.targets.map((one) => [one.name, one]));
  const missing = new Set(report.missing);
  const names = [...new Set([...report.names, ...outcomes.keys()])].filter(
    (name) => outcomes.has(name) || missing.has(name),
  );
  const suiteOf = (name: string) => {
    const outcome = outcomes.get(name);
    if (outcome === undefined) return withoutFile(name, null);
    return (outcome.report === null ? null : taken(outcome, read(name))) ?? withoutFile(name, outcome);
  };
  const all = { tests: 0, failures: 0, errors: 0, seconds: 0 };
  for (const name of names) {
    const { tests, failures, errors, seconds } = suiteOf(name);
    all.tests += tests;
    all.failures += failures;
    all.errors += errors;
    all.seconds += seconds;
  }
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="${escaped(suite.title)}"${counted(all)}>\n`;
  for (const name of names) yield suiteOf(name).text;
  yield '</testsuites>\n';
  return undefined;
}

/** The suite of a target's own file under the name of the target; null where the file has none. */
function taken(outcome: TargetOutcome, file: string | null): Suite | null {
  const found = file === null ? null : HEAD.exec(file);
  if (file === null || found === null) return null;
  const [head, name = '', tests, failures, errors, seconds, rest = ''] = found;
  const counts = {
    ...{ tests: Number(tests), failures: Number(failures), errors: Number(errors) },
    seconds: Number(seconds),
  };
  // GitLab shows no name but that of the class; and cases of two targets with the same names would be one to it.
  const content = file
    .slice(found.index + head.length, file.lastIndexOf(END))
    .replaceAll('<testcase classname="', `<testcase classname="${escaped(outcome.name)}.`);
  const isQuiet = exitOf(outcome) !== EXIT.ok && counts.failures + counts.errors === 0;
  const verdict = isQuiet ? verdictCase(outcome.name, standingOf(outcome), outcome.reason) : '';
  const whole = verdict === '' ? counts : { ...counts, tests: counts.tests + 1, errors: 1 };
  const begin = `  <testsuite name="${escaped(outcome.name)}: ${name}"${counted(whole)}${rest}>`;
  return { ...whole, text: `${begin}${content.trimEnd()}\n${verdict}  ${END}\n` };
}

/** The suite of a target that left no file of its own, or that no machine tested: `outcome` is null. */
function withoutFile(name: string, outcome: TargetOutcome | null): Suite {
  const told = outcome === null ? name : `${name}: ${targetName(outcome.target)}`;
  const counts = { tests: 1, failures: 0, errors: 1, seconds: 0 };
  // What every suite has: by them the file is known again.
  const properties = {
    verdict: outcome?.verdict ?? 'inconclusive',
    endpoint: outcome?.target.endpoint ?? '',
  };
  const listed = Object.entries(properties).map(
    ([key, value]) => `      <property name="${key}" value="${escaped(value)}"/>\n`,
  );
  const reason = reasonOf(outcome);
  const why = outcome?.report == null ? reason : `It left no \`junit.xml\`. ${reason}`;
  const text = `  <testsuite name="${escaped(told)}"${counted(counts)} skipped="0">
    <properties>
${listed.join('')}    </properties>
${verdictCase(name, outcome === null ? 'missing' : standingOf(outcome), why)}  ${END}
`;
  return { ...counts, text };
}

/** A case that says what no requirement shows. */
function verdictCase(name: string, standing: Standing, reason: string): string {
  return `    <testcase classname="${escaped(name)}.verdict" name="verdict" time="0.000">
      <error message="${escaped(reason)}" type="${escaped(STANDING_WORDS[standing].toLowerCase())}">${escaped(reason)}</error>
    </testcase>
`;
}

function counted({ tests, failures, errors, seconds }: Omit<Suite, 'text'>): string {
  return ` tests="${tests}" failures="${failures}" errors="${errors}" time="${seconds.toFixed(3)}"`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  ...{ '&': '&amp;', '<': '&lt;', '>': '&gt;' },
  ...{ '"': '&quot;', "'": '&apos;' },
};

/** A text that does nothing in an attribute, nor wherever the file is shown. */
function escaped(text: string): string {
  return shownText(text).replace(/[&<>"']/g, (found) => ENTITIES[found] ?? found);
}
