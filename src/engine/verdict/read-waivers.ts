import type { Document, Node } from 'yaml';
import type { Waiver } from '../model/waiver.ts';
import { type Checked, senseProblems } from './waiver-sense.ts';
import { shapeProblems } from './waiver-shape.ts';
import { WaiversError } from './waivers-error.ts';
import type { PlacedWaiver, Problem, WaiversInput, Yaml } from './waivers-input.ts';

/**
 * Reads waivers; none where the text is empty. Throws a WaiversError that says of each thing that is wrong where it is and
 * what would be right.
 */
export function readWaivers(input: WaiversInput): readonly Waiver[] {
  return readPlacedWaivers(input).map(({ waiver }) => waiver);
}

/** The same, each with its line. */
export function readPlacedWaivers(input: WaiversInput): readonly PlacedWaiver[] {
  const { text, shown, yaml } = input;
  const lines = new yaml.LineCounter();
  // Warnings are of tags that nothing here knows: what they stand before is read as a text.
  const document = yaml.parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const place = (at: number) => {
    const { line, col } = lines.linePos(at);
    return `Line ${line}, column ${col} of ${shown}`;
  };
  const [first] = document.errors;
  // What is wrong behind it mostly follows from it.
  if (first !== undefined) {
    const reason = first.code === 'MULTIPLE_DOCS' ? 'A second document begins' : firstLineOf(first.message);
    throw new WaiversError(`${place(first.pos[0])}: this is no YAML that can be read: ${reason}.`);
  }
  const value = readValue(document, shown);
  // A file that holds nothing but comments holds no waiver.
  if (value === null || value === undefined) return [];
  const at = (problem: Problem) => placeOf(document, yaml, problem);
  const lineOf = (index: number) => lines.linePos(at({ path: [index], sentence: '' })).line;
  const shape = shapeProblems(value, input);
  const checked: Checked = { value, isRight: isRightBy(shape), lineOf };
  const problems = [...shape, ...senseProblems(checked, input)]
    .map((problem) => ({ at: at(problem), sentence: problem.sentence }))
    .sort((one, other) => one.at - other.at);
  if (problems.length > 0)
    throw new WaiversError(...problems.map((one) => `${place(one.at)}: ${one.sentence}`));
  // It fits the schema.
  return (value as readonly Waiver[]).map((waiver, index) => ({ waiver, line: lineOf(index) }));
}

function readValue(document: Document, shown: string): unknown {
  try {
    return document.toJS();
  } catch {
    // Aliases of what is not there, or of more than anybody writes.
    throw new WaiversError(
      `The aliases of ${shown} cannot be followed; right would be waivers written out, without \`*\`.`,
    );
  }
}

/** Whether nothing is wrong with what stands at a path, or around it. */
function isRightBy(problems: readonly Problem[]): Checked['isRight'] {
  const wrong = new Set(
    problems.map(({ path, lacks }) => [...path, ...(lacks === undefined ? [] : [lacks])].join('/')),
  );
  return (index, member) => !wrong.has('') && !wrong.has(`${index}`) && !wrong.has(`${index}/${member}`);
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

function firstLineOf(message: string): string {
  const [first = ''] = message.split('\n');
  return first.replace(/[.:]$/, '');
}
