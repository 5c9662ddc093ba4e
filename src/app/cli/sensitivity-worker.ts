import { parentPort, workerData } from 'node:worker_threads';
import { pluginsContract } from '../../suites/modelarts-plugins/load.ts';
import { triedPlugins } from '../../suites/modelarts-plugins/tried.ts';
import { chosenServers } from '../../trials/servers.ts';
import type { Share } from '../../trials/threads.ts';
import { tryServers } from '../../trials/trial.ts';

// Given by `tryInThreads`, which starts this thread.
const { choice, lengths, share, shares } = workerData as Share;
const tried = { suite: triedPlugins, contract: await pluginsContract(), lengths };
const servers = chosenServers(tried, choice).filter((_, at) => at % shares === share);
// The disturbed ones wait most: begun last, they would be waited for alone.
const inTurn = servers.toSorted((a, b) => Number(b.truth === 'disturbed') - Number(a.truth === 'disturbed'));
await tryServers(tried, inTurn, (trial) => parentPort?.postMessage(trial));
