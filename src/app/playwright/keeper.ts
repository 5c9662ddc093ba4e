import { randomUUID } from 'node:crypto';
import type { AddressInfo, Socket } from 'node:net';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import type { Contract } from '../../engine/model/contract.ts';
import { PLAYWRIGHT_OUTPUT } from '../../engine/report/report-files.ts';
import type { Settings } from '../../lifecycle/settings/settings.ts';
import { isAlive } from '../../lifecycle/walk/running-process.ts';
import { readStore } from '../../lifecycle/walk/store.ts';
import { lineVoice } from '../../lifecycle/walk/voice.ts';
import { pluginsRun } from '../../suites/modelarts-plugins/run.ts';
import { type Begun, beginRun, planFor } from '../run/begin.ts';
import { reportFault } from '../run/exit-code.ts';
import { FAULT_TEXT } from '../run/fault.ts';
import { onInterrupt, REMOVING } from '../run/interrupt.ts';
import { readProcessSettings } from '../settings/read.ts';
import { fitted } from '../terminal/columns.ts';
import { printError } from '../terminal/print.ts';
import { concludeRun } from './conclude.ts';
import { type Answer, type Asked, type Ended, LEAVE_MS, writeKeeper } from './kept.ts';
import { openLooks } from './look-through.ts';

/**
 * After a failed test Playwright starts another worker. It is waited for so many milliseconds, and longer where the
 * last one took long to start: one that comes later begins another run.
 */
const NEXT_WORKER_MS = 20_000;
const STARTS = 10;

/**
 * Keeps one run of a session of UI mode or of an editor, where no other process knows of its beginning and its end: it
 * begins the run, holds the embedded mock, and ends the run when it is told to, or when no worker is at work any more.
 */
async function keep(session: number, outputDir: string): Promise<void> {
  const settings = readProcessSettings();
  const contract = await pluginsRun.loadContract();
  // Playwright has begun to write there.
  const begun = await beginRun(settings, pluginsRun, printError, [PLAYWRIGHT_OUTPUT]);
  const key = randomUUID();
  const interrupt = new AbortController();
  const workers = new Set<Socket>();
  let ended: Promise<Ended> | null = null;
  let timer: NodeJS.Timeout;
  let nextWorkerMs = NEXT_WORKER_MS;

  const end = (how: 'over' | 'stopped'): Promise<Ended> => {
    if (how === 'stopped') interrupt.abort();
    clearTimeout(timer);
    ended ??= Promise.all([...workers].map(left))
      .then(() => endOf(settings, begun, { contract, interrupt: interrupt.signal, outputDir }))
      .finally(() => {
        // Whoever asked is answered first.
        server.close(() => process.exit());
        setTimeout(() => process.exit(), LEAVE_MS);
      });
    return ended;
  };
  const awaitWorker = () => {
    const patience = isAlive(session, begun.plan.run.startedAt) ? nextWorkerMs : 0;
    timer = setTimeout(() => end('stopped'), patience);
  };
  const answer = async (asked: Asked, socket: Socket): Promise<Answer> => {
    if ('end' in asked) {
      // It has brought its own to an end.
      workers.delete(socket);
      return { joined: false, ended: await end(asked.end) };
    }
    if (ended !== null || isCarriedOut(settings.reportsDir, asked.join))
      return { joined: false, ended: await end('over') };
    clearTimeout(timer);
    nextWorkerMs = Math.max(NEXT_WORKER_MS, STARTS * asked.startMs);
    workers.add(socket);
    return { joined: true, ended: null };
  };
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('close', () => {
      if (workers.delete(socket) && workers.size === 0 && ended === null) awaitWorker();
    });
    createInterface(socket).on('line', async (line) => {
      // Any process of this machine may call.
      if (!line.startsWith(key)) return void socket.destroy();
      // Written by `dial`.
      const asked = JSON.parse(line.slice(key.length)) as Asked;
      const text = `${JSON.stringify(await answer(asked, socket))}\n`;
      if ('end' in asked) socket.end(text);
      else socket.write(text);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // It listens on a port.
  const { port } = server.address() as AddressInfo;
  onInterrupt(() => void end('stopped'), REMOVING);
  writeKeeper(settings.reportsDir, { port, key, session });
  awaitWorker();
}

/** Asks a worker to bring what is under way to its end, and waits until it has left, or for as long as it may take. */
function left(worker: Socket): Promise<void> {
  return new Promise((resolve) => {
    worker.once('close', () => resolve());
    worker.end();
    setTimeout(resolve, LEAVE_MS);
  });
}

/** Whether the run has come to this scenario already, or past it: then it is another run that begins with it. */
function isCarriedOut(dir: string, title: string): boolean {
  const placeOf = (id: string) => pluginsRun.scenarios.findIndex((scenario) => scenario.id === id);
  const last = Math.max(
    -1,
    ...readStore(dir, pluginsRun.resource.readItem).evidence.map(({ scenario }) => placeOf(scenario)),
  );
  const place = pluginsRun.scenarios.findIndex((scenario) => scenario.title === title);
  return place !== -1 && place <= last;
}

interface Ending {
  readonly contract: Contract;
  readonly interrupt: AbortSignal;
  readonly outputDir: string;
}

/** Ends the run, and says so in words: this process has no terminal. */
async function endOf(
  settings: Settings,
  { plan: begun, mock }: Begun,
  { contract, interrupt, outputDir }: Ending,
): Promise<Ended> {
  const said: string[] = [];
  const plan = planFor(settings, begun.run, pluginsRun);
  const conclusion = await concludeRun(
    settings,
    { plan, mock },
    { contract, interrupt, voice: lineVoice((line) => said.push(line)) },
  ).catch((error: unknown) => ({
    problem: error instanceof Error ? error.message : String(error),
    holds: false,
    report: null,
    tell: () => '',
  }));
  const looks = openLooks(settings, plan, [outputDir]);
  await looks.ahead();
  const { faults, unlooked } = looks.atOnce();
  if (faults.length > 0) {
    reportFault(settings);
    return { told: [...faults, FAULT_TEXT].join('\n'), problem: FAULT_TEXT, holds: false };
  }
  const { problem, holds, tell } = conclusion;
  return { told: [...said.flatMap(fitted), ...unlooked, tell()].join('\n'), problem, holds };
}

/** What the process that keeps a run does, for the session and the folder that its command line names. */
export function startKeeper(): void {
  const [, , session, outputDir = ''] = process.argv;
  keep(Number(session), outputDir).then(
    () => process.send?.(null),
    (error: unknown) => {
      process.send?.(error instanceof Error ? error.message : String(error), () => process.exit(1));
    },
  );
}
