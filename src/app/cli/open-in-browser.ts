import { spawn } from 'node:child_process';
import { printError } from '../terminal/print.ts';

/** What opens a file in the browser that people have set, by platform. */
const OPENERS: Readonly<Record<string, readonly [command: string, ...args: readonly string[]]>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', '""'],
};

/** Opens a page in the browser; says where it is, where this machine has none. */
export function openInBrowser(file: string): void {
  const [command, ...args] = OPENERS[process.platform] ?? ['xdg-open'];
  const opener = spawn(command, [...args, file], { detached: true, stdio: 'ignore' });
  opener.on('error', () => printError(`Nothing here opens a page (\`${command}\`); it is \`${file}\`.`));
  opener.unref();
}
