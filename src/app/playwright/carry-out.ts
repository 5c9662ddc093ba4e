import { type TestInfo, test } from '@playwright/test';
import { judgeScenario } from '../../engine/judge/judge.ts';
import type { Contract } from '../../engine/model/contract.ts';
import type { Evidence } from '../../engine/model/evidence.ts';
import type { JudgedRequirement } from '../../engine/model/report.ts';
import type { Scenario } from '../../engine/model/scenario.ts';
import { attemptsText } from '../../engine/report/attempts-text.ts';
import { distinctFindings, timesText } from '../../engine/report/findings.ts';
import { inertLine, shownText } from '../../engine/report/inert.ts';
import { approvalText, waivedInPart, waiversOf, waiverText } from '../../engine/report/waiver-text.ts';
import { basisText } from '../../engine/report/words.ts';
import { redactor } from '../../engine/secrets/redact.ts';
import { redactError } from '../../engine/secrets/redact-error.ts';
import { UnwrittenError } from '../../engine/unwritten.ts';
import type { Settings } from '../../lifecycle/settings/settings.ts';
import { type Campaign, isApplicable, openCampaign } from '../../lifecycle/walk/campaign.ts';
import {
  isWhole,
  readFacts,
  readStore,
  storeBegin,
  storeEnd,
  storeExchange,
  storeUnwritten,
} from '../../lifecycle/walk/store.ts';
import { unwritten } from '../../lifecycle/walk/walk.ts';
import { pluginsRun } from '../../suites/modelarts-plugins/run.ts';
import { planFor } from '../run/begin.ts';
import { openDeadline } from '../run/deadline.ts';
import { hasFault, tellFault } from '../run/fault.ts';
import { inconclusiveBy } from '../run/inconclusive.ts';
import { secretsOf, withoutSecrets } from '../run/secrets.ts';
import { workerVoice } from '../run/waits.ts';
import { type WaiversOfRun, waived, waiversOfRun } from '../run/waived.ts';
import { readProcessSettings } from '../settings/read.ts';
import { print } from '../terminal/print.ts';
import { exchangeText } from './exchange-text.ts';
import { joinRun, leaveRun } from './join.ts';
import { inertError, plainError } from './plain-error.ts';

/** Sends a scenario, and shows each of its requirements as a step of the test under way. */
export type CarryOut = (scenario: Scenario) => Promise<void>;

/** What lives as long as a worker. */
export interface Run {
  readonly carryOut: CarryOut;
  /** Ends the request under way; nothing more is sent. Ends the run too where nobody else does. */
  readonly leave: () => Promise<void>;
}

interface Opened {
  readonly settings: Settings;
  readonly contract: Contract;
  readonly campaign: Campaign;
  readonly source: 'install' | 'existing';
  readonly settleTimeoutMs: number;
  readonly signal: AbortSignal;
  readonly waivers: WaiversOfRun;
  /** What was recorded so far, in the order of the walk. */
  readonly evidence: Evidence[];
}

/** Takes the run up that is under way, and begins one where there is none. */
export async function openRun(): Promise<Run> {
  const settings = readProcessSettings();
  const line = await joinRun(settings, test.info());
  const facts = readFacts(settings.reportsDir);
  if (facts === null) throw new Error('No run is under way.');
  const plan = planFor(settings, facts, pluginsRun);
  const interrupt = new AbortController();
  line?.onEnd(() => interrupt.abort());
  const earlier = readStore(settings.reportsDir, pluginsRun.resource.readItem);
  const contract = await pluginsRun.loadContract();
  const campaign = openCampaign(plan, {
    signal: openDeadline(settings, plan, interrupt.signal).signal,
    voice: workerVoice(settings.reportsDir, facts.terminal),
    onExchange: (exchange) => {
      try {
        storeExchange(settings.reportsDir, exchange);
      } catch (error) {
        // The answer still counts, in the ledger too; then nothing more is sent.
        interrupt.abort(error);
      }
    },
    earlier,
    inconclusive: inconclusiveBy(plan, contract),
  });
  const { source, settleTimeoutMs } = plan;
  const redact = redactor(plan.secrets.all);
  const evidence = [...earlier.evidence];
  const given = { suite: pluginsRun, contract };
  const waivers = withoutSecrets(await waiversOfRun(settings, plan, given), secretsOf(settings, plan));
  const opened = { settings, contract, campaign, source, settleTimeoutMs, waivers, evidence };
  const { signal } = interrupt;
  // Of the test that is under way, or was the last one.
  let testInfo = test.info();
  let underWay: Promise<void> = Promise.resolve();
  return {
    carryOut: (scenario) => {
      testInfo = test.info();
      const walk = carryOut({ ...opened, signal }, scenario, testInfo)
        .catch((error: unknown) => {
          if (error instanceof UnwrittenError) tellFault(error.message);
          throw inertError(redactError(error, redact));
        })
        .finally(() => {
          if (hasFault()) storeUnwritten(settings.reportsDir);
        });
      underWay = walk.catch(() => undefined);
      return walk;
    },
    leave: async () => {
      // The body of an interrupted test goes on: its requests end here.
      interrupt.abort();
      if (line !== null) await leaveRun(line, testInfo, underWay);
    },
  };
}

async function carryOut(opened: Opened, scenario: Scenario, testInfo: TestInfo): Promise<void> {
  const { settings, contract, campaign, source, settleTimeoutMs, signal, evidence: all } = opened;
  const reason = 'needs an instance of its own, which `MODELARTS_PLUGIN_SOURCE=existing` rules out';
  // The settings rule it out, as the report says too.
  testInfo.skip(!isApplicable(scenario, source), reason);
  // The fault failed the test that it befell, and the run ends in 4; were those after it to fail too, each would cost a new process.
  testInfo.skip(!isWhole(settings.reportsDir), 'was not sent, since a file of this run could not be written');
  const wasOver = campaign.hasEnded() && all.length > 0;
  if (!campaign.hasEnded()) print(`· ${scenario.title}`);
  storeBegin(settings.reportsDir, scenario.id);
  const walked = await campaign.carryOut(scenario);
  const { reason: ended } = signal;
  const evidence =
    ended instanceof UnwrittenError ? { ...walked, blocked: unwritten(ended, tellFault) } : walked;
  storeEnd(settings.reportsDir, evidence, campaign.state);
  all.push(evidence);
  // Without a place of its own each step costs a stack trace.
  const location = { file: testInfo.file, line: testInfo.line, column: testInfo.column };
  const broken: string[] = [];
  const shown = new Set<number>();
  const recorded = { suite: pluginsRun, contract, evidence: all, source, settleTimeoutMs };
  const judged = judgeScenario({ ...recorded, scenario: scenario.id });
  const { requirements } = waived(opened.waivers, judged);
  const shows = requirements.some(({ outcome }) => ['failed', 'waived', 'drift'].includes(outcome));
  // What ended the run failed the test that it befell; this one sent nothing, and shows nothing that was seen before.
  testInfo.skip(wasOver && !shows, `was not sent: ${inertLine(evidence.blocked?.cause ?? '')}`);
  for (const requirement of requirements) {
    const failed = wrong(requirement, settings.strict);
    const attempts = attemptsText(requirement, {
      run: { attempts: 1, mostAttempts: settings.attempts.most },
    });
    const step = `${requirement.id}: ${requirement.title}${attempts === null ? '' : `. ${attempts}`}${waivedText(requirement)}`;
    try {
      await test.step(step, () => failBy(failed, requirement), { location });
    } catch {
      // All of them are shown; the test fails at its end.
      broken.push(`${requirement.id} ${failed}: ${told(requirement)}`);
    }
    if (failed === null) continue;
    for (const { exchange } of requirement.findings) if (exchange !== undefined) shown.add(exchange);
  }
  for (const exchange of all.flatMap((one) => one.exchanges)) {
    if (!shown.has(exchange.index)) continue;
    const body = exchangeText(exchange);
    await testInfo.attach(`exchange ${exchange.index}`, { body, contentType: 'text/plain' });
  }
  if (evidence.blocked !== null)
    broken.push(`The scenario was not carried through: ${inertLine(evidence.blocked.cause)}`);
  if (broken.length > 0) throw plainError(broken.join('\n\n'));
}

function failBy(failed: string | null, requirement: JudgedRequirement): void {
  if (failed !== null) throw plainError(`${failed}: ${told(requirement)}`);
}

/** Of the title of a step: who answers for what is wrong; nothing where nobody has to. */
function waivedText(requirement: JudgedRequirement): string {
  if (requirement.outcome !== 'waived') return '';
  return `. Waived by ${shownText(waiversOf(requirement).map(approvalText).join('; '))}`;
}

/** What is wrong with a requirement, whoever answers for it; null where its step passes. */
function wrong({ outcome }: JudgedRequirement, strict: boolean): string | null {
  const isWrong = outcome === 'failed' || outcome === 'waived' || outcome === 'inconclusive';
  return isWrong || (strict && outcome === 'drift') ? outcome : null;
}

function told(requirement: JudgedRequirement): string {
  const { title, clause, findings, outcome } = requirement;
  const waivers = outcome === 'waived' ? waiversOf(requirement) : [];
  const by = waivers.map((one) => `  waived   by ${inertLine(waiverText(one))}`);
  const lines = distinctFindings(findings).flatMap(({ finding, times }) => {
    const { message, expected, actual, pointer } = finding;
    const waivedBy = waivedInPart(finding, requirement);
    return [
      inertLine(message) + timesText(times),
      ...(pointer === undefined ? [] : [`  at ${pointer === '' ? 'the body' : inertLine(pointer)}`]),
      ...(expected === undefined ? [] : [`  expected ${inertLine(expected)}`]),
      ...(actual === undefined ? [] : [`  actual   ${inertLine(actual)}`]),
      `  basis    ${inertLine(basisText(finding, requirement))}`,
      ...(waivedBy === null ? [] : [`  waived   by ${inertLine(waivedBy)}`]),
    ];
  });
  return [title, `  clause   ${clause}`, ...by, ...lines].join('\n');
}
