import type { Document, Node } from 'yaml';

/** The YAML library, loaded only where there is a file in YAML. */
export type Yaml = Pick<typeof import('yaml'), 'parseDocument' | 'LineCounter' | 'isAlias' | 'isMap'>;

/** A text in YAML that people write. */
export interface YamlText {
  readonly text: string;
  /** How the file is called in sentences. */
  readonly shown: string;
  readonly yaml: Yaml;
  /** Whether `<<` takes over the members of another map, as YAML 1.1 has it; left out: it is a member like any other. */
  readonly merge?: boolean;
}

/** One thing that is wrong with a value: the way to it, and a sentence without its place. */
export interface Problem {
  readonly path: readonly (string | number)[];
  /** Whether the name of the last member is meant, not its value. */
  readonly isName?: boolean;
  /** The member that is missing there, if that is what is wrong. */
  readonly lacks?: string;
  readonly sentence: string;
}

/** What a text in YAML holds, and where. */
export interface PlacedValue {
  /** Null or undefined where it holds nothing but comments. */
  readonly value: unknown;
  /** The line in which the value at a path begins, from 1 on. */
  readonly lineOf: (path: Problem['path']) => number;
  /** A sentence for each problem that begins with its place, in the order of the text. */
  readonly told: (problems: readonly Problem[]) => readonly string[];
}

/** Why a text in YAML cannot be read: one sentence, with its place where it has one. */
export class YamlProblem extends Error {
  override readonly name = 'YamlProblem';
}

/** Reads a text in YAML that holds one document. Throws a YamlProblem. */
export function readPlacedYaml({ text, shown, yaml, merge = false }: YamlText): PlacedValue {
  const lines = new yaml.LineCounter();
  // Warnings are of tags that nothing here knows, those of YAML 1.1 among them: what they stand before is read as if it had
  // none, so that all there is has a place in JSON.
  const document = yaml.parseDocument(text, {
    ...{ lineCounter: lines, prettyErrors: false, resolveKnownTags: false, logLevel: 'error', merge },
  });
  const place = (at: number) => {
    const { line, col } = lines.linePos(at);
    return `Line ${line}, column ${col} of ${shown}`;
  };
  const [first] = document.errors;
  // What is wrong behind it mostly follows from it.
  if (first !== undefined) {
    const reason = first.code === 'MULTIPLE_DOCS' ? 'A second document begins' : firstLineOf(first.message);
    throw new YamlProblem(`${place(first.pos[0])}: this is no YAML that can be read: ${reason}.`);
  }
  const at = (problem: Problem) => placeOf(document, yaml, problem);
  return {
    value: readValue(document, shown),
    lineOf: (path) => lines.linePos(at({ path, sentence: '' })).line,
    told: (problems) =>
      problems
        .map((problem) => ({ at: at(problem), sentence: problem.sentence }))
        .sort((one, other) => one.at - other.at)
        .map((one) => `${place(one.at)}: ${one.sentence}`),
  };
}

function readValue(document: Document, shown: string): unknown {
  try {
    const value: unknown = document.toJS();
    // Throws where something holds itself.
    JSON.stringify(value);
    return value;
  } catch {
    // Aliases of what is not there, of what they stand in, or of more than anybody writes.
    throw new YamlProblem(
      `The aliases of ${shown} cannot be followed; right would be all of it written out, without \`*\`.`,
    );
  }
}

/** Where in the text a value begins, or the name of a member; what is around it where it cannot be told. */
function placeOf(document: Document, yaml: Yaml, { path, isName = false }: Problem): number {
  let node: unknown = document.contents;
  let at = rangeOf(node) ?? 0;
  for (const [depth, key] of path.entries()) {
    const around = yaml.isAlias(node) ? node.resolve(document) : node;
    const isLast = depth === path.length - 1;
    const pair = yaml.isMap(around)
      ? around.items.find((one) => String((one.key as { value?: unknown } | null)?.value) === String(key))
      : undefined;
    node = pair === undefined ? childOf(around, key) : pair.value;
    at = rangeOf(isLast && isName ? pair?.key : node) ?? rangeOf(pair?.key) ?? at;
  }
  return at;
}

function childOf(around: unknown, key: string | number): unknown {
  const items = (around as { items?: readonly unknown[] } | null | undefined)?.items;
  return typeof key === 'number' ? items?.[key] : undefined;
}

function rangeOf(node: unknown): number | undefined {
  return (node as Node | null | undefined)?.range?.[0];
}

/** The first line, without what it quotes of the text behind a colon: that may be a secret in the wrong place. */
function firstLineOf(message: string): string {
  const [first = ''] = message.split('\n');
  return first.replace(/: .*$/, '').replace(/[.:]$/, '');
}
