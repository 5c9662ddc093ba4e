import { failingFindings } from '../judge/failing.ts';
import type { Exchange } from '../model/exchange.ts';
import type { HistoryLine } from '../model/history.ts';
import type { JudgedRequirement, Report } from '../model/report.ts';
import type { FileKeys } from '../model/resource.ts';
import { namesAsMembers, namesOfMembers } from '../report/named-members.ts';
import { fails } from '../report/words.ts';
import { latenciesOf } from './latencies.ts';

/** Of the lines that are written. */
export const HISTORY_VERSION = 1;

/** What the history keeps of a run: of a report, without secrets as that is, and its exchanges. `run`: its id. */
export function historyLine(report: Report, run: string, exchanges: readonly Exchange[]): HistoryLine {
  const { target, requirements } = report;
  const idsOf = (outcome: JudgedRequirement['outcome']) =>
    requirements.filter((one) => one.outcome === outcome).map(({ id }) => id);
  return {
    formatVersion: HISTORY_VERSION,
    run,
    startedAt: report.startedAt,
    target: {
      endpoint: target.endpoint,
      project: target.project,
      collection: target.collection,
      item: target.item,
    },
    source: target.source,
    contract: report.contract.sha256,
    suite: report.suite.version,
    strict: report.strict,
    verdict: report.verdict,
    durationMs: report.durationMs,
    // A waiver is about people: what the target did is the same with it and without.
    failed: requirements
      .filter((one) => fails(report, one) || one.outcome === 'waived')
      .map((one) => ({ id: one.id, fingerprints: fingerprintsOf(report, one) })),
    inconclusive: idsOf('inconclusive'),
    notObserved: idsOf('not-observed'),
    latencyMs: latenciesOf(exchanges),
  };
}

/** The fingerprints of what broke a requirement, each once, in order. */
function fingerprintsOf({ strict }: Report, one: JudgedRequirement): readonly string[] {
  return [...new Set(failingFindings(one, strict).map(({ fingerprint }) => fingerprint))].sort();
}

/** The text of a line, with a line feed at its end: one JSON object, where the suite's own keys name the target. */
export function historyText({ target, ...line }: HistoryLine, keys: FileKeys): string {
  const { formatVersion, run, startedAt, ...rest } = line;
  const named = { endpoint: target.endpoint, ...namesAsMembers(keys, target) };
  return `${JSON.stringify({ formatVersion, run, startedAt, target: named, ...rest })}\n`;
}

/** The line that the members of one make, checked by its schema before; null where the target has no names. */
export function lineOfMembers(
  members: Readonly<Record<string, unknown>>,
  keys: FileKeys,
): HistoryLine | null {
  // The schema says so.
  const target = members['target'] as Readonly<Record<string, unknown>> & { readonly endpoint: string };
  const names = namesOfMembers(keys, target);
  if (names === null) return null;
  return { ...(members as unknown as HistoryLine), target: { endpoint: target.endpoint, ...names } };
}

/** Whether a run told something of its target. */
export function isConclusive({ verdict }: Pick<HistoryLine, 'verdict'>): boolean {
  return verdict !== 'inconclusive';
}
