import { relative } from 'node:path';
import { reportTerminal } from '../report/terminal.ts';
import { coloursFor } from '../settings/colours.ts';
import type { Finished } from './finish.ts';

/** The end of a run as the terminal shows it. */
export function tell({ input, written }: Finished): string {
  const colors = coloursFor(process.stdout);
  const paths = written.map((path) => {
    const near = relative(process.cwd(), path);
    return near.startsWith('..') ? path : near;
  });
  return reportTerminal(input, { colors, paths });
}
