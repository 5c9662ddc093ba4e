import { requirements } from '../../../engine/judge/requirements.ts';
import type { Contract } from '../../../engine/model/contract.ts';
import { modelartsPlugins } from '../suite.ts';

/**
 * The snapshot of the ids of all requirements, a line each: those that it has, and behind them those that are new. An id
 * is permanent, so none is taken out of it.
 */
export function idsWithNew(snapshot: string, contract: Contract): string {
  const before = snapshot.split('\n').filter((line) => line !== '');
  const now = requirements({ suite: modelartsPlugins, contract }).map(({ id }) => id);
  return `${[...before, ...now.filter((id) => !before.includes(id))].join('\n')}\n`;
}
