import type { Moment } from './session.ts';

/** So often it is noted that the process runs, in milliseconds. */
const BEAT_MS = 200;

/** Where nothing was noted for so long, the process was stopped, or its machine slept. */
const STOPPED_MS = 1000;

let beat: Moment | null = null;
/** The last time that the process was stopped: from when on, and until when at the latest. */
let stop: { readonly from: Moment; readonly to: Moment } | null = null;

/** This moment, by both clocks. */
export function momentNow(): Moment {
  return { wall: Date.now(), steady: performance.now() };
}

/** Notes from now on that the process runs; it may end all the same. */
export function watchForStops(): void {
  if (beat !== null) return;
  beat = momentNow();
  setInterval(note, BEAT_MS).unref();
}

/**
 * When an answer to what was sent at a moment came at the earliest: what was stopped reads it later than it came. This
 * moment where the process was not stopped since.
 */
export function cameAt(sentAt: Moment): Moment {
  note();
  return stop !== null && stop.to.steady >= sentAt.steady ? stop.from : momentNow();
}

function note(): void {
  const now = momentNow();
  if (beat !== null && (now.steady - beat.steady > STOPPED_MS || now.wall - beat.wall > STOPPED_MS)) {
    stop = { from: beat, to: now };
  }
  beat = now;
}
