import fc, { type Arbitrary } from 'fast-check';
import { nearlyDateTimes } from './date-times.ts';

/** What becomes of one value of a body; `gone` takes it away. */
const gone = Symbol('gone');
type Change = (value: unknown) => unknown;

const changes: Arbitrary<Change> = fc.oneof(
  fc.constantFrom<Change>(
    () => gone,
    () => null,
    (value) => [value],
    (value) => ({ value }),
    (value) => String(value),
    (value) => (typeof value === 'string' ? value.toUpperCase() : -1),
    (value) => (typeof value === 'string' ? `${value}\n` : 0.5),
    (value) => (typeof value === 'string' ? value.slice(1) : 1),
    (value) => (typeof value === 'string' ? '' : true),
    (value) => (isObject(value) ? {} : []),
  ),
  fc.jsonValue().map(
    (other): Change =>
      () =>
        other,
  ),
  fc.tuple(fc.string(), fc.jsonValue()).map(
    ([name, other]): Change =>
      (value) =>
        isObject(value) ? { ...Object(value), [name]: other } : other,
  ),
  nearlyDateTimes.map(
    (text): Change =>
      () =>
        text,
  ),
);

/** Bodies of `bodies` with one value of each changed: some are valid still, as most members are optional. */
export function mutatedBodies(bodies: Arbitrary<unknown>): Arbitrary<unknown> {
  return fc.tuple(bodies, fc.array(fc.nat(), { maxLength: 4 }), changes).map(([body, way, change]) => {
    const changed = changedAt(body, way, change);
    return changed === gone ? null : changed;
  });
}

/** Each step of the way picks a member or an item; it ends early where there is none. */
function changedAt(value: unknown, [step, ...rest]: readonly number[], change: Change): unknown {
  const all = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  if (step === undefined || all.length === 0) return change(value);
  const entries = all
    .map(([name, at], index) => [name, index === step % all.length ? changedAt(at, rest, change) : at])
    .filter(([, at]) => at !== gone);
  return Array.isArray(value) ? entries.map(([, at]) => at) : Object.fromEntries(entries);
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
