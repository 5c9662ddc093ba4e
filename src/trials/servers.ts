import type { Contract } from '../engine/model/contract.ts';
import { conformingServers } from './conforming/servers.ts';
import { deviatingServers } from './deviating.ts';
import { disturbedServers } from './disturbed/servers.ts';
import type { Truth } from './model.ts';
import type { KnownServer, Server } from './server.ts';
import { REACH } from './walk-lengths.ts';

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
export function chosenServers(contract: Contract, choice: Choice): readonly KnownServer[] {
  const { seed, conforming, disturbed, only } = choice;
  const all = [
    ...deviatingServers(contract),
    ...conformingServers({ contract, walk: REACH }, seed, conforming).map((server) =>
      known('conforming', server),
    ),
    ...disturbedServers({ contract, walk: REACH }, seed, disturbed).map((server) =>
      known('disturbed', server),
    ),
  ];
  return only === null ? all : all.filter(({ name }) => name === only);
}

/** A server of which it is known that it conforms, or that it is disturbed. */
export function known(
  truth: Exclude<Truth, 'deviating'>,
  { name, title, options, manner, limits }: Server,
): KnownServer {
  return { truth, name, title, catches: null, options, manner, limits, strict: false };
}
