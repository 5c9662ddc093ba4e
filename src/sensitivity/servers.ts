import type { Contract } from '../model/contract.ts';
import { deviatingServers } from './deviating.ts';
import type { KnownServer } from './server.ts';

/** Which servers the suite is tried on. */
export interface Choice {
  /** By it the generated ones are made. */
  readonly seed: number;
  /** How many of them are generated. */
  readonly conforming: number;
  readonly disturbed: number;
  /** The one server that is tried; null for all. */
  readonly only: string | null;
}

/** Every server of a choice, in the order in which they are reported; the same for the same seed. */
export function chosenServers(contract: Contract, choice: Choice): readonly KnownServer[] {
  const all = [...deviatingServers(contract)];
  return choice.only === null ? all : all.filter(({ name }) => name === choice.only);
}
