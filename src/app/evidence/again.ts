import { isDeepStrictEqual } from 'node:util';
import { parseDescription } from '../../engine/contract/check-description.ts';
import { compile } from '../../engine/contract/compile.ts';
import { contractOf } from '../../engine/contract/contract.ts';
import { sha256OfBytes } from '../../engine/contract/digest.ts';
import { type Statements, statementsOf } from '../../engine/contract/statements.ts';
import type { Contract } from '../../engine/model/contract.ts';
import type { Report, ReportInput } from '../../engine/model/report.ts';
import type { Sources } from '../../engine/model/sources.ts';
import { EXIT } from '../../engine/model/verdict.ts';
import { evidenceOf, type Recording } from '../../engine/report/har-recording.ts';
import { dayOf } from '../../engine/verdict/days.ts';
import { readWaivers } from '../../engine/verdict/read-waivers.ts';
import { derivedReport, type ToldOfRun } from '../run/derived-report.ts';
import type { ReportedByRun } from '../run/run-suite.ts';
import { waiversAt } from '../run/waived.ts';
import { waiversInput } from '../run/waivers.ts';
import { LEFT } from './names.ts';
import type { RunSettings } from './run-settings.ts';

/** What a suite judges a recording by that it did not make itself. */
export interface SuiteAgain extends ReportedByRun {
  /** By requirement, the deviations that this version proves it by. */
  readonly proofs: Sources['proofs'];
  readonly saidIn: (statements: Statements) => Sources['says'];
}

/** All that a run left, but for the files that are made of it. */
export interface LeftByRun {
  readonly report: Report;
  readonly recording: Recording;
  readonly settings: RunSettings;
  /** Texts of the files. */
  readonly waivers: string;
  readonly description: Buffer;
  readonly statements: string | null;
}

/** What was judged again. */
export interface JudgedAgain {
  readonly contract: Contract;
  readonly input: ReportInput;
}

/**
 * Judges what a run recorded again, by its own description and its own waivers, and makes its report of that; what is told
 * beside the evidence (when it ran, how long, what is new) is what its report says. Throws a ContractError, a WaiversError
 * or a HarError where a file is not what a run leaves.
 */
export async function judgedAgain(left: LeftByRun, suite: SuiteAgain): Promise<JudgedAgain> {
  const { report, recording, settings } = left;
  const contract = await contractIn(left.description, suite);
  const statements = left.statements === null ? null : await statementsOf(left.statements);
  const all = evidenceOf(recording);
  const isOfSuite = (scenario: string) => suite.scenarios.some(({ id }) => id === scenario);
  const today = dayOf(report.startedAt);
  const given = { suite, contract };
  const waivers = readWaivers(
    await waiversInput(LEFT.waivers, left.waivers, { given, today, maxDays: settings.waiverMaxDays }),
  );
  const derivation = {
    ...{ suite, contract },
    sources: { says: statements === null ? {} : suite.saidIn(statements), proofs: suite.proofs },
    evidence: all.filter(({ scenario }) => isOfSuite(scenario)),
    tidied: all.find(({ scenario }) => !isOfSuite(scenario)) ?? null,
    waivers: waiversAt(waivers, { target: report.target, strict: report.strict, today }),
  };
  const input = derivedReport(toldBy(report, settings), derivation);
  return { contract, input: { ...input, report: withTold(input.report, report) } };
}

/** The contract that was compiled last: who packs judges three times by one. */
let compiled: Contract | null = null;

/** The contract of a description that a run was tested by. */
async function contractIn(bytes: Buffer, { operations }: SuiteAgain): Promise<Contract> {
  const sha256 = sha256OfBytes(bytes);
  if (compiled?.sha256 === sha256) return compiled;
  const description = await parseDescription(bytes.toString('utf8'));
  compiled = contractOf({ description, validators: compile(description).validators, sha256 }, operations);
  return compiled;
}

function toldBy(report: Report, settings: RunSettings): ToldOfRun {
  const { strict, interrupted, startedAt, durationMs, environment, target, run, after, limits } = report;
  const { requestTimeoutMs, settleTimeoutMs, runTimeoutMs } = settings;
  return {
    ...{ strict, interrupted, startedAt, durationMs, environment, target },
    limits: limits ?? { requestTimeoutMs, settleTimeoutMs, runTimeoutMs, longestMs: 0 },
    run: { id: run.id, mostAttempts: run.mostAttempts },
    fault: run.exitCode === EXIT.fault,
    live: settings.live,
    left: after?.left ?? [],
    notes: [],
  };
}

/** With what is told of other runs: notes behind those that follow from the evidence, and what is new. */
function withTold(made: Report, told: Report): Report {
  const beginning = told.notes.slice(0, made.notes.length);
  const isBegun = isDeepStrictEqual(plain(beginning), plain(made.notes));
  return {
    ...made,
    notes: isBegun ? told.notes : made.notes,
    ...(told.changes === undefined ? {} : { changes: told.changes }),
    ...(told.recentRuns === undefined ? {} : { recentRuns: told.recentRuns }),
  };
}

function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
