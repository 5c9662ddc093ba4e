import fc from 'fast-check';
import { lasting } from '../../suites/modelarts-plugins/disturbances/lasting.ts';
import { others } from '../../suites/modelarts-plugins/disturbances/others.ts';
import { refusals } from '../../suites/modelarts-plugins/disturbances/refusals.ts';
import type { Limits } from '../attempt.ts';
import { composed } from '../conforming/compose.ts';
import type { Tried } from '../conforming/freedom.ts';
import { conformingServers } from '../conforming/servers.ts';
import type { Server } from '../server.ts';
import type { Disturbance } from './disturbance.ts';
import { type Outage, outages, sufferingFrom } from './outages.ts';

/** A wait that is in vain is over soon. */
const LIMITS: Limits = { requestTimeoutMs: 10_000, settleTimeoutMs: 400 };

/** Where silence is the trouble, a request waits no longer than so. */
const SILENT = { requestTimeoutMs: 700 };

/** Behind these an install and a removal may take a while. */
const SLOWER: Limits = { ...LIMITS, settleTimeoutMs: 1500 };

/** Against some servers the walk is so many requests shorter than at the mock, and it needs the last of them. */
const SHORTER = 5;

/** Every kind of trouble that has no number. */
const KINDS: readonly Disturbance[] = [...lasting, ...refusals, ...others];

/** An outage, and the number of the request from which on it lasts. */
function beginnings({ walk }: Tried): fc.Arbitrary<[Outage, number]> {
  return fc.tuple(fc.constantFrom(...outages), fc.integer({ min: 2, max: walk.requests - SHORTER }));
}

/**
 * Conforming endpoints behind trouble, the mock by itself: each kind once, each outage from the first request on; and
 * then so many generated ones that meet one of the outages later, the same for the same seed.
 */
export function disturbedServers(tried: Tried, seed: number, count: number): readonly Server[] {
  const drawn = fc.sample(beginnings(tried), { seed, numRuns: count });
  const behind = generated(tried, seed, count);
  return [
    ...KINDS.map(({ name, title, options = {}, manner }) => ({
      name,
      title,
      options,
      manner,
      limits: LIMITS,
    })),
    ...outages.map((outage) => suffering(`all-${outage.name}`, outage, 1, MOCK)),
    ...drawn.map(([outage, number], index) => {
      const name = `outage-${String(index + 1).padStart(String(count).length, '0')}-${outage.name}-from-${number}`;
      return suffering(name, outage, number, behind[index] ?? MOCK);
    }),
  ];
}

type Behind = Pick<Server, 'title' | 'options' | 'manner' | 'limits'>;

/** The mock by itself. */
const MOCK: Behind = { title: 'The mock by itself.', options: {}, manner: () => ({}), limits: LIMITS };

/** Conforming servers without trouble of their own. */
function generated(tried: Tried, seed: number, count: number): readonly Behind[] {
  return conformingServers(tried, seed, 3 * count)
    .filter(({ chosen }) => chosen['trouble'] === undefined)
    .map((server) => ({ ...server, limits: SLOWER }));
}

function suffering(name: string, outage: Outage, number: number, behind: Behind): Server {
  return {
    name,
    title: `From request ${number} on${outage.beginsWithList === true ? ', at the next List,' : ''} ${outage.title}. Behind it: ${behind.title}`,
    options: behind.options,
    manner: () => {
      const { write, ...before } = behind.manner();
      return composed([before, sufferingFrom(number, outage), write === undefined ? {} : { write }]);
    },
    limits: { ...behind.limits, ...(outage.name === 'silent' ? SILENT : {}) },
  };
}
