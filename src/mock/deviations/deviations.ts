import type { Deviation } from '../deviation.ts';
import { allDeleted } from './all-deleted.ts';
import { caseInsensitive } from './case-insensitive.ts';
import { changesNeighbour } from './changes-neighbour.ts';
import { comesBack } from './comes-back.ts';
import { comesBackLater } from './comes-back-later.ts';
import { deletesNeighbour } from './deletes-neighbour.ts';
import { body200 } from './families/body-200.ts';
import { body400 } from './families/body-400.ts';
import { brokenOff } from './families/broken-off.ts';
import { broughtBack } from './families/brought-back.ts';
import { createsInPlace } from './families/creates-in-place.ts';
import { errors } from './families/errors.ts';
import { exactNumbers } from './families/exact-numbers.ts';
import { instance } from './families/instance.ts';
import { jsonTexts } from './families/json-texts.ts';
import { laxNames } from './families/lax-names.ts';
import { mediaTypes } from './families/media-types.ts';
import { refusedYet } from './families/refused-yet.ts';
import { seenByOne } from './families/seen-by-one.ts';
import { statuses } from './families/statuses.ts';
import { troubledTries } from './families/troubled-tries.ts';
import { getDeletes } from './get-deletes.ts';
import { installedRefused } from './installed-refused.ts';
import { neverDeleted } from './never-deleted.ts';
import { noTokenAccepted } from './no-token-accepted.ts';
import { recreatesNeighbour } from './recreates-neighbour.ts';
import { refusesBody } from './refuses-body.ts';
import { stillListed } from './still-listed.ts';
import { stillShown } from './still-shown.ts';
import { stuckDeleting } from './stuck-deleting.ts';
import { turnedAbnormal } from './turned-abnormal.ts';
import { upgradesNeighbour } from './upgrades-neighbour.ts';
import { wrongTokenAccepted } from './wrong-token-accepted.ts';

/** Every way in which the mock can be wrong, by what it breaks; what varies along a table is a family. */
export const deviations: readonly Deviation[] = [
  // the status of every request
  installedRefused,
  refusesBody,
  noTokenAccepted,
  wrongTokenAccepted,
  caseInsensitive,
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
  ...instance,
  ...exactNumbers,
  ...errors,
  // effects
  neverDeleted,
  stuckDeleting,
  turnedAbnormal,
  stillShown,
  stillListed,
  comesBack,
  comesBackLater,
  getDeletes,
  allDeleted,
  deletesNeighbour,
  changesNeighbour,
  recreatesNeighbour,
  upgradesNeighbour,
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
