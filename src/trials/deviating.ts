import { requirements } from '../engine/judge/requirements.ts';
import type { Contract } from '../engine/model/contract.ts';
import { deviations } from '../suites/modelarts-plugins/mock/deviations/deviations.ts';
import { modelartsPlugins } from '../suites/modelarts-plugins/suite.ts';
import type { Limits } from './attempt.ts';
import type { KnownServer } from './server.ts';

/** The mock answers at once or never, and what it does not delete at once it never deletes. */
const LIMITS: Limits = { requestTimeoutMs: 2000, settleTimeoutMs: 400 };

/** A server for each deviation of the mock. */
export function deviatingServers(contract: Contract): readonly KnownServer[] {
  const should = new Set(
    requirements({ suite: modelartsPlugins, contract })
      .filter(({ title }) => title.startsWith('SHOULD '))
      .map(({ id }) => id),
  );
  return deviations.map(({ name, title, catches }) => ({
    truth: 'deviating',
    name,
    title,
    catches,
    options: { deviation: name },
    manner: () => ({}),
    limits: LIMITS,
    strict: should.has(catches),
  }));
}
