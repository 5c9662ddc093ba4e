import { conformingServers } from './conforming/servers.ts';
import { deviatingServers } from './deviating.ts';
import { disturbedServers } from './disturbed/servers.ts';
import type { MockTypes } from './mock/manner.ts';
import type { Truth } from './model.ts';
import type { KnownServer, Server } from './server.ts';
import type { Tried } from './tried-suite.ts';

/** Which servers the suite is tried on. */
export interface Choice {
  /** By it the generated ones are made. */
  readonly seed: number;
  /** How many conforming ones are generated. */
  readonly conforming: number;
  /** How many disturbed ones are generated, beside one for each kind of trouble. */
  readonly disturbed: number;
  /** The one server that is tried; null for all. */
  readonly only: string | null;
}

/** Every server of a choice, in the order in which they are reported; the same for the same seed. */
export function chosenServers<M extends MockTypes>(
  tried: Tried<M>,
  choice: Choice,
): readonly KnownServer<M>[] {
  const { seed, conforming, disturbed, only } = choice;
  const all = [
    ...deviatingServers(tried),
    ...conformingServers(tried, seed, conforming).map((server) => known('conforming', server)),
    ...disturbedServers(tried, seed, disturbed).map((server) => known('disturbed', server)),
  ];
  return only === null ? all : all.filter(({ name }) => name === only);
}

/** A server of which it is known that it conforms, or that it is disturbed. */
export function known<M extends MockTypes>(
  truth: Exclude<Truth, 'deviating'>,
  { name, title, options, manner, limits }: Server<M>,
): KnownServer<M> {
  return { truth, name, title, catches: null, options, manner, limits, strict: false };
}
