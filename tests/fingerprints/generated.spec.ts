import { expect } from '@playwright/test';
import { pluginsContract } from '../../src/suites/modelarts-plugins/load.ts';
import { MOCK_DEFAULTS, namesOf, optionsOf } from '../../src/suites/modelarts-plugins/mock/options.ts';
import { triedPlugins } from '../../src/suites/modelarts-plugins/tried.ts';
import { atOnce } from '../../src/trials/at-once.ts';
import { randomFrom, shuffled } from '../../src/trials/conforming/random.ts';
import { conformingServers } from '../../src/trials/conforming/servers.ts';
import { test } from '../own-test.ts';
import { LENGTHS } from '../sensitivity/lengths.ts';
import { type Met, metWith } from './met.ts';

const SEED = 20261126;
const SERVERS = 300;
const AT_ONCE = 12;

/** What hangs is waited for in vain. */
const REQUEST_TIMEOUT_MS = 5000;

const ONE = { suite: triedPlugins, contract: await pluginsContract(), lengths: LENGTHS };
const NAMES = { project: `${'0'.repeat(31)}b`, collection: 'pool-of-the-other-run', item: 'other-local-dns' };
const OTHER = { ...ONE, suite: { ...triedPlugins, mock: { ...triedPlugins.mock, ...NAMES } } };

const DEVIATIONS = shuffled(triedPlugins.deviations, randomFrom(SEED));

/** Generated servers that would conform, each with a deviation on top; the same each time. */
const SERVED = conformingServers(ONE, SEED, SERVERS).map((server, at) => {
  const deviation = DEVIATIONS[at];
  const limits = { ...server.limits, requestTimeoutMs: REQUEST_TIMEOUT_MS };
  return { ...server, limits, options: { ...server.options, ...deviation?.options } };
});

/** All of them take minutes; every twentieth one shows the same of less. */
const STEPS = { '@long': 1, '@slow': 20 } as const;

for (const [tag, step] of Object.entries(STEPS)) {
  const which = step === 1 ? 'all of them' : `every ${step}th`;
  test(`a server that is wrong has the same fingerprints in two runs, whatever it is called: ${which} ${tag}`, async () => {
    test.setTimeout(600_000);
    const servers = SERVED.filter((_, at) => at % step === 0);
    let findings = 0;
    const differing = await atOnce(servers, AT_ONCE, async (server) => {
      const one = fingerprintsOf(await metWith(ONE, server));
      const other = fingerprintsOf(await metWith(OTHER, renamed(server)));
      findings += one.size;
      const left = [...one].filter((line) => !other.has(line));
      const right = [...other].filter((line) => !one.has(line));
      return left.length + right.length === 0
        ? []
        : [{ name: server.name, deviation: server.options.deviation, left, right }];
    });
    expect(differing.flat()).toEqual([]);
    expect(findings).toBeGreaterThan(servers.length);
  });
}

/** Of what is wrong; what could not be tested is a matter of the moment. With what they are of, so that one that differs is found. */
function fingerprintsOf(met: readonly Met[]): ReadonlySet<string> {
  const wrong = met.filter(({ finding }) => finding.kind !== 'trouble');
  return new Set(
    wrong.map(({ requirement, finding }) => `${finding.fingerprint} ${requirement} ${finding.code}`),
  );
}

/** The same server for a plug-in of other names; a neighbour whose name is near the one is near the other. */
function renamed(server: (typeof SERVED)[number]): (typeof SERVED)[number] {
  const { neighbours } = server.options;
  const others = neighbours?.map(({ templateName, ...one }) => ({
    ...one,
    templateName: templateName.replace(/^node(?=-local)/i, (found) => (found === 'node' ? 'other' : 'Other')),
  }));
  const options = { ...server.options, ...optionsOf(NAMES) };
  return { ...server, options: others === undefined ? options : { ...options, neighbours: others } };
}

test('the two runs of a server are of other names, and the servers are wrong in many ways', () => {
  const named = namesOf({ ...MOCK_DEFAULTS, ...optionsOf(NAMES) });
  expect(named).toEqual(NAMES);
  const { project, collection, item } = triedPlugins.mock;
  expect(Object.values(named).filter((name) => [project, collection, item].includes(name))).toEqual([]);
  expect(new Set(SERVED.map(({ options }) => options.deviation)).size).toBe(SERVERS);
});
