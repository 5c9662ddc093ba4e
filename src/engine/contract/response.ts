import type { DocumentedResponse, Field } from '../model/contract.ts';
import { answerInWords } from './answer-key.ts';
import { holdingAt, observedFields, undocumentedMembers } from './body-walk.ts';
import type { Validator } from './compile.ts';
import { contentOf, judging, untoldOf } from './content.ts';
import { beginningOf } from './large-body.ts';
import { follow, type Part } from './reference.ts';
import { schemaErrors } from './schema-errors.ts';
import { readSchema, type SchemaNode } from './schema-node.ts';
import { sourceOf } from './source.ts';
import { withStandIns } from './stand-ins.ts';

/** The compiled schema at a pointer of the description; `first` is one that stops at the first error. */
export interface Compiler {
  readonly all: (pointer: string) => Validator;
  readonly first: (pointer: string) => Validator;
}

/** Reads one response of an operation. */
export function readResponse(
  description: unknown,
  key: string,
  part: Part,
  compiler: Compiler,
): DocumentedResponse {
  const response = follow(description, part);
  const { basis, clause } = sourceOf([part, response]);
  const content = contentOf(response, key);
  const { media, ...said } = content;
  const schema = judging(content);
  const answer = { key, basis, clause, ...said, judgedAs: schema?.essence ?? null };
  const untold = untoldOf(answer, media);
  if (schema === null) return { ...answer, ...ANY_BODY, untold };
  const root = readSchema(description, schema);
  const all = compiler.all(schema.pointer);
  return {
    ...answer,
    fields: [...fieldNodes(root)].map(fieldOf),
    validate: (body) => {
      const judged = withStandIns(root, body);
      const beginning = beginningOf(root, judged);
      const errors = beginning === null ? [] : failures(all, beginning.value);
      if (errors.length > 0 || beginning?.whole === true) return schemaErrors(errors, root, body);
      return schemaErrors(failures(compiler.first(schema.pointer), judged), root, body);
    },
    undocumented: (body) => undocumentedMembers(root, body),
    observed: (body) => observedFields(root, body),
    holds: (steps) => holdingAt(root, steps),
    untold: [...untold, ...[...fieldNodes(root)].flatMap((node) => openIn(node, key))],
  };
}

/** What is said of a body whose schema nobody knows: nothing. */
const ANY_BODY = {
  fields: [],
  validate: () => [],
  undocumented: () => ({ pointers: [], more: 0 }),
  observed: () => new Set<string>(),
  holds: () => ({ items: false, freeNames: false }),
} as const satisfies Partial<DocumentedResponse>;

/** The schema that judges the body of a response; null where the description has none. */
export function schemaPart(response: Part, key: string): Part | null {
  return judging(contentOf(response, key));
}

function failures(validator: Validator, value: unknown) {
  return validator(value) ? [] : (validator.errors ?? []);
}

/** What keeps members that no page names from being told; [] where they are, or where there is nothing to tell. */
function openIn({ path, openBy, beyond, members }: SchemaNode, key: string): readonly string[] {
  if (openBy === null || (members.size === 0 && beyond === null)) return [];
  const where = path === '' ? 'the body' : `\`${path}\``;
  return [
    `What no page names in ${where} of the ${answerInWords(key)} is not told: the description has \`${openBy}\` there.`,
  ];
}

function fieldOf(node: SchemaNode): Field {
  const { path, steps, required, source, keywords, absence, inner, expected, instance } = node;
  const { basis, clause } = source;
  // What is said of the items or the values is said of the field.
  const added = [...keywords, ...(inner?.keywords ?? [])];
  const named = [source, ...added.map(([, one]) => one)].flatMap((one) => one.readings ?? []);
  const readings = required ? named : [...named, ...absence];
  return {
    path,
    steps,
    required,
    basis,
    clause,
    additions: added.map(([keyword, one]) => ({ keyword, basis: one.basis, note: one.note })),
    readings: [...new Set(readings)],
    expected,
    ...(instance === null ? {} : { instance }),
  };
}

/** Every field of a tree, the outer ones first. */
export function* fieldNodes(node: SchemaNode): Generator<SchemaNode> {
  if (node.isField) yield node;
  for (const child of node.members.values()) yield* fieldNodes(child);
  if (node.inner !== null) yield* fieldNodes(node.inner);
}
