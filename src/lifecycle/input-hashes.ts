import { createHash } from 'node:crypto';
import { isObject } from '../engine/contract/json-value.ts';
import { pointerOf } from '../engine/contract/pointer.ts';
import { scalarKey } from '../engine/contract/same-scalar.ts';

/** As many values of the inputs are looked at; no documented template has a hundred. */
const MOST = 10_000;

interface Place {
  readonly value: unknown;
  readonly steps: readonly (string | number)[];
}

/**
 * A hash of each value of a resource's inputs with the place where it stands, by which it can be told later, without the
 * inputs themselves, whether other inputs hold at least these. `run` makes equal inputs of two runs look different.
 */
export function inputHashes(inputs: unknown, run: string): readonly string[] {
  const hashes: string[] = [];
  const left: Place[] = [{ value: inputs, steps: [] }];
  for (let next = left.pop(); next !== undefined && hashes.length < MOST; next = left.pop()) {
    const { value, steps } = next;
    const kind = Array.isArray(value) ? '[' : isObject(value) ? '{' : (scalarKey(value) ?? '');
    hashes.push(
      createHash('sha256')
        .update(`${run}\n${pointerOf(steps)}\n${kind}`)
        .digest('hex'),
    );
    for (const [step, one] of membersOf(value)) left.push({ value: one, steps: [...steps, step] });
  }
  return hashes;
}

/** Whether inputs hold at least those that were hashed for the run. */
export function holdAtLeast(inputs: unknown, hashes: readonly string[], run: string): boolean {
  const has = new Set(inputHashes(inputs, run));
  return hashes.every((hash) => has.has(hash));
}

function membersOf(value: unknown): Iterable<readonly [string | number, unknown]> {
  if (Array.isArray(value)) return value.entries();
  return isObject(value) ? Object.entries(value) : [];
}
