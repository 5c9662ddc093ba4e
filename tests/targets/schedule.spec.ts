import { expect } from '@playwright/test';
import fc from 'fast-check';
import { queuedOf } from '../../src/app/targets/queued.ts';
import type { ManyTargets } from '../../src/app/targets/read-targets.ts';
import { carryOutAll, nextOf, type Scheduled } from '../../src/app/targets/schedule.ts';
import type { TargetEntry } from '../../src/app/targets/target-entry.ts';
import { test } from '../own-test.ts';

interface Work extends Scheduled {
  readonly id: number;
  /** How long it takes, in whatever unit. */
  readonly takes: number;
}

/** Targets at a few hosts, of which each has a few pools. */
const works = fc
  .array(fc.record({ host: fc.nat(4), pool: fc.nat(3), takes: fc.integer({ min: 1, max: 9 }) }), {
    minLength: 1,
    maxLength: 40,
  })
  .map((all) =>
    all.map(
      ({ host, pool, takes }, id): Work => ({ id, host: `h${host}`, pool: `h${host}/p${pool}`, takes }),
    ),
  );

const limits = fc.record({
  jobs: fc.integer({ min: 1, max: 8 }),
  perHost: fc
    .array(fc.integer({ min: 1, max: 3 }), { minLength: 5, maxLength: 5 })
    .map((most) => new Map(most.map((one, host) => [`h${host}`, one]))),
});

/** Plays a schedule by a clock of its own; calls back with what goes on whenever something has begun. */
function play(all: readonly Work[], within: Parameters<typeof nextOf>[2], look: (running: Work[]) => void) {
  const waiting = [...all];
  let running: { work: Work; until: number }[] = [];
  let now = 0;
  while (waiting.length + running.length > 0) {
    const next = nextOf(
      waiting,
      running.map(({ work }) => work),
      within,
    );
    if (next === null) {
      now = Math.min(...running.map(({ until }) => until));
      running = running.filter(({ until }) => until > now);
    } else {
      waiting.splice(waiting.indexOf(next), 1);
      running.push({ work: next, until: now + next.takes });
      look(running.map(({ work }) => work));
    }
  }
  return now;
}

test('no two go on in one pool, no more at a host than it takes, no more in all than there are jobs', () => {
  fc.assert(
    fc.property(works, limits, (all, within) => {
      const begun: Work[] = [];
      // An assertion a look would take a minute.
      const isWithin = (running: readonly Work[]) =>
        running.length <= within.jobs &&
        new Set(running.map(({ pool }) => pool)).size === running.length &&
        running.every(
          ({ host }) => running.filter((one) => one.host === host).length <= (within.perHost.get(host) ?? 1),
        );
      let isAlways = true;
      play(all, within, (running) => {
        // It was put behind the others a moment ago.
        begun.push(running.at(-1) as Work);
        isAlways &&= isWithin(running);
      });
      expect(isAlways).toBe(true);
      expect(begun.map(({ id }) => id).sort((a, b) => a - b)).toEqual(all.map(({ id }) => id));
    }),
  );
});

test('of runs that take alike, all are over in 1.3 times the longest chain, or what the jobs need, and one run', () => {
  fc.assert(
    fc.property(works, limits, (some, within) => {
      const all = some.map((one) => ({ ...one, takes: 1 }));
      const chain = Math.max(
        ...all.map(({ host, pool }) =>
          Math.max(
            all.filter((one) => one.pool === pool).length,
            all.filter((one) => one.host === host).length / (within.perHost.get(host) ?? 1),
          ),
        ),
      );
      const took = play(all, within, () => {});
      expect(took).toBeLessThanOrEqual(1.3 * Math.max(chain, all.length / within.jobs) + 1);
    }),
  );
});

test('what has most behind it begins first, else the first; a host takes one where nobody says more', () => {
  const at = (id: number, host: string, pool: string): Work => ({ id, host, pool, takes: 1 });
  const all = [at(0, 'a', 'a1'), at(1, 'b', 'b1'), at(2, 'b', 'b1'), at(3, 'a', 'a2'), at(4, 'a', 'a3')];
  const within = { jobs: 4, perHost: new Map() };
  expect(nextOf(all, [], within)?.id).toBe(0);
  expect(nextOf(all.slice(1), all.slice(0, 1), within)?.id).toBe(1);
  expect(nextOf(all.slice(2), all.slice(0, 2), within)).toBeNull();
  expect(nextOf(all.slice(3), all.slice(0, 1), { jobs: 4, perHost: new Map([['a', 2]]) })?.id).toBe(3);
  expect(nextOf(all, all.slice(0, 1), { jobs: 1, perHost: new Map() })).toBeNull();
});

test('once it is interrupted none begins, and what was to come is told', async () => {
  const interrupt = new AbortController();
  const all = [1, 2, 3, 4].map((id) => ({ id, host: `h${id}`, pool: `p${id}` }));
  const carried: number[] = [];
  const left: number[] = [];
  await carryOutAll(
    all,
    { jobs: 2, perHost: new Map() },
    {
      signal: interrupt.signal,
      carryOut: async ({ id }) => {
        carried.push(id);
        await new Promise((resolve) => setTimeout(resolve, 5));
        interrupt.abort();
      },
      onLeft: ({ id }) => left.push(id),
    },
  );
  expect([carried, left]).toEqual([
    [1, 2],
    [3, 4],
  ]);
});

test('a pool is one however its endpoint is written, and so is a host', () => {
  const places = [
    ...['http://localhost:80/x/', 'http://127.0.0.1/x', 'http://[::1]/x'],
    ...[
      'https://A.example.com',
      'https://a.example.com:443/',
      'https://a.example.com.',
      'https://a.example.com:8443',
    ],
  ].map((endpoint) => {
    // What decides whose turn it is, and no more.
    const entry = { endpoint, projectId: 'p', pool: 'q' } as TargetEntry;
    const [queued] = queuedOf({ targets: [{ entry }] } as unknown as ManyTargets);
    return [queued?.host, queued?.pool];
  });
  const [loopback, second, third, far, same, whole, other] = places;
  expect([second, third]).toEqual([loopback, loopback]);
  expect([same, whole]).toEqual([far, far]);
  expect(other?.[0]).not.toBe(far?.[0]);
  expect(other?.[1]).not.toBe(far?.[1]);
});
