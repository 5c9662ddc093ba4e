import { randomBytes } from 'node:crypto';

/** The variable in which the first process of a run hands its key to those that it starts; no setting of a user's. */
const RUN_KEY = 'PLUGIN_CONFORMANCE_RUN_KEY';

/** The key under which the processes of one run share secrets; 32 bytes, drawn by the first of them. */
export function runKey(): Buffer {
  process.env[RUN_KEY] ??= randomBytes(32).toString('hex');
  return Buffer.from(process.env[RUN_KEY], 'hex');
}
