import { relative } from 'node:path';
import pc from 'picocolors';
import { reportTerminal } from '../report/terminal.ts';
import type { Settings } from '../settings/settings.ts';
import type { Finished } from './finish.ts';

/** What is about to be tested, in a line. */
export function announce({ target, deviation }: Settings): string {
  if (target !== null) {
    const { endpoint, poolName, templateName } = target;
    return `Testing DELETE of \`${templateName}\` in \`${poolName}\` at ${endpoint}`;
  }
  return `Testing DELETE of a plug-in at the embedded mock${deviation === null ? '' : `, which deviates by \`${deviation}\``}`;
}

/** The end of a run as the terminal shows it; colour only where standard output is one. */
export function tell({ input, written }: Finished): string {
  const colors = pc.createColors(process.stdout.isTTY === true && pc.isColorSupported);
  const paths = written.map((path) => relative(process.cwd(), path) || path);
  return reportTerminal(input, { colors, paths });
}
