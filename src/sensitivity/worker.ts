import { parentPort, workerData } from 'node:worker_threads';
import { loadContract } from '../contract/contract.ts';
import { chosenServers } from './servers.ts';
import type { Share } from './threads.ts';
import { tryServers } from './trial.ts';

// Given by `tryInThreads`, which starts this thread.
const { choice, share, shares } = workerData as Share;
const contract = await loadContract();
const servers = chosenServers(contract, choice).filter((_, at) => at % shares === share);
await tryServers(contract, servers, (trial) => parentPort?.postMessage(trial));
