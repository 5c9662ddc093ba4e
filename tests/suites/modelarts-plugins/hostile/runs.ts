import fc from 'fast-check';
import type { Blocked, Evidence, Withheld } from '../../../../src/engine/model/evidence.ts';
import type { Exchange, Purpose } from '../../../../src/engine/model/exchange.ts';
import type { Probe, Scenario } from '../../../../src/engine/model/scenario.ts';
import { scenarios } from '../../../../src/suites/modelarts-plugins/scenarios/scenarios.ts';
import { type Answering, hostile, plain, withBody } from './answers.ts';
import { hugeBody } from './bodies.ts';
import { anyName, anyText } from './texts.ts';
import { anyWorld, meant, ROLES, type Role, type World } from './world.ts';

/** What a run is judged from. */
export interface HostileRun {
  readonly evidence: readonly Evidence[];
  readonly source: 'install' | 'existing';
}

/** One request of a run, before anything is odd about it. */
interface Step {
  readonly scenario: string;
  readonly probe: Probe;
  readonly role: Role;
}

/** What denies the plug-in once; it is gone where that is said twice in a row. */
const GONE = ['not shown', 'unlisted'] as const;

const POOL = 'pool-a';
const LIST = `https://host.example/v2/p/pools/${POOL}/plugins`;

const WALK: readonly Step[] = scenarios.flatMap((scenario) =>
  scenario.probes.flatMap((probe) =>
    rolesOf(scenario, probe).map((role) => ({ scenario: scenario.id, probe, role })),
  ),
);

/** As many exchanges as a run has where none is left out or doubled. */
export const EXCHANGES_OF_A_RUN = WALK.length;

/** What is odd about an exchange beside its answer; most have none of it. */
const anyOddity: fc.Arbitrary<Partial<Exchange>> = fc.record(
  {
    scenario: fc.oneof(fc.constantFrom(...scenarios.map(({ id }) => id)), anyName),
    probe: fc.oneof(fc.constantFrom(null, ...WALK.map(({ probe }) => probe.id)), anyName),
    purpose: fc.constantFrom<Purpose>('probe', 'sign-in', 'list', 'install', 'settle', 'read-back', 'remove'),
    operation: fc.constantFrom(null, 'DeletePlugin', 'CreatePlugin', 'ListPlugins', 'ShowPlugin'),
    names: fc.option(
      fc.record({
        project: anyName,
        collection: fc.oneof(fc.constant(POOL), anyName),
        item: anyName,
      }),
    ),
    instance: fc.constantFrom(0, -1, 1, 2, 3, 2 ** 53, 0.5),
    index: fc.constantFrom(0, -1, 5, 70, 2 ** 53),
    request: fc.tuple(anyText, anyText).map(([method, path]) => ({
      method,
      url: `https://host.example/v2/p/pools/${path}`,
      headers: [],
      body: path,
    })),
    durationMs: fc.double({ min: 0, max: 1e9, noNaN: true }),
  },
  { requiredKeys: [] },
);

/** What makes an answer a lie: it is that of another step, or it is about another world. */
interface Lie {
  readonly role: Role | null;
  readonly world: World | null;
}

const TRUTH: Lie = { role: null, world: null };

const anyLie: fc.Arbitrary<Lie> = fc.oneof(
  fc.constantFrom(...ROLES).map((role) => ({ role, world: null })),
  anyWorld.map((world) => ({ role: null, world })),
);

/** Something done to the order of the exchanges of a run. */
const anyMove = fc.tuple(fc.constantFrom('drop', 'double', 'swap'), fc.nat({ max: 200 }));

const anyBlocked: fc.Arbitrary<Blocked> = fc.record(
  { cause: anyText, tried: anyText, remedy: anyText, endsRun: fc.boolean(), exchange: fc.integer() },
  { requiredKeys: ['cause', 'tried', 'remedy', 'endsRun'] },
);

const anyWithheld: fc.Arbitrary<Withheld> = fc.record(
  {
    probe: fc.oneof(fc.constantFrom(...WALK.map(({ probe }) => probe.id)), anyName),
    reason: anyText,
    outcome: fc.constantFrom('not-observed', 'inconclusive', 'not-applicable', 'drift'),
    exchange: fc.integer(),
  },
  { requiredKeys: ['probe', 'reason', 'outcome'] },
);

/** Runs of which so many in a hundred answers are hostile, and half as many exchanges odd. */
function runsAt(percent: number): fc.Arbitrary<HostileRun> {
  const answering = mostly<Answering>(percent, plain, hostile);
  const oddity = mostly<Partial<Exchange>>(percent / 4, fc.constant({}), anyOddity);
  const lie = mostly<Lie>(percent / 4, fc.constant(TRUTH), anyLie);
  return fc
    .record({
      world: anyWorld,
      answers: fc.tuple(...WALK.map(() => fc.tuple(answering, oddity, lie))),
      moves: fc.array(anyMove, { maxLength: Math.round(percent / 10) }),
      blocked: fc.array(fc.option(anyBlocked, { freq: Math.ceil(100 / percent) }), {
        minLength: 8,
        maxLength: 8,
      }),
      notes: fc.array(fc.record({ message: anyText }), { maxLength: 2 }),
      withheld: fc.array(anyWithheld, { maxLength: Math.round(percent / 10) }),
      left: fc.subarray(
        scenarios.map(({ id }) => id),
        { maxLength: Math.round(percent / 20) },
      ),
      source: fc.constantFrom('install', 'install', 'existing'),
    })
    .map(({ world, answers, moves, blocked, notes, withheld, left, source }) => {
      const exchanges = WALK.flatMap((step, index) => {
        const answer = answers[index];
        return answer === undefined ? [] : [exchangeOf(step, index, world, answer)];
      });
      const moved = moves.reduce<readonly Exchange[]>(movedBy, exchanges);
      const evidence = scenarios.map(({ id }, at) => ({
        scenario: id,
        exchanges: moved.filter((_, index) => (WALK[index] ?? WALK.at(-1))?.scenario === id),
        notes,
        withheld,
        blocked: blocked[at] ?? null,
      }));
      return { evidence: evidence.filter(({ scenario }) => !left.includes(scenario)), source };
    });
}

/** From runs that are nearly as they should be to runs in which nothing is. */
export const hostileRuns: fc.Arbitrary<HostileRun> = fc.oneof(runsAt(1), runsAt(8), runsAt(40), runsAt(80));

/** Runs in which one answer, or every answer of its scenario, is of 50 MB. */
export const hugeRuns: fc.Arbitrary<HostileRun> = fc
  .record({ run: runsAt(1), body: hugeBody, at: fc.nat({ max: WALK.length - 1 }), world: anyWorld })
  .map(({ run, body, at, world }) => ({
    ...run,
    evidence: run.evidence.map((one) => ({
      ...one,
      exchanges: one.exchanges.map((exchange) =>
        exchange.index === at || exchange.index === at + 1
          ? { ...exchange, ...withBody(body)(meant('accepted', NO_PROBE, world)) }
          : exchange,
      ),
    })),
  }));

const [{ probe: NO_PROBE }] = WALK as readonly [Step, ...Step[]];

function rolesOf({ instance }: Scenario, probe: Probe): readonly Role[] {
  switch (probe.expected.id) {
    case 'installed':
      return ['install', 'listed', 'shown', 'accepted', ...GONE, ...GONE];
    case 'nothing':
      return ['not shown', 'unlisted'];
    default: {
      const pool = instance === 'gone' ? 'unlisted' : 'listed';
      return [pool, ...(probe.mustNotExist ? (['not shown'] as const) : []), 'refused', pool];
    }
  }
}

const PURPOSES: Readonly<Record<Role, readonly [Purpose, Exchange['operation']]>> = {
  listed: ['list', 'ListPlugins'],
  unlisted: ['list', 'ListPlugins'],
  shown: ['read-back', 'ShowPlugin'],
  'not shown': ['settle', 'ShowPlugin'],
  install: ['install', 'CreatePlugin'],
  accepted: ['probe', 'DeletePlugin'],
  refused: ['probe', 'DeletePlugin'],
};

function exchangeOf(
  { scenario, probe, role }: Step,
  index: number,
  world: World,
  [answering, oddity, lie]: readonly [Answering, Partial<Exchange>, Lie],
): Exchange {
  const [purpose, operation] = PURPOSES[role];
  const isPool = purpose === 'list' || purpose === 'install';
  const isReadBack = role === 'not shown' && probe.mustNotExist === true;
  return {
    index,
    scenario,
    probe: probe.id,
    purpose: isReadBack ? 'read-back' : purpose,
    operation,
    names: { project: 'p', collection: POOL, item: world.template },
    instance: scenario === 'installed-with-body' ? 2 : 1,
    // A minute apart, so that a settle time is over within a run.
    startedAt: new Date(Date.UTC(2025, 0, 1) + index * 60_000).toISOString(),
    durationMs: 1,
    timings: { connect: 0, wait: 1, receive: 0 },
    request: { method: 'GET', url: isPool ? LIST : `${LIST}/${world.segment}`, headers: [], body: null },
    ...answering(meant(lie.role ?? role, probe, lie.world ?? world)),
    ...oddity,
  };
}

function mostly<Value>(percent: number, usual: fc.Arbitrary<Value>, rare: fc.Arbitrary<Value>) {
  return fc.oneof(
    { weight: 10_000 - Math.round(percent * 100), arbitrary: usual },
    { weight: Math.round(percent * 100), arbitrary: rare },
  );
}

function movedBy(exchanges: readonly Exchange[], [move, at]: readonly [string, number]): readonly Exchange[] {
  const place = at % Math.max(exchanges.length, 1);
  const one = exchanges.slice(place, place + 1);
  if (move === 'drop') return exchanges.toSpliced(place, 1);
  if (move === 'double') return exchanges.toSpliced(place, 0, ...one);
  return exchanges.toSpliced(place, 1).toSpliced(place / 2, 0, ...one);
}
