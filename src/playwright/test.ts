import { test as base, expect, type TestInfo } from '@playwright/test';
import { planFor } from '../campaign/begin.ts';
import { type Campaign, isApplicable, openCampaign } from '../campaign/campaign.ts';
import { readFacts, readStore, storeBegin, storeEnd, storeExchange } from '../campaign/store.ts';
import { loadContract } from '../contract/contract.ts';
import { judgeScenario } from '../judge/judge.ts';
import type { Contract } from '../model/contract.ts';
import type { JudgedRequirement } from '../model/report.ts';
import type { Scenario } from '../model/scenario.ts';
import { readProcessSettings } from '../settings/read.ts';
import type { Settings } from '../settings/settings.ts';
import { exchangeText } from './exchange-text.ts';

/** What lives as long as a worker: one walk, taken up where another worker left it. */
interface Run {
  readonly settings: Settings;
  readonly contract: Contract;
  readonly campaign: Campaign;
  readonly pluginSource: 'install' | 'existing';
  readonly interrupt: AbortController;
}

/** Playwright's `test` with `carryOut`: sends a scenario and judges each of its requirements as a step. */
export const test = base.extend<{ carryOut: (scenario: Scenario) => Promise<void> }, { run: Run }>({
  run: [
    async ({}, use) => {
      const settings = readProcessSettings();
      const facts = readFacts(settings.reportsDir);
      if (facts === null) throw new Error('No run is under way: the global setup did not run.');
      const plan = planFor(settings, facts);
      const interrupt = new AbortController();
      const campaign = openCampaign(plan, {
        signal: interrupt.signal,
        say: (message) => console.log(message),
        onExchange: (exchange) => storeExchange(settings.reportsDir, exchange),
        earlier: readStore(settings.reportsDir),
      });
      const contract = await loadContract();
      await use({ settings, contract, campaign, pluginSource: plan.pluginSource, interrupt });
    },
    { scope: 'worker' },
  ],
  carryOut: async ({ run }, use, testInfo) => {
    await use((scenario) => carryOut(run, scenario, testInfo));
    // The body of an interrupted test goes on: its requests end here.
    if (testInfo.status === 'interrupted') run.interrupt.abort();
  },
});

async function carryOut(run: Run, scenario: Scenario, testInfo: TestInfo): Promise<void> {
  const { settings, contract, campaign, pluginSource } = run;
  const reason = 'needs an instance of its own, which `MODELARTS_PLUGIN_SOURCE=existing` rules out';
  // Only the settings rule a scenario out; whatever else is in its way makes it fail.
  testInfo.skip(!isApplicable(scenario, pluginSource), reason);
  storeBegin(settings.reportsDir, scenario.id);
  const evidence = await campaign.carryOut(scenario);
  storeEnd(settings.reportsDir, evidence, campaign.state);
  const all = readStore(settings.reportsDir).evidence;
  for (const requirement of judgeScenario({ contract, evidence: all, scenario: scenario.id, pluginSource })) {
    await test.step(`${requirement.id}: ${requirement.title}`, () => {
      expect.soft(wrong(requirement, settings.strict), told(requirement)).toBe(null);
    });
    if (wrong(requirement, settings.strict) === null) continue;
    for (const index of new Set(requirement.findings.flatMap(({ exchange }) => exchange ?? []))) {
      const exchange = evidence.exchanges.find((one) => one.index === index);
      if (exchange === undefined) continue;
      await testInfo.attach(`exchange ${index}`, { body: exchangeText(exchange), contentType: 'text/plain' });
    }
  }
  expect(evidence.blocked?.cause ?? null, 'the scenario could be carried through').toBe(null);
}

/** What is wrong with a requirement; null where its step passes. */
function wrong({ outcome }: JudgedRequirement, strict: boolean): string | null {
  return outcome === 'failed' || outcome === 'inconclusive' || (strict && outcome === 'drift')
    ? outcome
    : null;
}

function told({ title, clause, findings }: JudgedRequirement): string {
  const lines = findings.flatMap(({ message, expected, actual, pointer }) => [
    message,
    ...(pointer === undefined ? [] : [`  at ${pointer === '' ? 'the body' : pointer}`]),
    ...(expected === undefined ? [] : [`  expected ${expected}`]),
    ...(actual === undefined ? [] : [`  actual   ${actual}`]),
  ]);
  return [title, `  clause   ${clause}`, ...lines].join('\n');
}
