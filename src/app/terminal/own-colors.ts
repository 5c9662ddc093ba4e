import { randomUUID } from 'node:crypto';
import pc from 'picocolors';
import type { Colors } from 'picocolors/types.js';
import { areColoursWanted } from '../settings/colours.ts';
import { isTerminal } from './stream-guard.ts';

/** Where the bundles of one process meet, for each has modules of its own. */
const MARK = Symbol.for('modelarts-plugin-conformance.colors');

// Only this file writes the property.
const shared = globalThis as { [MARK]?: string };

/** Stands before each code of ours, and is drawn anew in each process: no text of another's holds it. */
function mark(): string {
  shared[MARK] ??= `\u0001${randomUUID()}\u0001`;
  return shared[MARK];
}

/** The colours of standard output. */
export function terminalColors(): Colors {
  return ownColors(areColoursWanted(isTerminal()));
}

/** Colours whose codes reach a terminal; in whatever else is printed a code is shown as a text. */
export function ownColors(areWanted: boolean): Colors {
  const plain = pc.createColors(areWanted);
  if (!areWanted) return plain;
  const marked = Object.entries(plain).map(([name, paint]) => [
    name,
    typeof paint === 'function' ? markedPaint(paint) : paint,
  ]);
  // The same members as before.
  return Object.fromEntries(marked) as Colors;
}

function markedPaint(paint: (text: string) => string): (text: string | number | null | undefined) => string {
  const [begin = '', end = ''] = paint('\0').split('\0');
  return (text) => `${mark()}${begin}${text}${mark()}${end}`;
}

/** A code, which is what a mark stands before. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is what colours are made of.
const CODE = /^\u001b\[[\d;]{1,8}m/;

/** A line with our own codes as they are, and all else in it as `shown` makes it. */
export function betweenColors(line: string, shown: (text: string) => string): string {
  const [first = '', ...others] = line.split(mark());
  const rest = others.map((part) => {
    const [code = ''] = CODE.exec(part) ?? [];
    return code + shown(part.slice(code.length));
  });
  return shown(first) + rest.join('');
}
