import { spawn } from 'node:child_process';
import { StringDecoder } from 'node:string_decoder';
import { fileURLToPath } from 'node:url';
import { EXIT } from '../../engine/model/verdict.ts';
import { PACKAGE_ROOT } from '../../engine/package-root.ts';
import type { Variables } from './target-environment.ts';

/** Of what a process says, so many characters are kept. */
const KEPT = 64 * 1024;

/** A longer line of it is told in pieces. */
const LONGEST_LINE = 4096;

/** A command that goes on for one target. */
export interface Started {
  /** What became of it; never rejects. */
  readonly ended: Promise<Ended>;
  readonly kill: (signal: NodeJS.Signals) => void;
}

/** A command that is over. */
export interface Ended {
  /** 4 where it came to no exit code of its own. */
  readonly exitCode: number;
  /** The last of what it wrote on standard output and on standard error, both in the order of their lines. */
  readonly said: readonly string[];
  /** The same of standard error alone. */
  readonly complained: readonly string[];
}

/**
 * Starts a command of the suite for one target. It has a session of its own, so that a Ctrl-C reaches the one process
 * that hands it on, once; it ends itself when that one is gone.
 */
export function start(
  args: readonly string[],
  environment: Variables,
  onLine: (line: string) => void = () => {},
): Started {
  const launcher = fileURLToPath(new URL('bin/conformance.mjs', PACKAGE_ROOT));
  const child = spawn(process.execPath, [launcher, ...args], {
    env: { ...environment, NO_COLOR: '1', FORCE_COLOR: undefined },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
    windowsHide: true,
  });
  const said = lastLines();
  const complained = lastLines();
  const outLines = linesOf((line) => {
    said.add(line);
    onLine(line);
  });
  const errorLines = linesOf((line) => {
    said.add(line);
    complained.add(line);
  });
  // Where no more files can be opened there is no stream, whatever the types say; the error comes later.
  const streams: Partial<Pick<typeof child, 'stdout' | 'stderr'>> = child;
  streams.stdout?.on('data', outLines.write).on('error', () => {});
  streams.stderr?.on('data', errorLines.write).on('error', () => {});
  const ended = new Promise<Ended>((resolve) => {
    const end = (exitCode: number) => {
      outLines.end();
      errorLines.end();
      resolve({ exitCode, said: said.all(), complained: complained.all() });
    };
    child.on('error', (error) => {
      complained.add(`The process of this target could not be started (\`${codeOf(error)}\`).`);
      end(EXIT.fault);
    });
    child.on('close', (code, signal) => {
      if (code === null) complained.add(`Its process was ended by ${signal ?? 'a signal'}.`);
      end(code ?? EXIT.fault);
    });
  });
  return { ended, kill: (signal) => void child.kill(signal) };
}

function codeOf(error: Error): string {
  return 'code' in error ? String(error.code) : error.message;
}

interface LastLines {
  readonly add: (line: string) => void;
  readonly all: () => readonly string[];
}

/** The last lines of what comes, within a limit. */
function lastLines(): LastLines {
  const lines: string[] = [];
  let length = 0;
  return {
    add: (line) => {
      lines.push(line);
      length += line.length;
      while (length > KEPT && lines.length > 1) length -= lines.shift()?.length ?? 0;
    },
    all: () => lines,
  };
}

/** Tells the lines of what comes in pieces. */
function linesOf(tell: (line: string) => void): {
  readonly write: (chunk: Buffer) => void;
  readonly end: () => void;
} {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  const take = (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) tell(line.replace(/\r$/, ''));
    if (rest.length > LONGEST_LINE) {
      tell(rest);
      rest = '';
    }
  };
  return {
    write: (chunk) => take(decoder.write(chunk)),
    end: () => {
      take(decoder.end());
      if (rest !== '') tell(rest);
      rest = '';
    },
  };
}
