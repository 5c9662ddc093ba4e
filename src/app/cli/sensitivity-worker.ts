import { parentPort, workerData } from 'node:worker_threads';
import { pluginsContract } from '../../suites/modelarts-plugins/load.ts';
import { triedPlugins } from '../../suites/modelarts-plugins/tried.ts';
import { chosenServers } from '../../trials/servers.ts';
import type { Share } from '../../trials/threads.ts';
import { tryServers } from '../../trials/trial.ts';

// Many servers cut connections, and many texts look packed and are not. Node makes errors of that which nobody reads, and
// to note where they came from takes a fiftieth of the time: one line is left, for a fault of this thread.
Error.stackTraceLimit = 1;

// Given by `tryInThreads`, which starts this thread.
const { choice, lengths, taken } = workerData as Share;
const tried = { suite: triedPlugins, contract: await pluginsContract(), lengths };
// The disturbed ones wait most: begun last, they would be waited for alone.
const servers = chosenServers(tried, choice).toSorted(
  (a, b) => Number(b.truth === 'disturbed') - Number(a.truth === 'disturbed'),
);
// How often it deviates is told of one alone.
const counts = servers.length === 1;
await tryServers(tried, untaken(), (trial) => parentPort?.postMessage(trial), counts);

/** The servers that no other thread has taken, each when its turn is: those of one thread may take longer. */
function* untaken() {
  for (;;) {
    const server = servers[Atomics.add(taken, 0, 1)];
    if (server === undefined) return;
    yield server;
  }
}
