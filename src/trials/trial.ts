import type { JudgedRequirement } from '../engine/model/report.ts';
import { atOnce } from './at-once.ts';
import { attempt } from './attempt.ts';
import type { MockTypes } from './mock/manner.ts';
import type { Trial } from './model.ts';
import type { KnownServer } from './server.ts';
import type { Tried } from './tried-suite.ts';

/** So many runs are under way at a time in one thread: most of them wait for something. */
const AT_ONCE = 16;

/** Runs the suite against one server on a port of its own; `counts`: of all requests that meet a deviation, not until one did. */
export async function tryServer<M extends MockTypes>(
  tried: Tried<M>,
  server: KnownServer<M>,
  counts = true,
): Promise<Trial> {
  const { truth, name, title, catches, options, manner, limits, strict } = server;
  const compares = truth === 'deviating' && (counts || 'once');
  const mock = await tried.suite.startMock(options, manner(), compares);
  try {
    const { verdict, reason, requirements } = await attempt(tried, mock.endpoint, { ...limits, strict });
    const failed = [...requirements.filter(isViolated), ...requirements.filter(isDrifting)].map(
      ({ id }) => id,
    );
    return { truth, name, title, catches, verdict, reason, failed, deviated: mock.deviated() };
  } finally {
    await mock.close();
  }
}

/** Runs the suite against every server, several at a time; `tell` gets each trial as it ends. */
export async function tryServers<M extends MockTypes>(
  tried: Tried<M>,
  servers: Iterable<KnownServer<M>>,
  tell: (trial: Trial) => void,
  counts = false,
): Promise<void> {
  await atOnce(servers, AT_ONCE, async (server) => tell(await tryServer(tried, server, counts)));
}

function isViolated({ outcome }: JudgedRequirement): boolean {
  return outcome === 'failed';
}

function isDrifting({ level, outcome }: JudgedRequirement): boolean {
  return outcome === 'drift' && level === 'SHOULD';
}
