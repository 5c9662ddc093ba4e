import type { ErrorObject } from 'ajv/dist/2020.js';
import type { SchemaError } from '../model/contract.ts';
import { shown } from './actual.ts';
import { typesInWords } from './expected.ts';
import { mayFitUnredacted } from './placeholder.ts';
import { pointerOf, stepsOf, valueAt } from './pointer.ts';
import type { SchemaNode } from './schema-node.ts';

/** What Ajv found, as errors of the fields that they belong to; one for each place in the body. */
export function schemaErrors(
  found: readonly ErrorObject[],
  root: SchemaNode,
  body: unknown,
): readonly SchemaError[] {
  const places = new Map<string, SchemaError>();
  for (const error of withoutBranches(found)) {
    const missing: unknown = error.keyword === 'required' ? error.params['missingProperty'] : undefined;
    const steps = [...stepsOf(error.instancePath), ...(typeof missing === 'string' ? [missing] : [])];
    const pointer = pointerOf(steps);
    // Of several errors at one place the wrong type says most: the others follow from it.
    if (places.has(pointer) && error.keyword !== 'type') continue;
    if (mayFitUnredacted(error, valueAt(body, steps))) continue;
    const { node, name, isBelow } = walk(root, steps);
    const source = node.keywords.get(error.keyword);
    places.set(pointer, {
      field: node.path,
      code: codeOf(error),
      pointer,
      message: isBelow ? `${name} ${MISFIT}.` : `${name} ${complaint(error, node)}.`,
      expected: node.expected,
      actual: shown(valueAt(body, steps)),
      basis: source?.basis ?? node.source.basis,
      ...(source === undefined ? {} : { note: source.note }),
    });
  }
  return [...places.values()];
}

const MISFIT = 'does not fit its schema';

const CHOICES = ['anyOf', 'oneOf'];

/** What one branch of a choice does not take says nothing: that none does, or more than one, is said after it. */
function withoutBranches(found: readonly ErrorObject[]): readonly ErrorObject[] {
  if (!found.some(({ keyword }) => CHOICES.includes(keyword))) return found;
  const kept: ErrorObject[] = [];
  for (const error of found) {
    if (CHOICES.includes(error.keyword)) {
      while (isWithin(kept.at(-1)?.instancePath, error.instancePath)) kept.pop();
    }
    kept.push(error);
  }
  return kept;
}

function isWithin(path: string | undefined, choice: string): boolean {
  return path !== undefined && (path === choice || path.startsWith(`${choice}/`));
}

/** The documented value that the steps lead to, and its name in a sentence; below a map it is one of its values. */
function walk(
  root: SchemaNode,
  steps: readonly string[],
): { readonly node: SchemaNode; readonly name: string; readonly isBelow: boolean } {
  let node = root;
  let path = '';
  for (const step of steps) {
    const member = node.members.get(step);
    if (member !== undefined) {
      node = member;
      path += path === '' ? step : `.${step}`;
    } else if (node.inner === null) {
      // What the schema says of it no documented member shows.
      return { node, name: path === '' ? 'A value in the body' : `A value in \`${path}\``, isBelow: true };
    } else if (node.types.includes('array')) {
      node = node.inner;
      path += `[${step}]`;
    } else {
      // The member's name is the target's own text, so it stands in the pointer alone.
      return { node: node.inner, name: `A value of \`${path}\``, isBelow: false };
    }
  }
  return { node, name: path === '' ? 'The body' : `\`${path}\``, isBelow: false };
}

/** Says nothing of the value: the keyword that does not fit, and of what is not there that it is missing. */
function codeOf({ keyword }: ErrorObject): string {
  if (keyword === 'required') return 'missing';
  return keyword.replaceAll(/[A-Z ]/g, (found) => (found === ' ' ? '-' : `-${found.toLowerCase()}`));
}

function complaint({ keyword }: ErrorObject, { types }: SchemaNode): string {
  switch (keyword) {
    case 'required':
      return 'is missing';
    case 'type':
      return `is not ${typesInWords(types)}`;
    case 'enum':
    case 'const':
      return 'is not what is documented';
    case 'format':
      return 'does not have its format';
    case 'pattern':
      return 'does not have its shape';
    case 'minLength':
      return 'is too short';
    case 'maxLength':
      return 'is too long';
    case 'minimum':
    case 'exclusiveMinimum':
      return 'is too small';
    case 'maximum':
    case 'exclusiveMaximum':
      return 'is too large';
    default:
      return MISFIT;
  }
}
