import type { Contract } from '../../engine/model/contract.ts';
import type { Evidence } from '../../engine/model/evidence.ts';
import type { Report, ReportInput } from '../../engine/model/report.ts';
import { writeReports } from '../../engine/report/write.ts';
import { unwrittenText } from '../../engine/unwritten.ts';
import { cutLinesText } from '../../lifecycle/cut-lines.ts';
import { readLedger } from '../../lifecycle/ledger-lines.ts';
import { type Leftover, leftoverOf } from '../../lifecycle/leftovers.ts';
import type { Settings } from '../../lifecycle/settings/settings.ts';
import { earlierLeftovers } from '../../lifecycle/walk/foreign.ts';
import { ENVIRONMENT } from '../../lifecycle/walk/origins.ts';
import { isUnderWay } from '../../lifecycle/walk/running-process.ts';
import { keepEvidence } from '../evidence/keep.ts';
import { keepLine, withChanges } from '../history/of-run.ts';
import { leftoverText } from './announce.ts';
import { derivedReport } from './derived-report.ts';
import { reportFault } from './exit-code.ts';
import { hasFault, tellFault } from './fault.ts';
import { limitsOf } from './longest.ts';
import type { RunPlan } from './run-suite.ts';
import { secretsOf, withoutSecrets } from './secrets.ts';
import { waiversOfRun } from './waived.ts';

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
  if (history !== null) keepLine(report, input.exchanges, history);
  try {
    keepEvidence(settings, plan, written);
  } catch (error) {
    tellFault(error instanceof Error ? error.message : String(error));
  }
  if (hasFault()) reportFault(settings);
  return { input, written: written.map(({ path }) => path) };
}

async function reportOf(settings: Settings, plan: RunPlan, recorded: Recorded): Promise<ReportInput> {
  const { contract, evidence, tidied, interrupted } = recorded;
  const { suite, target, run } = plan;
  const own = leftoverOf(readLedger(plan.ledger, suite.resource.keys, run.id));
  const input = derivedReport(
    {
      ...{ target, interrupted, live: settings.live, strict: settings.strict, fault: hasFault() },
      ...{ startedAt: run.startedAt, durationMs: Math.max(0, Date.now() - Date.parse(run.startedAt)) },
      environment: ENVIRONMENT,
      limits: await limitsOf(settings, suite),
      run: { id: run.id, mostAttempts: settings.attempts.most },
      left: own === null ? [] : [own.item],
      notes: leftoverNotes(plan, own),
    },
    {
      ...{ suite, contract, evidence, tidied, sources: await suite.loadSources() },
      waivers: await waiversOfRun(settings, plan, { suite, contract }),
    },
  );
  // A name or a URL of the settings may hold a secret by chance, or by mistake; exchanges were recorded without.
  const secrets = secretsOf(settings, plan);
  const { report, recorded: besideExchanges = [] } = input;
  return {
    ...input,
    report: withoutSecrets(report, secrets),
    recorded: withoutSecrets(besideExchanges, secrets),
  };
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
