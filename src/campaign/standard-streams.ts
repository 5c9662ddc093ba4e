import { handOverFault } from './fault.ts';

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
 * its reports. That it failed is a fault, told once on the other stream.
 */
export function guardStreams(): void {
  if (shared[GUARDED] === true) return;
  shared[GUARDED] = true;
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
      other.write(`${name} could not be written (\`${error.code ?? error.message}\`).\n`);
    });
  }
}

/** Prints a text on standard output and, where that fails, on standard error. */
export function printAnyhow(text: string): Promise<void> {
  const { stdout, stderr } = process;
  return new Promise((resolve) => {
    stdout.write(`${text}\n`, (error) => {
      if (error && isFailure(error, stdout)) stderr.write(`${text}\n`, () => resolve());
      else resolve();
    });
  });
}
