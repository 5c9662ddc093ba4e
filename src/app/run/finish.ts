import { groupsOf } from '../../engine/judge/groups.ts';
import { judge } from '../../engine/judge/judge.ts';
import type { Contract } from '../../engine/model/contract.ts';
import type { Evidence } from '../../engine/model/evidence.ts';
import type { Report, ReportInput } from '../../engine/model/report.ts';
import { timingsOf } from '../../engine/report/timings.ts';
import { untoldNotes } from '../../engine/report/untold.ts';
import { withSources } from '../../engine/report/with-sources.ts';
import { writeReports } from '../../engine/report/write.ts';
import { unwrittenText } from '../../engine/unwritten.ts';
import { concluded } from '../../engine/verdict/concluded.ts';
import { cutLinesText } from '../../lifecycle/cut-lines.ts';
import { laterChanges } from '../../lifecycle/effects/later-changes.ts';
import { readLedger } from '../../lifecycle/ledger-lines.ts';
import { type Leftover, leftoverOf } from '../../lifecycle/leftovers.ts';
import type { Settings } from '../../lifecycle/settings/settings.ts';
import { collectionAfter } from '../../lifecycle/walk/collection-after.ts';
import { earlierLeftovers } from '../../lifecycle/walk/foreign.ts';
import { mockNameIn } from '../../lifecycle/walk/mock-name.ts';
import { origins } from '../../lifecycle/walk/origins.ts';
import { reportedScenarios } from '../../lifecycle/walk/reported-scenarios.ts';
import { reportedWaits } from '../../lifecycle/walk/reported-waits.ts';
import { isUnderWay } from '../../lifecycle/walk/running-process.ts';
import { keepLine, withChanges } from '../history/of-run.ts';
import { leftoverText } from './announce.ts';
import { exitCodeNow, reportFault } from './exit-code.ts';
import { hasFault, tellFault } from './fault.ts';
import { limitsOf } from './longest.ts';
import type { RunPlan } from './run-suite.ts';
import { secretsOf, withoutSecrets } from './secrets.ts';
import { waived, waiversOfRun } from './waived.ts';

/** What a run is judged by, and what it recorded. */
export interface Recorded {
  readonly contract: Contract;
  /** Of the scenarios, in the order of the walk. */
  readonly evidence: readonly Evidence[];
  /** Of tidying up; null where there was nothing to remove. */
  readonly tidied: Evidence | null;
  readonly interrupted: boolean;
}

/** A run that is over. */
export interface Finished {
  readonly input: ReportInput;
  /** Absolute paths of the reports, the page first. */
  readonly written: readonly string[];
}

/** Judges what a run recorded, all of it at once, draws the verdict and writes the reports, then the line of the history; a report that cannot be written is told as a fault. */
export async function finishRun(settings: Settings, plan: RunPlan, recorded: Recorded): Promise<Finished> {
  const judged = await reportOf(settings, plan, recorded);
  const history = settings.history === null ? null : { file: settings.history, plan };
  const report = history === null ? judged.report : withChanges(judged.report, history);
  const input = { ...judged, report };
  const onFailure = (path: string, cause: unknown) => tellFault(unwrittenText(path, cause));
  const { wholeTexts } = plan;
  const written = writeReports(input, { dir: settings.reportsDir, onFailure, wholeTexts });
  if (hasFault()) reportFault(settings);
  if (history !== null) keepLine(report, input.exchanges, history);
  return { input, written };
}

async function reportOf(settings: Settings, plan: RunPlan, recorded: Recorded): Promise<ReportInput> {
  const { strict } = settings;
  const { contract, evidence, tidied, interrupted } = recorded;
  const { suite, target, source, run } = plan;
  const sources = await suite.loadSources();
  const judged = judge({
    ...{ suite, contract, evidence, source },
    settleTimeoutMs: plan.settleTimeoutMs,
  });
  const { requirements, waivers, notes } = waived(
    await waiversOfRun(settings, plan, { suite, contract }),
    withSources(judged, sources),
  );
  const reported = reportedScenarios(suite.scenarios, evidence, source);
  const all = tidied === null ? evidence : [...evidence, tidied];
  const exchanges = all.flatMap((one) => one.exchanges);
  const { verdict, reason, counts } = concluded(suite, requirements, evidence, reported, {
    strict,
    interrupted,
  });
  const mock = target.mock || exchanges.some((one) => mockNameIn(one) !== null);
  const own = leftoverOf(readLedger(plan.ledger, suite.resource.keys, run.id));
  const ended = { interrupted, verdict, target: { ...target, mock } };
  const report: Report = {
    ...ended,
    formatVersion: 1,
    reason,
    strict,
    ...origins(contract),
    startedAt: run.startedAt,
    durationMs: Math.max(0, Date.now() - Date.parse(run.startedAt)),
    run: {
      id: run.id,
      exitCode: exitCodeNow(settings, ended),
      attempts: attemptsIn(exchanges),
      mostAttempts: settings.attempts.most,
    },
    limits: await limitsOf(settings, suite),
    counts,
    requirements,
    ...(waivers === null ? {} : { waivers }),
    groups: groupsOf({ suite, contract }).filter(({ key }) =>
      requirements.some(({ group }) => group === key),
    ),
    scenarios: reported,
    notes: [
      ...notes,
      ...all.flatMap((one) => notesOf(plan, one)),
      ...untoldNotes(contract, suite.operations),
      ...laterChanges(suite, evidence, plan.names.item),
      ...leftoverNotes(plan, own),
    ],
    readings: contract.readings,
    waits: reportedWaits(suite.resource, exchanges),
    timings: timingsOf(exchanges),
    after: collectionAfter(suite.resource, exchanges, {
      left: own === null || target.mock ? [] : [own.item],
      item: plan.names.item,
    }),
  };
  return {
    suite: suite.reported,
    // A name or a URL of the settings may hold a secret by chance, or by mistake; exchanges were recorded without.
    report: withoutSecrets(report, secretsOf(settings, plan)),
    exchanges,
    proofs: sources.proofs,
  };
}

function attemptsIn(exchanges: ReportInput['exchanges']): number {
  return exchanges.reduce((most, { attempt = 1 }) => Math.max(most, attempt), 1);
}

/** What this run, or an earlier one, left by the ledger; that tidying up failed is told with it. */
function leftoverNotes(plan: RunPlan, own: Leftover | null): Report['notes'] {
  const { resource } = plan.suite;
  const { item } = plan.names;
  const stayed =
    own?.wasWaitedFor === true && !plan.target.mock
      ? [
          `\`${item}\` is still in the ${resource.words.collection}, though its deletion was accepted; \`npx --no conformance sweep\` tries again.`,
        ]
      : [];
  const earlier = earlierLeftovers(plan).filter((left) => !isUnderWay(left, plan.ledger));
  const cut = cutLinesText(plan.ledger, resource.words);
  return [...stayed, ...earlier.map(leftoverText), ...(cut === null ? [] : [cut])].map((message) => ({
    message,
  }));
}

/** The notes of a scenario; that tidying up failed is one. */
function notesOf({ suite }: RunPlan, { scenario, notes, blocked }: Evidence): Report['notes'] {
  if (blocked === null || suite.scenarios.some(({ id }) => id === scenario)) return notes;
  const { cause, remedy, exchange } = blocked;
  return [...notes, { message: `${cause} ${remedy}`, ...(exchange === undefined ? {} : { exchange }) }];
}
