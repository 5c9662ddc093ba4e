import { requirements } from '../engine/judge/requirements.ts';
import type { MockTypes } from './mock/manner.ts';
import type { Limits } from './model.ts';
import type { KnownServer } from './server.ts';
import type { Tried } from './tried-suite.ts';

/** The mock answers at once or never, and what it does not delete at once it never deletes. */
const LIMITS: Limits = { requestTimeoutMs: 2000, settleTimeoutMs: 400 };

/** A server for each deviation of the mock. */
export function deviatingServers<M extends MockTypes>(tried: Tried<M>): readonly KnownServer<M>[] {
  const should = new Set(
    requirements(tried)
      .filter(({ title }) => title.startsWith('SHOULD '))
      .map(({ id }) => id),
  );
  return tried.suite.deviations.map(({ name, title, catches, options }) => ({
    truth: 'deviating',
    name,
    title,
    catches,
    options,
    manner: () => ({}),
    limits: LIMITS,
    strict: should.has(catches),
  }));
}
