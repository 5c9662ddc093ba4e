import { inert } from '../../engine/report/inert.ts';

/** Where the bundles of one process meet: what is written is ours, and what others may draw with. */
const GUARD = Symbol.for('modelarts-plugin-conformance.stream-guard');

interface Guard {
  /** True while what has been made inert, but for our own codes, is written. */
  isOwn: boolean;
  /** Null: others may print plain text alone. */
  drawing: Drawing | null;
}

/** What Playwright's reporters may print beside plain text. */
export interface Drawing {
  /** The one called `github` prints commands of its own; texts of the target come to it without any. */
  readonly commands: boolean;
}

// Only this file writes the property.
const shared = globalThis as { [GUARD]?: Guard };

/** Colours, and moves of the cursor within what was printed. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is what they are made of.
const CODES = /(\u001b\[(?:[\d;]{0,16}m|\d{0,4}[ABGK]))/;

/**
 * From now on whatever somebody else prints in this process, a library, Node, Playwright, is shown and does nothing: no
 * code of a terminal, no command to the agent of a pipeline. What we print goes through `print.ts`, which sees to it.
 */
export function guardText(): void {
  if (shared[GUARD] !== undefined) return;
  const guard: Guard = { isOwn: false, drawing: null };
  shared[GUARD] = guard;
  for (const stream of [process.stdout, process.stderr]) {
    stream.write = new Proxy(stream.write, {
      apply: (write, itself, args) =>
        Reflect.apply(write, itself, guard.isOwn ? args : plain(args, guard.drawing)),
    });
  }
}

/** Whether standard output is a terminal. */
export function isTerminal(): boolean {
  return process.stdout.isTTY === true;
}

/** How wide the terminal says that it is; null of none, and where it does not say. */
export function widthOfTerminal(): number | null {
  return process.stdout.columns || null;
}

/** From now on Playwright's reporters may draw in this process. */
export function letDraw(drawing: Drawing): void {
  guardText();
  const guard = shared[GUARD];
  if (guard !== undefined) guard.drawing = drawing;
}

/** Writes what holds nothing that others made but in an inert form. */
export function writeAsOwn(
  stream: Pick<NodeJS.WriteStream, 'write'>,
  text: string,
  done?: (error?: Error | null) => void,
): void {
  const guard = shared[GUARD];
  if (guard !== undefined) guard.isOwn = true;
  try {
    stream.write(text, done);
  } finally {
    if (guard !== undefined) guard.isOwn = false;
  }
}

/** The arguments of a call of `write`, whose text does nothing. */
function plain([chunk, ...rest]: readonly unknown[], drawing: Drawing | null): readonly unknown[] {
  const [encoding] = rest;
  const text = textOf(chunk, encoding);
  const shown = text === null ? null : shownOf(text, drawing);
  if (shown === null || shown === text) return [chunk, ...rest];
  return [shown, ...(typeof encoding === 'string' ? ['utf8', ...rest.slice(1)] : rest)];
}

function textOf(chunk: unknown, encoding: unknown): string | null {
  if (chunk instanceof Uint8Array)
    return Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength).toString();
  if (typeof chunk !== 'string') return null;
  return typeof encoding === 'string' && Buffer.isEncoding(encoding)
    ? Buffer.from(chunk, encoding).toString()
    : chunk;
}

function shownOf(text: string, drawing: Drawing | null): string {
  if (drawing === null) return inert(text);
  const isCommand = drawing.commands && /^::(?:error|warning|notice|debug) /.test(text);
  if (isCommand) return `::${inert(text.slice(2))}`;
  return text
    .split(CODES)
    .map((part, index) => (index % 2 === 1 ? part : inert(part)))
    .join('');
}
