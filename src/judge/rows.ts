import type { Row } from '../model/scenario.ts';

/** Rows whose 200 is the documented one. */
export const ACCEPTED = ['installed'] as const satisfies readonly Row[];

/** Rows whose 400 is the documented one: a DELETE with the user's own credentials. */
export const REFUSED = [
  'ill-formed-name',
  'ill-formed-project',
  'no-such',
  'near-name',
] as const satisfies readonly Row[];

/** Rows of which a request must be refused. */
export const TO_BE_REFUSED = [
  ...REFUSED,
  'no-credentials',
  'undocumented-method',
] as const satisfies readonly Row[];

/** The rows whose answers have this documented status. */
export function rowsOf(status: number): readonly Row[] {
  return status === 200 ? ACCEPTED : REFUSED;
}
