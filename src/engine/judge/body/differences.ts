import { isObject, member } from '../../contract/json-value.ts';
import { pointerOf } from '../../contract/pointer.ts';
import { sameScalar } from '../../contract/same-scalar.ts';

/** As many differences as are told. */
const MOST = 20;

/** Two values that stand at one place and differ; undefined is what is missing there. */
export interface Difference {
  /** JSON Pointer of the deepest value that holds the difference; '' for the whole. */
  readonly pointer: string;
  readonly one: unknown;
  readonly other: unknown;
}

/** What stands at one place: a value, and what it is held against, the first being what it should be. */
interface Place {
  readonly ones: readonly unknown[];
  readonly other: unknown;
  readonly step: string | number;
  readonly above: Place | null;
}

/**
 * Where a JSON value differs from another, in the order of their members, at most 20 places: numbers by their value,
 * members in any order. What equals one of the `alternatives` at its place is no difference. Not recursive.
 */
export function differences(
  one: unknown,
  other: unknown,
  alternatives: readonly unknown[] = [],
): readonly Difference[] {
  const found: Difference[] = [];
  const left: Place[] = [{ ones: [one, ...alternatives], other, step: '', above: null }];
  for (let place = left.pop(); place !== undefined && found.length < MOST; place = left.pop()) {
    if (isSame(place)) continue;
    const alike = place.ones.filter((value) => areOfOneKind(value, place?.other));
    if (alike.length === 0) {
      found.push({ pointer: pointerTo(place), one: place.ones[0], other: place.other });
      continue;
    }
    const inner: Place[] = [];
    for (const next of innerPlaces(alike, place)) if (!isSame(next)) inner.push(next);
    // The last one put is the first that is looked at.
    for (const next of inner.reverse()) left.push(next);
  }
  return found;
}

function isSame({ ones, other }: Place): boolean {
  return ones.some((value) => sameScalar(value, other));
}

/** Whether both are arrays, or both objects. */
function areOfOneKind(value: unknown, other: unknown): boolean {
  return Array.isArray(other) ? Array.isArray(value) : isObject(other) && isObject(value);
}

/** One after the other: an array may have millions of items. */
function* innerPlaces(alike: readonly unknown[], above: Place): Generator<Place> {
  const { other } = above;
  if (Array.isArray(other)) {
    const arrays: readonly (readonly unknown[])[] = alike.filter(Array.isArray);
    const length = Math.max(other.length, ...arrays.map((one) => one.length));
    for (let step = 0; step < length; step += 1) {
      yield { ones: arrays.map((one) => one[step]), other: other[step], step, above };
    }
    return;
  }
  const names = new Set([...alike, other].flatMap((value) => Object.keys(Object(value))));
  for (const step of names) {
    yield { ones: alike.map((value) => member(value, step)), other: member(other, step), step, above };
  }
}

function pointerTo(place: Place): string {
  const steps: (string | number)[] = [];
  for (let at = place; at.above !== null; at = at.above) steps.push(at.step);
  return pointerOf(steps.reverse());
}
