/**
 * What dotenv takes for a variable: its own expression, so that what it leaves over is known. It takes any white space
 * around a name and its value, line breaks too; a value in quotes may have several lines.
 */
const VARIABLE =
  /^\s*(?:export\s+)?([\w.-]+)(?:\s*=\s*?|:\s+?)(\s*'(?:\\'|[^'])*'|\s*"(?:\\"|[^"])*"|\s*`(?:\\`|[^`])*`|[^#\r\n]+)?\s*(?:#.*)?$/dgm;

/** A variable as dotenv reads it. */
export interface Variable {
  readonly name: string;
  /** As it is written, with its quotes; '' where there is none. */
  readonly value: string;
  /** Where the name, the value and the whole begin and end in the text. */
  readonly nameAt: number;
  readonly valueAt: number;
  readonly begin: number;
  readonly end: number;
}

/** The variables that dotenv reads in a text whose lines end in line feeds, in their order. */
export function variablesIn(text: string): readonly Variable[] {
  return [...text.matchAll(VARIABLE)].map(variableOf);
}

function variableOf(match: RegExpExecArray | RegExpMatchArray): Variable {
  const { 0: whole, 1: name = '', 2: value = '', index: begin = 0, indices } = match;
  const end = begin + whole.length;
  return { name, value, nameAt: indices?.[1]?.[0] ?? begin, valueAt: indices?.[2]?.[0] ?? end, begin, end };
}
