import { relative } from 'node:path';
import { reportTerminal } from '../../engine/report/terminal.ts';
import { terminalColors } from '../terminal/own-colors.ts';
import type { Finished } from './finish.ts';

/** The end of a run as the terminal shows it. */
export function tell({ input, written }: Finished): string {
  const colors = terminalColors();
  const paths = written.map((path) => {
    const near = relative(process.cwd(), path);
    return near.startsWith('..') ? path : near;
  });
  return reportTerminal(input, { colors, paths });
}
