import { test } from './own-test.ts';

/**
 * What makes a test slow, whatever it shows. Its title ends in `@slow`, and `npm test` leaves it to `npm run test:all`, as
 * it does with each that takes over three seconds, or half as long and has one like it among the quick ones; of many
 * alike that each start a command one in five stays. Of each kind one test, its example, has another tag and is among
 * those of `npm test`, as in `… ends in exit 130 @example-kill`.
 * What ends in `@long` shows more of what a slow one in its file does, and is for `npm run test:long`.
 */
const KINDS = {
  playwright: "starts Playwright's runner",
  kill: 'sends a signal to a process',
  browser: 'starts a browser',
  install: 'installs what others made',
} as const;

export type SlowKind = keyof typeof KINDS;

/** The tags of the examples, e.g. `@example-kill`. */
export const EXAMPLES = Object.keys(KINDS).map((kind) => `@example-${kind}`);

/** The end of a title in a loop, where some tests are slow and some are not. */
export function slowIf(isSlow: boolean): string {
  return isSlow ? ' @slow' : '';
}

/** Whether the test at this place of many alike is left to others: one in five stands for them. */
export function isStoodFor(at: number): boolean {
  return at % 5 !== 0;
}

/** The end of a title in a loop, where some tests show no more than the others, of the same under the other runner. */
export function longIf(isAlike: boolean): string {
  return isAlike ? ' @long' : ' @slow';
}

/** Throws where the test under way is of a slow kind and does not say so: called by whatever makes a test one. */
export function slowly(kind: SlowKind): void {
  const { tags } = test.info();
  if (tags.includes('@slow') || tags.includes('@long') || tags.includes(`@example-${kind}`)) return;
  throw new Error(
    `The test ${KINDS[kind]}, and its title does not end in \`@slow\` (see \`tests/slow.ts\`).`,
  );
}
