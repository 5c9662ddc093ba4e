import type { DocumentedResponse, Field } from '../model/contract.ts';
import { observedFields, undocumentedMembers } from './body-walk.ts';
import type { Validator } from './compile.ts';
import { ContractError } from './contract-error.ts';
import { isObject, member } from './json-value.ts';
import { beginningOf } from './large-body.ts';
import { pointerOf } from './pointer.ts';
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
  status: number,
  part: Part,
  compiler: Compiler,
): DocumentedResponse {
  const response = follow(description, part);
  const schema = schemaPart(response);
  if (schema === null) {
    throw new ContractError(
      `The response at \`${part.pointer}\` has no schema, so any body would pass.`,
      part.pointer,
    );
  }
  const { basis, clause } = sourceOf([part, response]);
  const root = readSchema(description, schema);
  const all = compiler.all(schema.pointer);
  const content = member(response.value, 'content');
  return {
    status,
    basis,
    clause,
    mediaTypes: Object.keys(isObject(content) ? content : {}),
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
    open: [...fieldNodes(root)].flatMap(openIn),
  };
}

/** The schema of a response's first media type that has one; null where none has. */
export function schemaPart(response: Part): Part | null {
  const content = member(response.value, 'content');
  for (const [mediaType, media] of Object.entries(isObject(content) ? content : {})) {
    const value = member(media, 'schema');
    if (value !== undefined) {
      return { value, pointer: response.pointer + pointerOf(['content', mediaType, 'schema']) };
    }
  }
  return null;
}

function failures(validator: Validator, value: unknown) {
  return validator(value) ? [] : (validator.errors ?? []);
}

/** What keeps members that no page names from being told; [] where they are, or where there is nothing to tell. */
function openIn({ path, openBy, beyond, members }: SchemaNode): DocumentedResponse['open'] {
  return openBy === null || (members.size === 0 && beyond === null) ? [] : [{ path, keyword: openBy }];
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
