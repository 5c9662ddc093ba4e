import { pointerOf, stepsOf } from '../contract/pointer.ts';
import type { Holding } from '../model/contract.ts';

/** What is known of the body that a pointer leads into. */
export interface KnownBody {
  /** Undefined where it cannot be read. */
  readonly value: unknown;
  /** What is documented at the steps to a value. */
  readonly holds: (steps: readonly (string | number)[]) => Holding;
}

/** What stands for any item, and for any name where names are free. */
const ANY = '*';

/**
 * The pointer with `*` for each index of an array and for each name where names are free. Whether a step is an index
 * the body tells, not its digits; where the body does not reach as far, what is documented there.
 */
export function generalPointer(pointer: string, { value, holds }: KnownBody): string {
  let at = value;
  const steps: (string | number)[] = [];
  for (const step of stepsOf(pointer)) {
    const isItem =
      at === undefined ? isIndex(step) && holds(steps).items && !holds(steps).freeNames : Array.isArray(at);
    steps.push(isItem ? Number(step) : step);
    at = inside(at, step);
  }
  return generalSteps(steps, holds);
}

/** The same from steps in which an index of an array is a number. */
export function generalSteps(steps: readonly (string | number)[], holds: KnownBody['holds']): string {
  return pointerOf(
    steps.map((step, at) => {
      const isAny = typeof step === 'number' || holds(steps.slice(0, at)).freeNames;
      return isAny ? ANY : step;
    }),
  );
}

function inside(value: unknown, step: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
  // A JSON array is read like an object whose members are its indexes.
  return (value as Readonly<Record<string, unknown>>)[step];
}

function isIndex(step: string): boolean {
  return String(Number(step)) === step;
}
