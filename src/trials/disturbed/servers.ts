import fc from 'fast-check';
import { composed } from '../conforming/compose.ts';
import { conformingServers } from '../conforming/servers.ts';
import type { MockTypes } from '../mock/manner.ts';
import type { Limits } from '../model.ts';
import type { Server } from '../server.ts';
import type { Tried, TriedSuite } from '../tried-suite.ts';
import { type Outage, outagesBehind, sufferingFrom } from './outages.ts';

/** A wait that is in vain is over soon. */
const LIMITS: Limits = { requestTimeoutMs: 10_000, settleTimeoutMs: 400 };

/** Where silence is the trouble, a request waits no longer than so. */
const SILENT = { requestTimeoutMs: 700 };

/** Behind these an install and a removal may take a while. */
const SLOWER: Limits = { ...LIMITS, settleTimeoutMs: 1500 };

/** Against some servers the walk is so many requests shorter than at the mock, and it needs the last of them. */
const SHORTER = 5;

/** An outage, and the number of the request from which on it lasts. */
function beginnings(outages: readonly Outage[], requests: number): fc.Arbitrary<[Outage, number]> {
  return fc.tuple(fc.constantFrom(...outages), fc.integer({ min: 2, max: requests - SHORTER }));
}

/** In this part of the walk an outage begins: whatever a server saves the suite from asking, so far it comes. */
const REACH = 2;

/**
 * Conforming endpoints behind trouble, the mock by itself: each kind once, each outage from the first request on; and
 * then so many generated ones that meet one of the outages later, the same for the same seed.
 */
export function disturbedServers<M extends MockTypes>(
  tried: Tried<M>,
  seed: number,
  count: number,
): readonly Server<M>[] {
  const { suite, lengths } = tried;
  const outages = outagesBehind(suite.gateway);
  const drawn = fc.sample(beginnings(outages, Math.floor(lengths.requests / REACH)), {
    seed,
    numRuns: count,
  });
  const behind = generated(tried, seed, count);
  return [
    ...suite.disturbances.map(({ name, title, options = {}, manner }) => ({
      name,
      title,
      options,
      manner,
      limits: LIMITS,
    })),
    ...outages.map((outage) => suffering(suite, `all-${outage.name}`, outage, 1, MOCK)),
    ...drawn.map(([outage, number], index) => {
      const name = `outage-${String(index + 1).padStart(String(count).length, '0')}-${outage.name}-from-${number}`;
      return suffering(suite, name, outage, number, behind[index] ?? MOCK);
    }),
  ];
}

type Behind<M extends MockTypes> = Pick<Server<M>, 'title' | 'options' | 'manner' | 'limits'>;

/** The mock by itself. */
const MOCK = { title: 'The mock by itself.', options: {}, manner: () => ({}), limits: LIMITS };

/** Conforming servers without trouble of their own. */
function generated<M extends MockTypes>(tried: Tried<M>, seed: number, count: number): readonly Behind<M>[] {
  return conformingServers(tried, seed, 3 * count)
    .filter(({ chosen }) => chosen['trouble'] === undefined)
    .map((server) => ({ ...server, limits: SLOWER }));
}

function suffering<M extends MockTypes>(
  suite: TriedSuite<M>,
  name: string,
  outage: Outage,
  number: number,
  behind: Behind<M>,
): Server<M> {
  const at = outage.beginsWithControl === true ? `, at the next ${suite.control.title},` : '';
  return {
    name,
    title: `From request ${number} on${at} ${outage.title}. Behind it: ${behind.title}`,
    options: behind.options,
    manner: () => {
      const { write, ...before } = behind.manner();
      return composed<M>([
        before,
        sufferingFrom(suite, number, outage),
        write === undefined ? {} : { write },
      ]);
    },
    limits: { ...behind.limits, ...(outage.name === 'silent' ? SILENT : {}) },
  };
}
