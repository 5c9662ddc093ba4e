import { handOverFault } from '../run/fault.ts';
import { printOn } from './print.ts';
import { guardText } from './stream-guard.ts';

/** Where the bundles of one process meet: whether its streams are looked after. */
const GUARDED = Symbol.for('modelarts-plugin-conformance.streams');

// Only guardStreams writes the property.
const shared = globalThis as { [GUARDED]?: true };

/** Whoever reads may leave before the end, as `head` does, or close the terminal: that is no fault. */
function isFailure({ code }: NodeJS.ErrnoException, stream: NodeJS.WriteStream): boolean {
  return code !== 'EPIPE' && !(code === 'EIO' && stream.isTTY === true);
}

/**
 * A standard stream that fails, as on a full disk, ends nothing: the run goes on, removes what it installed and writes
 * its reports. That it failed is a fault, told once on the other stream. What is printed there does nothing to who reads.
 */
export function guardStreams(): void {
  if (shared[GUARDED] === true) return;
  shared[GUARDED] = true;
  guardText();
  const { stdout, stderr } = process;
  for (const [name, stream, other] of [
    ['Standard output', stdout, stderr],
    ['Standard error', stderr, stdout],
  ] as const) {
    let isTold = false;
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (isTold || !isFailure(error, stream)) return;
      isTold = true;
      handOverFault();
      printOn(other, [`${name} could not be written (\`${error.code ?? error.message}\`).`]);
    });
  }
}

/** Prints a text of our own lines on standard output and, where that fails, on standard error. */
export function printAnyhow(text: string): Promise<void> {
  const { stdout, stderr } = process;
  const lines = text.split('\n');
  return new Promise((resolve) => {
    printOn(stdout, lines, (error) => {
      if (error && isFailure(error, stdout)) printOn(stderr, lines, () => resolve());
      else resolve();
    });
  });
}
