import type { ComparedRow } from '../model/comparison.ts';

/**
 * Rows of which the same is told stand together, at the place of the first: what one answer broke, or kept from being
 * seen, is told once.
 */
export function alikeRows(
  rows: readonly ComparedRow[],
): readonly (readonly [ComparedRow, ...ComparedRow[]])[] {
  const groups = new Map<string, [ComparedRow, ...ComparedRow[]]>();
  for (const row of rows) {
    const key = JSON.stringify([row.cells, row.ways.map(({ says }) => says)]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return [...groups.values()];
}
