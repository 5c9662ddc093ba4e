import { ContractError } from './contract-error.ts';
import { isObject, member } from './json-value.ts';
import { pointerOf, stepsOf, valueAt } from './pointer.ts';

/** A part of a description and where it stands. */
export interface Part {
  readonly value: unknown;
  readonly pointer: string;
}

/** The part itself, or the one that its `$ref` leads to, and so on. */
export function follow(description: unknown, part: Part): Part {
  const seen = new Set<string>();
  let at = part;
  for (;;) {
    const reference = member(at.value, '$ref');
    if (typeof reference !== 'string') return at;
    if (seen.has(reference)) {
      throw new ContractError(`The reference at \`${part.pointer}\` leads back to itself.`, part.pointer);
    }
    seen.add(reference);
    at = target(description, reference, at.pointer);
  }
}

/** What a `$ref` leads to. */
export function target(description: unknown, reference: string, pointer: string): Part {
  const found = reference.startsWith('#/') ? valueAt(description, stepsOf(reference)) : undefined;
  if (found === undefined) {
    throw new ContractError(
      `The reference at \`${pointer}\` leads to \`${reference}\`, which is not in the description.`,
      pointer,
    );
  }
  return { value: found, pointer: reference.slice(1) };
}

/** Throws where a `$ref` of the description leads nowhere; what examples hold is data and no reference. */
export function checkReferences(description: unknown): void {
  const left: Part[] = [{ value: description, pointer: '' }];
  for (let part = left.pop(); part !== undefined; part = left.pop()) {
    const { value, pointer } = part;
    if (!isObject(value) && !Array.isArray(value)) continue;
    const reference = member(value, '$ref');
    if (typeof reference === 'string') target(description, reference, pointer);
    for (const [name, inner] of Object.entries(value)) {
      if (name !== 'examples') left.push({ value: inner, pointer: pointer + pointerOf([name]) });
    }
  }
}
