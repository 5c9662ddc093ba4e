import { parentPort, workerData } from 'node:worker_threads';
import { pluginsContract } from '../suites/modelarts-plugins/load.ts';
import { chosenServers } from './servers.ts';
import type { Share } from './threads.ts';
import { tryServers } from './trial.ts';

// Given by `tryInThreads`, which starts this thread.
const { choice, share, shares } = workerData as Share;
const contract = await pluginsContract();
const servers = chosenServers(contract, choice).filter((_, at) => at % shares === share);
// The disturbed ones wait most: begun last, they would be waited for alone.
const inTurn = servers.toSorted((a, b) => Number(b.truth === 'disturbed') - Number(a.truth === 'disturbed'));
await tryServers(contract, inTurn, (trial) => parentPort?.postMessage(trial));
