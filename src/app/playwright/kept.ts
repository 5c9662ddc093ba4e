import { readFileSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { runFile } from '../../lifecycle/walk/store.ts';

/** Where a run that has a process of its own says how that is reached. */
const KEEPER = 'keeper.json';

/** So many milliseconds a worker has to bring what is under way to its end. */
export const LEAVE_MS = 5000;

/** How the keeper of a run is reached. */
export interface Keeper {
  /** On 127.0.0.1. */
  readonly port: number;
  /** What only the processes of the run can know. */
  readonly key: string;
  /** The main process of UI mode, or of an editor's test server, whose run it is. */
  readonly session: number;
}

/**
 * What is asked of the keeper: to take part, beginning with the scenario of this title, by a worker that took so many
 * milliseconds to start; or to end the run.
 */
export type Asked =
  | { readonly join: string; readonly startMs: number }
  | { readonly end: 'over' | 'stopped' };

/** How the run that was kept ended. */
export interface Ended {
  /** Its end as a terminal shows it; '' for nothing. */
  readonly told: string;
  /** Why it is a failure whatever its tests did; null where they say it themselves. */
  readonly problem: string | null;
  readonly holds: boolean;
}

/** What the keeper answers: whether the run could be joined, and how it ended where it was ended. */
export interface Answer {
  readonly joined: boolean;
  readonly ended: Ended | null;
}

/** Says how the keeper of the run under way is reached. */
export function writeKeeper(dir: string, keeper: Keeper): void {
  writeFileSync(runFile(dir, KEEPER), JSON.stringify(keeper), { mode: 0o600 });
}

/** How the keeper of the run under way is reached; null where it has none, or another session's. */
export function readKeeper(dir: string, session: number): Keeper | null {
  try {
    // Written by writeKeeper.
    const keeper = JSON.parse(readFileSync(runFile(dir, KEEPER), 'utf8')) as Keeper;
    return keeper.session === session ? keeper : null;
  } catch {
    return null;
  }
}

/** A connection to the keeper; as long as a worker holds one, it is at work. */
export interface Line {
  /** Gives null where the keeper has gone. */
  readonly ask: (asked: Asked) => Promise<Answer | null>;
  /** Calls back once the keeper wants no more of the run to be carried out. */
  readonly onEnd: (call: () => void) => void;
  readonly hangUp: () => void;
}

/** Calls the keeper; gives null where it has gone. */
export async function dial({ port, key }: Keeper): Promise<Line | null> {
  // The other side may end first: what is under way here is brought to its end before this one does.
  const socket = connect({ host: '127.0.0.1', port, allowHalfOpen: true });
  if (!(await isOpen(socket))) return null;
  const answers = createInterface(socket)[Symbol.asyncIterator]();
  return {
    ask: async (asked) => {
      socket.write(`${key}${JSON.stringify(asked)}\n`);
      const { done, value } = await answers.next();
      // Written by the keeper.
      return done === true ? null : (JSON.parse(value) as Answer);
    },
    onEnd: (call) => void socket.once('end', call),
    hangUp: () => void socket.end(),
  };
}

/** Ends the run of this session that is under way; null where there is none. */
export async function endKept(dir: string, how: 'over' | 'stopped'): Promise<Ended | null> {
  const keeper = readKeeper(dir, process.pid);
  const line = keeper === null ? null : await dial(keeper);
  const answer = await line?.ask({ end: how });
  line?.hangUp();
  return answer?.ended ?? null;
}

function isOpen(socket: Socket): Promise<boolean> {
  return new Promise((resolve) => {
    socket.once('connect', () => resolve(true));
    // Later ones are followed by the end of the line.
    socket.on('error', () => resolve(false));
  });
}
