import fc from 'fast-check';
import type { MockTypes } from '../mock/manner.ts';
import type { Limits } from '../model.ts';
import type { Server } from '../server.ts';
import type { Tried } from '../tried-suite.ts';
import { composed } from './compose.ts';
import type { Doing, Freedom, Way } from './freedom.ts';
import { PLAIN_WIRE } from './wire.ts';
import { wireWriter } from './write-wire.ts';

/** A generated server, and which way it has for each freedom that it does not use as the mock does. */
export interface ConformingServer<M extends MockTypes> extends Server<M> {
  readonly chosen: Readonly<Record<string, string>>;
}

/** A run waits no longer than it must, and many run at once. */
const LIMITS: Limits = { requestTimeoutMs: 20_000, settleTimeoutMs: 10_000 };

/** A way that a server has of doing something. */
interface Choice<M extends MockTypes> extends Pick<Way<unknown>, 'title' | 'without'> {
  readonly freedom: string;
  readonly doing: Doing<M>;
}

/** Of every freedom about half of the servers make use, and of a rare one an eighth. */
function choices<M extends MockTypes>(
  freedoms: readonly Freedom<M>[],
): fc.Arbitrary<readonly (Choice<M> | null)[]> {
  return fc.tuple(
    ...freedoms.map(({ name, ways, rare = false }) =>
      fc.oneof(
        { weight: 1, arbitrary: fc.oneof(...ways.map((way) => choice(name, way))) },
        { weight: rare ? 7 : 1, arbitrary: fc.constant(null) },
      ),
    ),
  );
}

function choice<M extends MockTypes>(
  freedom: string,
  { title, doing, without = [] }: Way<Doing<M>>,
): fc.Arbitrary<Choice<M>> {
  return doing.map((drawn) => ({ freedom, title, without, doing: drawn }));
}

/** So many conforming servers, the same for the same seed. */
export function conformingServers<M extends MockTypes>(
  { suite, contract, lengths }: Tried<M>,
  seed: number,
  count: number,
): readonly ConformingServer<M>[] {
  const digits = String(count).length;
  const freedoms = suite.freedoms(contract, lengths);
  return fc
    .sample(choices(freedoms), { seed, numRuns: count })
    .map((drawn, index) =>
      serverOf(freedoms, `conforming-${String(index + 1).padStart(digits, '0')}`, drawn),
    );
}

function serverOf<M extends MockTypes>(
  freedoms: readonly Freedom<M>[],
  name: string,
  drawn: readonly (Choice<M> | null)[],
): ConformingServer<M> {
  const chosen = compatible(drawn.filter((one) => one !== null));
  const doings = freedoms.flatMap(({ name: freedom, always }) => {
    const own = chosen.find((one) => one.freedom === freedom)?.doing ?? always;
    return own === undefined ? [] : [own];
  });
  const wire = { ...PLAIN_WIRE, ...merged(doings.map((one) => one.wire)) };
  return {
    name,
    title: chosen.length === 0 ? 'As the mock by itself.' : `${chosen.map(({ title }) => title).join('; ')}.`,
    options: merged(doings.map(({ options }) => options)),
    manner: () =>
      composed([...doings.flatMap(({ manner }) => manner?.() ?? []), { write: wireWriter(wire) }]),
    limits: { ...LIMITS, ...merged(doings.map(({ limits }) => limits)) },
    chosen: Object.fromEntries(chosen.map(({ freedom, title }) => [freedom, title])),
  };
}

function merged<T extends object>(parts: readonly (T | undefined)[]): T {
  // All members of these are optional, so that an empty object is one of them.
  return Object.assign({} as T, ...parts);
}

type Excluding = Pick<Choice<MockTypes>, 'freedom' | 'without'>;

/** What was chosen, without what does not go together with an earlier choice. */
function compatible<C extends Excluding>(drawn: readonly C[]): readonly C[] {
  const kept: C[] = [];
  for (const one of drawn) {
    if (!kept.some((other) => excludes(one, other) || excludes(other, one))) kept.push(one);
  }
  return kept;
}

function excludes({ without = [] }: Excluding, { freedom }: Excluding): boolean {
  return without.includes(freedom);
}
