import { rehearse } from '../app/run/rehearse.ts';
import { unsetSettings } from '../app/settings/read.ts';

/** How long a walk is, by the kinds of its requests. */
export interface WalkLengths {
  readonly requests: number;
  /** GETs. */
  readonly looks: number;
  readonly installs: number;
  /** All that is neither: the DELETEs, and the methods that the path does not have. */
  readonly underTest: number;
}

/** How long the walk at the mock is, where nothing troubles it. */
export async function rehearsedLengths(): Promise<WalkLengths> {
  const { evidence } = await rehearse(unsetSettings(process.cwd()));
  const sent = evidence.flatMap(({ exchanges }) => exchanges);
  const looks = sent.filter(({ request }) => request.method === 'GET').length;
  const installs = sent.filter(({ purpose }) => purpose === 'install').length;
  return { requests: sent.length, looks, installs, underTest: sent.length - looks - installs };
}

/**
 * How far into the walk the trouble of generated servers reaches, in requests of each kind. The walk has grown since, and
 * these stay as long as a seed is to give the servers that it gave.
 */
export const REACH: WalkLengths = { requests: 59, looks: 38, installs: 2, underTest: 18 };
