import type { JudgedRequirement, Report } from '../../engine/model/report.ts';
import type { TargetsReport } from '../../engine/model/targets.ts';
import { EXIT } from '../../engine/model/verdict.ts';
import { type BrokenAnswer, brokenTogether } from '../../engine/report/broken-answers.ts';
import { type Cause, causesOf } from '../../engine/report/causes.ts';
import { REPORT_FILES, TOTALS_FILES } from '../../engine/report/file-names.ts';
import { distinctFindings, timesText } from '../../engine/report/findings.ts';
import { inertLine, shownText } from '../../engine/report/inert.ts';
import { reasonOf } from '../../engine/report/targets/broken-where.ts';
import { STANDING_WORDS, worstFirst } from '../../engine/report/targets/standing.ts';
import { waiversOf, waiverText } from '../../engine/report/waiver-text.ts';
import { fails, plural, VERDICTS } from '../../engine/report/words.ts';
import { besideVerdict, type RunEnd } from './run-end.ts';

/** What a service shows beside a run, in one line. Nothing in it is acted on before a service's own escaping, nor after. */
export interface Annotation {
  readonly level: 'error' | 'warning';
  readonly title: string;
  readonly message: string;
}

/** GitHub shows as many of a step and drops the others in silence. */
export const MOST_ANNOTATIONS = 10;

/** As many characters of one text. */
const MOST = 240;

/**
 * What a service is to show of a run, at most ten: what the exit code says beside the verdict, violations, what could not
 * be tested, what is waived, drift. The last one says how many are left out.
 */
export function annotationsOf(end: RunEnd): readonly Annotation[] {
  const each = toldOf(end, false);
  // Where not all can be told, what one answer broke is told once: another answer may be another fault.
  const all = each.length <= MOST_ANNOTATIONS ? each : toldOf(end, true);
  const left = all.length - MOST_ANNOTATIONS;
  const page = end.totals === undefined ? REPORT_FILES.html : TOTALS_FILES.html;
  const more = left > 0 ? ` (${left} more in \`${page}\`.)` : '';
  return all.slice(0, MOST_ANNOTATIONS).map(({ level, title, message }, index) => ({
    level,
    title: inertLine(title),
    message: inertLine(message + (index === MOST_ANNOTATIONS - 1 ? more : '')),
  }));
}

function toldOf(end: RunEnd, byAnswer: boolean): readonly Annotation[] {
  const ofRun = end.report === null ? [] : ofReport(end.report, byAnswer);
  const told = [...ofExitCode(end), ...(end.totals === undefined ? ofRun : ofTargets(end.totals))];
  return [...told.filter(isError), ...told.filter((one) => !isError(one))];
}

function isError({ level }: Annotation): boolean {
  return level === 'error';
}

function ofExitCode(end: RunEnd): readonly Annotation[] {
  const message = besideVerdict(end);
  if (message === null) return [];
  const level = end.exitCode === EXIT.interrupted ? 'warning' : 'error';
  return [{ level, title: 'Conformance run', message }];
}

/** One a target, of those that do not simply conform, the worst first. */
function ofTargets(totals: TargetsReport): readonly Annotation[] {
  return worstFirst(totals)
    .filter(({ standing }) => standing !== 'conformant')
    .map(({ name, standing, outcome }) => ({
      level: ['fault', 'non-conformant'].includes(standing) ? 'error' : 'warning',
      title: name,
      message: `${STANDING_WORDS[standing]}: ${shownText(reasonOf(outcome), MOST)}`,
    }));
}

function ofReport(report: Report, byAnswer: boolean): readonly Annotation[] {
  const { requirements, strict, verdict, reason } = report;
  const drift = requirements.filter(({ outcome }) => outcome === 'drift' && !strict);
  const violations = byAnswer
    ? brokenTogether(report).flatMap(ofAnswer)
    : requirements.filter((one) => fails(report, one)).map(ofFinding('error'));
  const untested = causesOf(report).map(ofCause);
  // The causes do not say that no 200, or no 400, was ever seen.
  const verdictItself: readonly Annotation[] =
    verdict === 'inconclusive'
      ? [{ level: 'warning', title: VERDICTS.inconclusive, message: shownText(reason, MOST) }]
      : [];
  const waived = requirements.filter(({ outcome }) => outcome === 'waived').map(ofWaived);
  return [...violations, ...verdictItself, ...untested, ...waived, ...drift.map(ofFinding('warning'))];
}

/** Whoever reads the log of a run that passed learns who answers for it. */
function ofWaived(requirement: JudgedRequirement): Annotation {
  const { id, title, findings } = requirement;
  const parts = [
    shownText(title, MOST),
    ...findings.slice(0, 1).map(({ message }) => shownText(message, MOST)),
    ...waiversOf(requirement).map((waiver) => `waived by ${shownText(waiverText(waiver), MOST)}`),
  ];
  return { level: 'warning', title: id, message: parts.join(' | ') };
}

function ofFinding(level: Annotation['level']): (requirement: JudgedRequirement) => Annotation {
  return ({ id, title, findings }) => {
    const told = distinctFindings(findings);
    const [first] = told;
    const left = told.length - 1;
    const { message, expected, actual } = first?.finding ?? {};
    const parts = [
      shownText(title, MOST),
      ...(message === undefined ? [] : [shownText(message, MOST) + timesText(first?.times ?? 1)]),
      ...(expected === undefined ? [] : [`expected ${shownText(expected, MOST)}`]),
      ...(actual === undefined ? [] : [`actual ${shownText(actual, MOST)}`]),
      ...(left > 0 ? [plural(left, 'more finding')] : []),
    ];
    return { level, title: id, message: parts.join(' | ') };
  };
}

/** The first of what an answer broke, and how much else it broke; what no exchange shows stands for itself. */
function ofAnswer({ exchanges, broken }: Omit<BrokenAnswer, 'title'>): readonly Annotation[] {
  const told = broken.map(({ requirement }) => ofFinding('error')(requirement));
  const [first] = told;
  const left = told.length - 1;
  if (first === undefined || exchanges.length === 0 || left === 0) return told;
  const more = `the same ${exchanges.length === 1 ? 'answer' : 'answers'} broke ${plural(left, 'more requirement')}`;
  return [{ ...first, message: `${first.message} | ${more}` }];
}

function ofCause({ message, blocked, requirements }: Cause): Annotation {
  const [only] = requirements;
  const parts = [
    shownText(message, MOST),
    ...(requirements.length > 1 ? [plural(requirements.length, 'requirement')] : []),
    ...(blocked === null || blocked.remedy === '' ? [] : [`to do: ${shownText(blocked.remedy, MOST)}`]),
  ];
  const title = requirements.length === 1 && only !== undefined ? only.id : 'Could not be tested';
  return { level: 'warning', title, message: parts.join(' | ') };
}
