import { expect } from '@playwright/test';
import fc from 'fast-check';
import { readSettings } from '../../src/app/settings/read.ts';
import type { Evidence } from '../../src/engine/model/evidence.ts';
import { ledgerInMemory } from '../../src/lifecycle/ledger.ts';
import { openCampaign } from '../../src/lifecycle/walk/campaign.ts';
import { newRun, planOf } from '../../src/lifecycle/walk/plan.ts';
import { ownerOf } from '../../src/lifecycle/walk/session.ts';
import { lineVoice } from '../../src/lifecycle/walk/voice.ts';
import type { Manner } from '../../src/suites/modelarts-plugins/mock/deviation.ts';
import { MOCK_DEFAULTS } from '../../src/suites/modelarts-plugins/mock/options.ts';
import { startMock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { unknown } from '../../src/suites/modelarts-plugins/scenarios/unknown.ts';
import { modelartsPlugins } from '../../src/suites/modelarts-plugins/suite.ts';
import { test } from '../own-test.ts';
import { liveSettings } from './run.ts';

const CREATED = '2025-02-03T08:15:40Z';

/** How a lax endpoint finds a plug-in by the name that it is asked for. */
const LAX: Readonly<Record<string, (asked: string, name: string) => boolean>> = {
  prefix: (asked, name) => name.startsWith(asked),
  'prefix in any letter case': (asked, name) => folded(name).startsWith(folded(asked)),
  blanks: (asked, name) => name.trim() === asked.trim(),
  'letter case': (asked, name) => folded(name) === folded(asked),
  'letter case and blanks': (asked, name) => folded(name).trim() === folded(asked).trim(),
  pattern: (asked, name) => like(asked).test(name),
  'pattern in any letter case': (asked, name) => like(folded(asked)).test(folded(name)),
};

function folded(name: string): string {
  return name.toLowerCase();
}

/** SQL's LIKE. */
function like(pattern: string): RegExp {
  const parts = [...pattern].map((one) =>
    one === '%' ? '.*' : one === '_' ? '.' : one.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&'),
  );
  return new RegExp(`^${parts.join('')}$`, 'su');
}

/** An endpoint that finds, where no name is the one that is asked for, somebody else's plug-in rather than the run's. */
function lax(finds: (asked: string, name: string) => boolean, alsoShows: boolean): Manner {
  return {
    reads: (asked, pool) => {
      const { names, operation } = asked;
      if (names === null || (operation !== 'DeletePlugin' && !(alsoShows && operation === 'ShowPlugin'))) {
        return asked;
      }
      const poolName = finds(names.collection, pool.options.poolName)
        ? pool.options.poolName
        : names.collection;
      const there = [...pool.plugins.keys()];
      const own = pool.options.templateName;
      const found = there.includes(names.item)
        ? names.item
        : (there.find((name) => name !== own && finds(names.item, name)) ??
          there.find((name) => finds(names.item, name)));
      return { ...asked, names: { ...names, collection: poolName, item: found ?? names.item } };
    },
    // Any name is well-formed here.
    tolerates: ({ reason }) => reason.startsWith('template-name') || reason.startsWith('pool-name'),
  };
}

interface Pool {
  readonly templateName: string;
  readonly poolName: string;
  readonly others: readonly string[];
}

/** Walks the scenario of unknown names against a pool, and gives what was recorded and who is there afterwards. */
async function walked(pool: Pool, manner: Manner | null) {
  const { templateName, poolName, others } = pool;
  const neighbours = others.map((name) => ({
    ...{ templateName: name, version: '1.0.0', inputs: {}, creationTimestamp: CREATED },
  }));
  const mock = await startMock({ templateName, poolName, neighbours }, manner, false);
  const settings = readSettings({
    environment: {
      ...liveSettings(mock.endpoint),
      CONFORMANCE_REPORTS_DIR: test.info().outputPath('reports'),
      MODELARTS_POOL_NAME: poolName,
      MODELARTS_TEMPLATE_NAME: templateName,
    },
    dotenv: null,
    proxyFor: () => '',
    directory: test.info().outputPath(),
    commandLine: {},
  });
  const plan = planOf(settings, newRun(null), modelartsPlugins);
  const campaign = openCampaign(plan, {
    signal: new AbortController().signal,
    voice: lineVoice(() => undefined),
    instead: { ledger: ledgerInMemory(ownerOf(plan)) },
  });
  const evidence = await campaign.carryOut(unknown);
  const path = `/v2/${mock.options.projectId}/pools/${encodeURIComponent(poolName)}/plugins`;
  const answer = await fetch(mock.endpoint + path, {
    headers: { 'x-auth-token': mock.options.tokens[0] ?? '' },
  });
  const { items } = (await answer.json()) as { items: { spec: { template: { name: string } } }[] };
  await mock.close();
  const left = items.map(({ spec }) => spec.template.name).filter((name) => others.includes(name));
  return { evidence, left };
}

/** The probes that were sent, and those that were not, with what becomes of them. */
function fates({ exchanges, withheld }: Evidence): Readonly<Record<string, string>> {
  const sent = exchanges.flatMap(({ purpose, probe }) =>
    purpose === 'probe' && probe !== null ? [[probe, 'sent']] : [],
  );
  return Object.fromEntries([...sent, ...withheld.map(({ probe, outcome }) => [probe, outcome])]);
}

const { poolName, templateName } = MOCK_DEFAULTS;
const SENT = Object.fromEntries(unknown.probes.map(({ id }) => [id, 'sent']));

for (const [what, pool, expected] of [
  ['nobody else', {}, {}],
  ['names far from it', { others: ['node', 'local-dns', 'x-node-local-dns', 'node-local-'] }, {}],
  [
    'a name that begins alike',
    { others: ['node-local-dnt'] },
    { prefix: 'not-observed', wildcard: 'not-observed' },
  ],
  ['the very beginning', { others: ['node-local-dn'] }, { prefix: 'inconclusive', wildcard: 'not-observed' }],
  [
    'a name that goes on',
    { others: ['node-local-dns-2'] },
    {
      ...{ 'letter-case': 'not-observed', prefix: 'not-observed', 'trailing-space': 'not-observed' },
      ...{ wildcard: 'not-observed' },
    },
  ],
  [
    'another letter case',
    { others: ['Node-Local-DNS'] },
    {
      ...{ 'letter-case': 'not-observed', prefix: 'not-observed', 'trailing-space': 'not-observed' },
      ...{ wildcard: 'not-observed', 'pool-letter-case': 'not-observed' },
    },
  ],
  [
    'a name with a blank behind',
    { others: ['node-local-dns '] },
    {
      ...{ 'letter-case': 'not-observed', prefix: 'not-observed', 'trailing-space': 'inconclusive' },
      ...{ wildcard: 'not-observed', 'pool-letter-case': 'not-observed' },
    },
  ],
  [
    'no letters anywhere',
    { templateName: '2025-03', poolName: '12-34' },
    { 'letter-case': 'not-applicable', 'pool-letter-case': 'not-applicable' },
  ],
  [
    'letters of one case alone',
    { templateName: '插件ß', poolName: '插件' },
    { 'letter-case': 'not-applicable', 'pool-letter-case': 'not-applicable' },
  ],
  ['one letter', { templateName: 'x' }, { prefix: 'not-applicable', wildcard: 'not-applicable' }],
  ['dots and a letter', { templateName: '..x' }, { prefix: 'not-applicable', wildcard: 'not-applicable' }],
] as const) {
  test(`in a pool with ${what} each name is sent, or kept back as it should be`, async () => {
    const own: Pool = { templateName, poolName, others: [], ...pool };
    const { evidence, left } = await walked(
      own,
      lax(() => false, false),
    );
    expect(evidence.blocked).toBeNull();
    expect(fates(evidence)).toEqual({ ...SENT, ...expected });
    expect(left).toEqual(own.others);
  });
}

for (const [what, finds, expected] of [
  ['by a prefix', LAX['prefix'], { prefix: 'sent' }],
  ['by a pattern', LAX['pattern'], { wildcard: 'sent' }],
  ['without blanks', LAX['blanks'], { 'trailing-space': 'sent' }],
  ['in any letter case', LAX['letter case'], { 'letter-case': 'drift', 'pool-letter-case': 'drift' }],
] as const) {
  test(`where Show finds the run's own plug-in ${what}, too, no neighbour is there to be hit`, async () => {
    const pool: Pool = { templateName, poolName, others: ['log-agent'] };
    const { evidence } = await walked(pool, lax(finds ?? (() => false), true));
    expect(fates(evidence)).toMatchObject(expected);
  });
}

const letter = fc.constantFrom('a', 'b', 'A', 'B', '-', '_', '.', '1', ' ', 'é', 'É', 'ß', '%');
const suffix = fc.oneof(
  fc.constantFrom('', ' ', '-2', '%', '\u00a0'),
  fc.string({ unit: letter, maxLength: 3 }),
);
const ownName = fc
  .string({
    unit: fc.constantFrom('a', 'b', 'A', '-', '_', '.', '1', 'é', 'ß', 'a b'),
    minLength: 1,
    maxLength: 6,
  })
  .filter((name) => name.trim() === name && name !== '.' && name !== '..');

/** Pools whose neighbours have names near that of the run's own plug-in. */
const pools: fc.Arbitrary<Pool> = ownName.chain((own) => {
  const near = fc
    .tuple(
      fc.integer({ min: 0, max: 2 }),
      suffix,
      fc.constantFrom(String, folded, (s: string) => s.toUpperCase()),
    )
    .map(([less, more, turned]) => turned(`${[...own].slice(0, [...own].length - less).join('')}${more}`))
    .filter((name) => name !== own && name !== '');
  return fc.record({
    templateName: fc.constant(own),
    poolName: fc.constantFrom('pool-a', 'POOL', '1'),
    others: fc.uniqueArray(near, { maxLength: 3 }),
  });
});

for (const [way, finds] of Object.entries(LAX)) {
  test(`no neighbour can be hit where an endpoint compares names by ${way} @slow`, async () => {
    test.setTimeout(600_000);
    for (const [at, pool] of fc.sample(pools, { seed: 20250317, numRuns: 30 }).entries()) {
      const { left } = await walked(pool, lax(finds, at % 3 === 0));
      expect([pool, left]).toEqual([pool, pool.others]);
    }
  });
}
