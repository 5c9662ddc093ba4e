import type { ReportedFinding } from '../model/finding.ts';
import type {
  JudgedRequirement,
  Limits,
  Recording,
  Report,
  ReportedRun,
  ReportedSuite,
  ReportInput,
  RequirementSource,
  Timing,
} from '../model/report.ts';
import type { RequiredMember } from '../model/requirement.ts';
import type { Waiver, WaiversToLookAfter } from '../model/waiver.ts';
import { changesMembers } from './changes-text.ts';
import { namesAsMembers } from './named-members.ts';

/** The text of `conformance.json`: the report itself, its members in the order of the type. */
export function reportJson({ report, suite }: ReportInput): string {
  return `${JSON.stringify(ordered(report, suite), null, 2)}\n`;
}

/** Written out, so that a report put together in another order gives the same bytes, and nothing else gets in. */
function ordered(
  report: Report,
  { resource: { keys } }: ReportedSuite,
): Omit<Report, 'target'> & { readonly target: object } {
  const { verdict, reason, strict, interrupted, target, contract, suite, environment, counts } = report;
  return {
    verdict,
    formatVersion: report.formatVersion,
    reason,
    strict,
    interrupted,
    target: {
      endpoint: target.endpoint,
      mock: target.mock,
      deviation: target.deviation,
      ...namesAsMembers(keys, target),
      [keys.source]: target.source,
      authentication: target.authentication,
    },
    contract: { title: contract.title, version: contract.version, sha256: contract.sha256 },
    suite: { name: suite.name, version: suite.version },
    environment: { node: environment.node, platform: environment.platform },
    startedAt: report.startedAt,
    durationMs: report.durationMs,
    run: reportedRun(report.run),
    ...(report.recording === undefined ? {} : { recording: recording(report.recording) }),
    ...(report.limits === undefined ? {} : { limits: limits(report.limits) }),
    counts: {
      passed: counts.passed,
      failed: counts.failed,
      drift: counts.drift,
      notObserved: counts.notObserved,
      inconclusive: counts.inconclusive,
      notApplicable: counts.notApplicable,
      waived: counts.waived,
    },
    requirements: report.requirements.map(requirement),
    ...(report.waivers === undefined ? {} : { waivers: waivers(report.waivers) }),
    ...(report.groups === undefined
      ? {}
      : { groups: report.groups.map(({ key, title }) => ({ key, title })) }),
    scenarios: report.scenarios.map(({ id, title, chapter, state, blocked }) => ({
      id,
      title,
      chapter,
      state,
      blocked:
        blocked === null
          ? null
          : {
              cause: blocked.cause,
              tried: blocked.tried,
              remedy: blocked.remedy,
              endsRun: blocked.endsRun,
              ...(blocked.exchange === undefined ? {} : { exchange: blocked.exchange }),
            },
    })),
    notes: report.notes.map(({ message, exchange }) => ({
      message,
      ...(exchange === undefined ? {} : { exchange }),
    })),
    readings: report.readings.map(({ id, documents, reading }) => ({ id, documents, reading })),
    ...(report.changes === undefined ? {} : { changes: changesMembers(report.changes) }),
    ...(report.recentRuns === undefined
      ? {}
      : { recentRuns: report.recentRuns.map(({ startedAt, verdict: of }) => ({ startedAt, verdict: of })) }),
    ...(report.waits === undefined
      ? {}
      : { waits: report.waits.map(({ what, exchange, ms, asked }) => ({ what, exchange, ms, asked })) }),
    ...(report.timings === undefined ? {} : { timings: report.timings.map(timing) }),
    ...(report.after === undefined
      ? {}
      : { after: { left: report.after.left, changed: report.after.changed } }),
  };
}

function timing({ operation, answers, min, p50, max }: Timing): Timing {
  return { operation, answers, min, p50, max };
}

function reportedRun({ id, exitCode, attempts, mostAttempts }: ReportedRun): ReportedRun {
  return { id, exitCode, attempts, mostAttempts };
}

function recording({ creator, file, sha256, exchanges, matched, own }: Recording): Recording {
  const counted = matched.map((one) => ({ operation: one.operation, exchanges: one.exchanges }));
  return { creator, file, sha256, exchanges, matched: counted, own };
}

function limits({ requestTimeoutMs, settleTimeoutMs, runTimeoutMs, longestMs }: Limits): Limits {
  return { requestTimeoutMs, settleTimeoutMs, runTimeoutMs, longestMs };
}

function requirement(one: JudgedRequirement): JudgedRequirement {
  const {
    id,
    group,
    title,
    level,
    basis,
    clause,
    readings,
    source,
    member,
    scenarios,
    outcome,
    exchanges,
    provenBy,
    because,
    waiver,
    moreWaivers,
  } = one;
  return {
    id,
    ...(group === undefined ? {} : { group }),
    title,
    level,
    basis,
    clause,
    ...(readings === undefined ? {} : { readings }),
    ...(source === undefined ? {} : { source: sourceMembers(source) }),
    ...(member === undefined ? {} : { member: memberMembers(member) }),
    scenarios,
    outcome,
    ...(exchanges === undefined ? {} : { exchanges }),
    ...(provenBy === undefined ? {} : { provenBy }),
    findings: one.findings.map(finding),
    ...(because === undefined
      ? {}
      : {
          because: {
            reason: because.reason,
            ...(because.requirement === undefined ? {} : { requirement: because.requirement }),
          },
        }),
    ...(one.attempts === undefined ? {} : { attempts: one.attempts }),
    ...(waiver === undefined ? {} : { waiver: entry(waiver) }),
    ...(moreWaivers === undefined ? {} : { moreWaivers: moreWaivers.map(entry) }),
  };
}

function sourceMembers({ clause, says, note, readings }: RequirementSource): RequirementSource {
  return { clause, says, ...(note === undefined ? {} : { note }), readings };
}

function memberMembers({ answer, path, mayBeAbsent, expected }: RequiredMember): RequiredMember {
  return { answer, path, mayBeAbsent, expected };
}

function waivers({ expired, notYet, stale, expiring }: WaiversToLookAfter): WaiversToLookAfter {
  return {
    expired: expired.map(entry),
    notYet: notYet.map(entry),
    stale: stale.map(entry),
    expiring: expiring.map(entry),
  };
}

function entry(waiver: Waiver): Waiver {
  const { requirement: id, reason, until, approvedBy, scope, pool, fingerprints, ticket, since } = waiver;
  return {
    requirement: id,
    reason,
    until,
    approvedBy,
    ...(scope === undefined ? {} : { scope }),
    ...(pool === undefined ? {} : { pool }),
    ...(fingerprints === undefined ? {} : { fingerprints }),
    ...(ticket === undefined ? {} : { ticket }),
    ...(since === undefined ? {} : { since }),
  };
}

function finding({
  kind,
  code,
  fingerprint,
  count,
  message,
  pointer,
  expected,
  actual,
  basis,
  note,
  blockedBy,
  exchange,
  before,
  after,
  requestId,
  date,
}: ReportedFinding): ReportedFinding {
  return {
    kind,
    code,
    fingerprint,
    count,
    message,
    ...(pointer === undefined ? {} : { pointer }),
    ...(expected === undefined ? {} : { expected }),
    ...(actual === undefined ? {} : { actual }),
    ...(basis === undefined ? {} : { basis }),
    ...(note === undefined ? {} : { note }),
    ...(blockedBy === undefined ? {} : { blockedBy }),
    ...(exchange === undefined ? {} : { exchange }),
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    ...(requestId === undefined ? {} : { requestId }),
    ...(date === undefined ? {} : { date }),
  };
}
