import { expect } from '@playwright/test';
import { failingFindings } from '../../src/engine/judge/failing.ts';
import { judge, judgeAhead, judgeScenario } from '../../src/engine/judge/judge.ts';
import { pluginsContract } from '../../src/suites/modelarts-plugins/load.ts';
import { triedPlugins } from '../../src/suites/modelarts-plugins/tried.ts';
import { atOnce } from '../../src/trials/at-once.ts';
import { attempt } from '../../src/trials/attempt.ts';
import { deviatingServers } from '../../src/trials/deviating.ts';
import { test } from '../own-test.ts';
import { LENGTHS } from './lengths.ts';

const TRIED = { suite: triedPlugins, contract: await pluginsContract(), lengths: LENGTHS };
const SERVERS = deviatingServers(TRIED);
const AT_ONCE = 16;

type Pairs = readonly string[];

/** All deviations take minutes; every fifteenth one shows the same of less. */
const STEPS = { '@long': 1, '@slow': 15 } as const;

/** Of a run against a deviating server: each broken requirement with each scenario whose requests broke it. */
async function brokenBy(server: (typeof SERVERS)[number]): Promise<{ all: Pairs; told: Pairs }> {
  const mock = await TRIED.suite.startMock(server.options, {}, false);
  try {
    const { evidence } = await attempt(TRIED, mock.endpoint, server.limits);
    const given = { suite: TRIED.suite, contract: TRIED.contract, source: 'install' as const };
    const settleTimeoutMs = server.limits.settleTimeoutMs;
    const told = evidence.flatMap(({ scenario }, at) => {
      const input = { ...given, settleTimeoutMs, evidence: evidence.slice(0, at + 1), scenario };
      return [...judgeScenario(input), ...judgeAhead(input)]
        .filter(({ outcome }) => outcome === 'failed')
        .map(({ id }) => `${server.name}: ${id} in ${scenario}`);
    });
    const scenarioOf = (index: number) =>
      evidence.find(({ exchanges }) => exchanges.some((one) => one.index === index))?.scenario;
    const all = judge({ ...given, settleTimeoutMs, evidence }).flatMap((requirement) =>
      failingFindings(requirement, false).flatMap(({ exchange = -1, after = exchange }) => {
        const scenario = scenarioOf(exchange);
        // What comes back later is seen in a scenario of its own, when the one that deleted it is over.
        return scenario !== scenarioOf(after) ? [] : `${server.name}: ${requirement.id} in ${scenario}`;
      }),
    );
    return { all, told };
  } finally {
    await mock.close();
  }
}

for (const [tag, step] of Object.entries(STEPS)) {
  test(`each scenario says what its requests broke, ${step === 1 ? 'all deviations' : `every ${step}th deviation`} ${tag}`, async () => {
    test.setTimeout(600_000);
    const servers = SERVERS.filter((_, at) => at % step === 0);
    const runs = await atOnce(servers, AT_ONCE, brokenBy);
    const told = new Set(runs.flatMap((one) => one.told));
    const all = new Set(runs.flatMap((one) => one.all));
    expect(all.size).toBeGreaterThan(servers.length);
    expect([...all].filter((one) => !told.has(one))).toEqual([]);
  });
}
