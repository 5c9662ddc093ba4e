import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { slowly } from '../slow.ts';
import { NEEDED } from './command.ts';
import type { ProjectCopy } from './project-copy.ts';

/** The pauses of a service between SIGINT and SIGTERM, and between that and SIGKILL, in milliseconds; shorter than anyone's. */
const PAUSE_MS = 1200;

/** A job of a service: what it started, and how it is cancelled. */
export interface Job {
  readonly child: ChildProcess;
  readonly printed: () => string;
  readonly kill: () => void;
  /** Sends SIGINT, SIGTERM and SIGKILL to what the service started, and to nothing else. */
  readonly cancel: () => Promise<void>;
}

/** Starts a line of shell as a service does: a script in a file, whose shell stays while what it started runs. */
export function startJob(
  project: ProjectCopy,
  line: string,
  environment: Readonly<Record<string, string>>,
): Job {
  const script = project.path('step.sh');
  writeFileSync(script, `${line}\necho "The shell came to its end."\n`);
  slowly('kill');
  const child = spawn('bash', ['-e', script], {
    cwd: project.path('.'),
    env: { ...NEEDED, ...environment },
    // A session of its own, without a terminal.
    detached: true,
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      text += chunk;
    });
  }
  const cancel = async () => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGKILL'] as const) {
      child.kill(signal);
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  };
  return { child, printed: () => text, kill: () => child.kill('SIGKILL'), cancel };
}

/** The ids of the processes that work in a folder, or below. */
export function processesIn(folder: string): readonly number[] {
  const ids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return ids.filter((id) => worksIn(id, folder)).map(Number);
}

function worksIn(id: string, folder: string): boolean {
  try {
    return `${readlinkSync(`/proc/${id}/cwd`)}/`.startsWith(`${folder.replace(/\/*$/, '')}/`);
  } catch {
    return false;
  }
}

/** Waits until none of the project's processes is left. */
export async function untilOver(project: ProjectCopy): Promise<void> {
  await expect.poll(() => processesIn(project.path('')).map(commandOf), { timeout: 60_000 }).toEqual([]);
}

function commandOf(id: number): string {
  try {
    return readFileSync(`/proc/${id}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
}
