import type { Deviation } from '../deviation.ts';
import { acceptance } from './families/acceptance.ts';
import { body200 } from './families/body-200.ts';
import { body400 } from './families/body-400.ts';
import { brokenOff } from './families/broken-off.ts';
import { broughtBack } from './families/brought-back.ts';
import { createsInPlace } from './families/creates-in-place.ts';
import { deletions } from './families/deletions.ts';
import { errors } from './families/errors.ts';
import { exactNumbers } from './families/exact-numbers.ts';
import { instance } from './families/instance.ts';
import { jsonTexts } from './families/json-texts.ts';
import { laxNames } from './families/lax-names.ts';
import { mediaTypes } from './families/media-types.ts';
import { neighbours } from './families/neighbours.ts';
import { otherBodies } from './families/other-bodies.ts';
import { refusedYet } from './families/refused-yet.ts';
import { seenByOne } from './families/seen-by-one.ts';
import { statuses } from './families/statuses.ts';
import { troubledTries } from './families/troubled-tries.ts';

/** Every way in which the mock can be wrong, by what it breaks: a file for each family. */
export const deviations: readonly Deviation[] = [
  // the status of every request
  ...acceptance,
  ...laxNames,
  ...createsInPlace,
  ...statuses,
  // an accepted DELETE whose answer does not arrive as one
  ...brokenOff,
  // media type and JSON
  ...mediaTypes,
  ...jsonTexts,
  // the bodies, field by field, and the instance that the 200 describes
  ...body200,
  ...body400,
  ...otherBodies,
  ...instance,
  ...exactNumbers,
  ...errors,
  // effects
  ...deletions,
  ...neighbours,
  ...broughtBack,
  ...refusedYet,
  ...seenByOne,
  ...troubledTries,
];

const byName: ReadonlyMap<string, Deviation> = new Map(deviations.map((one) => [one.name, one]));

/** The names of all deviations, in the order of the list. */
export const deviationNames: readonly string[] = [...byName.keys()];

/** The deviation of that name; null where there is none. */
export function findDeviation(name: string): Deviation | null {
  return byName.get(name) ?? null;
}
