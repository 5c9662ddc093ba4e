import type { Trial } from '../../src/trials/model.ts';

/** A deviation that was caught by the requirement that it is meant for. */
export function trial(change: Partial<Trial> = {}): Trial {
  return {
    truth: 'deviating',
    name: 'deviation-a',
    title: 'Something is wrong.',
    catches: 'delete.a',
    verdict: 'non-conformant',
    reason: '`delete.a` did not hold.',
    failed: ['delete.a'],
    deviated: 1,
    ...change,
  };
}

/** A server that conforms and was found to. */
export function conforming(name: string, change: Partial<Trial> = {}): Trial {
  return trial({
    truth: 'conforming',
    name,
    catches: null,
    verdict: 'conformant',
    failed: [],
    ...change,
  });
}

/** A server behind trouble, of which nothing was concluded. */
export function disturbed(name: string, change: Partial<Trial> = {}): Trial {
  return conforming(name, { truth: 'disturbed', verdict: 'inconclusive', ...change });
}
