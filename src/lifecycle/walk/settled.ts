import { unitMs } from '../../engine/contract/date-time.ts';
import { sameJson } from '../../engine/judge/body/same-json.ts';
import { entriesOf, type Listed, readList } from './list-entries.ts';
import { pauseToLookAgain, waitFor } from './patience.ts';
import { listOrBlock } from './pool.ts';
import { ended, type Walk } from './session.ts';
import { pause } from './wait.ts';

/** What an instance is wanted for. */
export type Use = 'refusal' | 'deletion';

/**
 * From now on the time tells the instance from any that is made later; its unit has to be over first. `byList`: Show did
 * not tell it.
 */
export function know({ state }: Walk, byList = false): void {
  state.timeByList = byList;
  const time = state.current?.creationTimestamp ?? null;
  if (time !== null) state.agedAt = Date.now() + unitMs(time);
}

/** Waits until the time of the run's instance tells it from any that is made later. Throws on interruption. */
export async function untilAged(walk: Walk): Promise<void> {
  const { state, signal } = walk;
  const leftMs = (state.agedAt ?? 0) - Date.now();
  if (leftMs <= 0) return;
  await pause(leftMs, signal);
  if (signal.aborted) throw ended(signal);
}

/** The refusals begin once two Lists in a row agree on the `spec` of the instance. Gives the last List. */
export async function untilSettled(
  walk: Walk,
  probe: string | null,
  use: Use,
  first: Listed,
): Promise<Listed> {
  const { state } = walk;
  noteChange(walk, first);
  if (use === 'deletion' || state.settled === state.instance) return first;
  state.settled = state.instance;
  await untilAged(walk);
  let last = first;
  await pauseToLookAgain(walk);
  const what = 'until two Lists in a row agree on the `spec`';
  const agreed = await waitFor(walk, what, async () => {
    const next = await listOrBlock(walk, probe);
    const agree = sameJson(specIn(walk, last), specIn(walk, next));
    last = next;
    return agree ? true : null;
  });
  if (agreed === null) {
    walk.notes.push({
      message: `The \`spec\` of the ${walk.plan.words.item} changed from List to List, so it was not judged whether requests changed it.`,
      exchange: last.exchange.index,
    });
  }
  return last;
}

function specIn(walk: Walk, { views }: Listed): unknown {
  return entriesOf(walk, views ?? [])[0]?.spec;
}

/** Others, or a controller, may change the `spec` while no request is under test: that is told, and the new one counts. */
function noteChange(walk: Walk, now: Listed): void {
  const before = walk.exchanges.slice(0, walk.exchanges.indexOf(now.exchange));
  const last = before.findLast(
    ({ purpose }) => purpose === 'list' || purpose === 'probe' || purpose === 'install',
  );
  const was = last === undefined ? undefined : specIn(walk, readList(walk, last));
  const is = specIn(walk, now);
  if (was === undefined || is === undefined || sameJson(was, is)) return;
  walk.notes.push({
    message: `The \`spec\` of the ${walk.plan.words.item} changed while no request was under test; from then on the new one counted.`,
    exchange: now.exchange.index,
  });
}
