import type { Contract } from '../engine/model/contract.ts';
import type { JudgedRequirement } from '../engine/model/report.ts';
import { startMock } from '../suites/modelarts-plugins/mock/server.ts';
import { atOnce } from './at-once.ts';
import { attempt } from './attempt.ts';
import type { Trial } from './model.ts';
import type { KnownServer } from './server.ts';

/** So many runs are under way at a time in one thread: most of them wait for something. */
const AT_ONCE = 16;

/** Runs the suite against one server on a port of its own. */
export async function tryServer(contract: Contract, server: KnownServer): Promise<Trial> {
  const { truth, name, title, catches, options, manner, limits, strict } = server;
  const mock = await startMock(options, manner(), truth === 'deviating');
  try {
    const { verdict, reason, requirements } = await attempt(contract, mock.endpoint, { ...limits, strict });
    const failed = [...requirements.filter(isViolated), ...requirements.filter(isDrifting)].map(
      ({ id }) => id,
    );
    return { truth, name, title, catches, verdict, reason, failed, deviated: mock.deviated() };
  } finally {
    await mock.close();
  }
}

/** Runs the suite against every server, several at a time; `tell` gets each trial as it ends. */
export async function tryServers(
  contract: Contract,
  servers: readonly KnownServer[],
  tell: (trial: Trial) => void,
): Promise<void> {
  await atOnce(servers, AT_ONCE, async (server) => tell(await tryServer(contract, server)));
}

function isViolated({ outcome }: JudgedRequirement): boolean {
  return outcome === 'failed';
}

function isDrifting({ level, outcome }: JudgedRequirement): boolean {
  return outcome === 'drift' && level === 'SHOULD';
}
