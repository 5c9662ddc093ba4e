/**
 * The variable in which the process of many targets tells those that it starts its own number; no setting of a user's.
 * What `.env` says stands in their environment already, by the target that each of them has.
 */
export const STARTED_BY = 'PLUGIN_CONFORMANCE_STARTED_BY';

/** The process that started this one for one target of many; null where none did. */
export function startedBy(): number | null {
  const pid = Number(process.env[STARTED_BY]);
  return Number.isSafeInteger(pid) && pid > 0 ? pid : null;
}
