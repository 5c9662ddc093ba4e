import { inertLine, visible } from '../../engine/report/inert.ts';
import { fitted } from './columns.ts';
import { betweenColors } from './own-colors.ts';
import { writeAsOwn } from './stream-guard.ts';

/** Back to the beginning of the line, and nothing left on it. */
const CLEAR = '\r\u001b[2K';

/** What is written to: a standard stream, or what a test puts in its place. */
export type Stream = Pick<NodeJS.WriteStream, 'write'>;

/** Prints lines on standard output. What is not ours in them is shown and does nothing; only our own colours work. */
export function print(...lines: readonly string[]): void {
  printOn(process.stdout, lines);
}

/** The same, each line in as many as the terminal holds: what nobody copies, nor a program reads. */
export function printFitted(...lines: readonly string[]): void {
  print(...lines.flatMap(fitted));
}

/** The same on standard error. */
export function printError(...lines: readonly string[]): void {
  printOn(process.stderr, lines);
}

/** Prints a line that the agent of a pipeline is to act on: what is not ours in it must be inert, and escaped by its rules. */
export function printCommand(line: string, on: 'stdout' | 'stderr' = 'stdout'): void {
  writeAsOwn(process[on], `${visible(line).replaceAll('\n', ' ')}\n`);
}

/** Prints lines on a stream; calls back once they are written, or could not be. */
export function printOn(
  stream: Stream,
  lines: readonly string[],
  done?: (error?: Error | null) => void,
): void {
  writeAsOwn(stream, lines.map((line) => `${shown(line)}\n`).join(''), done);
}

/** Writes a text over the last line of a terminal; '' clears it. */
export function printOver(terminal: Stream, text: string, most: number): void {
  writeAsOwn(terminal, CLEAR + inertLine(text).slice(0, most));
}

/** Prints a question on standard output; the answer stands in the same line. */
export function printQuestion(question: string): void {
  writeAsOwn(process.stdout, shown(question));
}

/** Passes on what another process of the run printed there; what guards the streams of this one looks at it. */
export function passOn(stream: 'stdout' | 'stderr', chunk: string | Buffer): void {
  process[stream].write(chunk);
}

function shown(line: string): string {
  return betweenColors(line, inertLine);
}
