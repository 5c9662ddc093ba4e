import type { TestInfo, test } from '@playwright/test';
import { judgeAhead, judgeScenario } from '../../engine/judge/judge.ts';
import type { Contract } from '../../engine/model/contract.ts';
import type { Evidence } from '../../engine/model/evidence.ts';
import type { JudgedRequirement } from '../../engine/model/report.ts';
import type { Outcome } from '../../engine/model/requirement.ts';
import type { Scenario } from '../../engine/model/scenario.ts';
import { inertLine } from '../../engine/report/inert.ts';
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
import { exchangeText, exchangeTitle } from './exchange-text.ts';
import { joinRun, leaveRun } from './join.ts';
import { inertError, plainError } from './plain-error.ts';
import { annotationsOf, stepText, told, wrong } from './requirement-text.ts';

/** The outcomes that say that something was seen. */
const SHOWN: readonly Outcome[] = ['failed', 'waived', 'drift'];

/** Sends a scenario, and shows each of its requirements as a step of the test under way. */
export type CarryOut = (scenario: Scenario) => Promise<void>;

/** What lives as long as a worker. */
export interface Run {
  readonly carryOut: CarryOut;
  /** Ends the request under way; nothing more is sent. Ends the run too where nobody else does. */
  readonly leave: () => Promise<void>;
}

/** Playwright's `test`, which is handed in: a run without Playwright loads this file too. */
type Test = Pick<typeof test, 'info' | 'step'>;

interface Opened {
  readonly test: Test;
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
export async function openRun(test: Test): Promise<Run> {
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
  const opened = { test, settings, contract, campaign, source, settleTimeoutMs, waivers, evidence };
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
  const { test, settings, contract, campaign, source, settleTimeoutMs, signal, evidence: all } = opened;
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
  const input = {
    ...{ suite: pluginsRun, contract, evidence: all, source, settleTimeoutMs },
    scenario: scenario.id,
  };
  const { requirements } = waived(opened.waivers, judgeScenario(input));
  const ahead = waived(opened.waivers, judgeAhead(input)).requirements;
  // A later scenario tells the whole of these; this one showed that they are broken.
  const early = ahead.filter((one) => wrong(one, settings.strict) !== null);
  const shows = [...early, ...requirements].some(({ outcome }) => SHOWN.includes(outcome));
  // What ended the run failed the test that it befell; this one sent nothing, and shows nothing that was seen before.
  testInfo.skip(wasOver && !shows, `was not sent: ${inertLine(evidence.blocked?.cause ?? '')}`);
  testInfo.annotations.push(...annotationsOf(requirements));
  for (const requirement of [...requirements, ...early]) {
    const failed = wrong(requirement, settings.strict);
    try {
      const title = stepText(requirement, settings.attempts.most);
      await test.step(title, () => failBy(failed, requirement), { location });
    } catch {
      // All of them are shown; the test fails at its end.
      broken.push(`${requirement.id} ${failed}: ${told(requirement)}`);
    }
    if (failed === null) continue;
    for (const { exchange, before, after } of requirement.findings)
      for (const index of [exchange, before, after]) if (index !== undefined) shown.add(index);
  }
  for (const exchange of all.flatMap((one) => one.exchanges)) {
    if (!shown.has(exchange.index)) continue;
    const body = exchangeText(exchange);
    await testInfo.attach(exchangeTitle(exchange), { body, contentType: 'text/plain' });
  }
  if (evidence.blocked !== null)
    broken.push(`The scenario was not carried through: ${inertLine(evidence.blocked.cause)}`);
  if (broken.length > 0) throw plainError(broken.join('\n\n'));
}

function failBy(failed: string | null, requirement: JudgedRequirement): void {
  if (failed !== null) throw plainError(`${failed}: ${told(requirement)}`);
}
