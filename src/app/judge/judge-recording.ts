import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { basename } from 'node:path';
import type { Contract } from '../../engine/model/contract.ts';
import type { Report, ReportInput } from '../../engine/model/report.ts';
import { matchingOf } from '../../engine/recording/match.ts';
import { removeReports, reportsIn } from '../../engine/report/report-files.ts';
import { timingsOf } from '../../engine/report/timings.ts';
import { withSources } from '../../engine/report/with-sources.ts';
import { writeReports } from '../../engine/report/write.ts';
import { lookThroughFiles, stepByStep } from '../../engine/secrets/files/scan.ts';
import { secretsOfFiles } from '../../engine/secrets/files/secrets.ts';
import { budgetOfFiles, openBudget } from '../../engine/secrets/look/budget.ts';
import { redactor } from '../../engine/secrets/redact.ts';
import { shieldTerminal } from '../../engine/secrets/shield.ts';
import { unwrittenText } from '../../engine/unwritten.ts';
import { collectGarbage } from '../../lifecycle/large/collect.ts';
import { mockNameIn } from '../../lifecycle/walk/mock-name.ts';
import { ENVIRONMENT, origins } from '../../lifecycle/walk/origins.ts';
import { tellFault } from '../run/fault.ts';
import type { Finished } from '../run/finish.ts';
import { LeakError } from '../run/leaks.ts';
import { SHORTEST, withoutSecrets } from '../run/secrets.ts';
import { concludedOf } from './conclude.ts';
import { type FirstLook, firstLook } from './first-look.ts';
import { judgeForeign } from './judge-foreign.ts';
import { judgeOwn } from './judge-own.ts';
import type { RecordedSuite } from './recorded-suite.ts';
import { secondLook } from './second-look.ts';
import { spanOf, targetOf } from './target.ts';

/** What is judged, and where its reports go. */
export interface RecordingFile {
  /** Absolute path. */
  readonly path: string;
  /** How it is called in sentences. */
  readonly shown: string;
  /** What URLs have to begin with; null: the root of any host. */
  readonly base: URL | null;
  readonly reportsDir: string;
  /** Secrets of the settings, which stand in no file either. */
  readonly secrets: readonly string[];
}

/**
 * Judges a recording and writes its reports. Throws a RecordingError where it is none, and a LeakError where a report held
 * a secret of it.
 */
export async function judgeRecording(suite: RecordedSuite, file: RecordingFile): Promise<Finished> {
  const { path, shown, base, reportsDir } = file;
  const contract = await suite.loadContract();
  const first = firstLook(path, shown, matchingOf(contract, base));
  const names = namesIn(suite, first);
  const isUsable = (one: string) => suite.ambiguity(one, names) === null;
  const secrets = [...new Set([...file.secrets, ...first.credentials.filter(isUsable)])];
  shieldTerminal(() => secrets);
  const budget = openBudget();
  const redact = redactor(() => secrets, budget);
  const look = await secondLook(path, shown, { suite, first, redact, isUsable });
  collectGarbage();
  // Shorter ones stand in ordinary words: they were replaced in what was recorded, and are looked for nowhere else.
  const long = secrets.filter(({ length }) => length >= SHORTEST);
  const input = await inputOf(suite, contract, { file, first, look, secrets: long });
  removeReports(reportsDir);
  const written = writeReports(input, {
    dir: reportsDir,
    onFailure: (name, cause) => tellFault(unwrittenText(name, cause)),
  });
  const scan = lookThroughFiles(reportsIn(reportsDir), secretsOfFiles(long, budgetOfFiles(budget)));
  const { removed } = await stepByStep(scan);
  if (removed.length > 0)
    throw new LeakError(removed.map((one) => `\`${one}\` held a secret of the recording and was removed.`));
  return { input, written: written.map(({ path: file }) => file) };
}

/** The names of so many exchanges are looked at: a recording has few. */
const MOST_NAMED = 200;

/** The names in the requests: a credential that is part of one could not be told from it, and is left out by the name of its header alone. */
function namesIn(suite: RecordedSuite, { found }: FirstLook): readonly string[] {
  const names = [...found.values()].slice(0, MOST_NAMED).flatMap(({ url }) => {
    const all = suite.namesIn(url);
    return all === null ? [] : Object.values(all);
  });
  return [...new Set(names)].filter((one) => one !== '');
}

interface Judging {
  readonly file: RecordingFile;
  readonly first: FirstLook;
  readonly look: Awaited<ReturnType<typeof secondLook>>;
  readonly secrets: readonly string[];
}

async function inputOf(
  suite: RecordedSuite,
  contract: Contract,
  { file, first, look, secrets }: Judging,
): Promise<ReportInput> {
  const { exchanges } = look;
  const sources = await suite.loadSources();
  const judged = first.own ? judgeOwn(suite, contract, exchanges) : judgeForeign(suite, contract, look);
  const requirements = withSources(judged.requirements, sources);
  const sha256 = sumOf(file.path);
  const { exitCode, ...concluded } = concludedOf(requirements, { first, told: judged.told, exchanges });
  const span = spanOf(exchanges);
  const report: Report = {
    ...{ ...concluded, formatVersion: 1, strict: false, interrupted: false },
    target: { ...targetOf(suite, first, exchanges), mock: exchanges.some((one) => mockNameIn(one) !== null) },
    ...origins(contract),
    environment: ENVIRONMENT,
    ...span,
    run: { id: idOf(sha256), exitCode, attempts: 1, mostAttempts: 1 },
    recording: {
      ...{ creator: first.creator, file: basename(file.path), sha256, exchanges: first.entries },
      matched: matchedIn(contract, first, exchanges),
      own: first.own,
    },
    requirements,
    groups: judged.groups.filter(({ key }) => requirements.some(({ group }) => group === key)),
    scenarios: judged.scenarios,
    notes: notesOf(first),
    readings: contract.readings,
    timings: timingsOf(exchanges),
  };
  return {
    suite: { ...suite.reported, requests: { ...suite.reported.requests, ...judged.requests } },
    report: withoutSecrets(report, secrets),
    exchanges,
  };
}

function notesOf({ beyond, repeated, proposal, found }: FirstLook): Report['notes'] {
  return [
    ...(repeated === 0
      ? []
      : [`${repeated} more exchanges were answered just as an earlier one, and are told by that one.`]),
    ...(beyond === 0
      ? []
      : [
          `${beyond} more exchanges match an operation and are not judged: of a recording the first ${found.size} are, which are as many as memory is taken for; divide it.`,
        ]),
    ...(proposal === null || found.size > 0
      ? []
      : [`Below \`${proposal}\` exchanges would match: give it as \`--url-base\`.`]),
  ].map((message) => ({ message }));
}

function matchedIn(
  { operations }: Contract,
  { own, matched }: FirstLook,
  exchanges: ReportInput['exchanges'],
) {
  const ofOwn = (operation: string) => exchanges.filter((one) => one.operation === operation).length;
  return [...operations.keys()].map((operation) => ({
    operation,
    exchanges: own ? ofOwn(operation) : (matched.get(operation) ?? 0),
  }));
}

/** Two reports of one recording are equal: what tells a run from another is made of the file. */
function idOf(sha256: string): string {
  return sha256.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

function sumOf(path: string): string {
  const hash = createHash('sha256');
  const piece = Buffer.allocUnsafe(1024 * 1024);
  const file = openSync(path, 'r');
  try {
    for (let read = readSync(file, piece); read > 0; read = readSync(file, piece))
      hash.update(piece.subarray(0, read));
  } finally {
    closeSync(file);
  }
  return hash.digest('hex');
}
