import { relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { reportTerminal } from '../../engine/report/terminal.ts';
import { columnsOf } from '../../engine/report/wrapped.ts';
import { columnsHere } from '../terminal/columns.ts';
import { terminalColors } from '../terminal/own-colors.ts';
import type { Finished } from './finish.ts';

/** The end of a run as the terminal shows it. */
export function tell({ input, written }: Finished): string {
  const columns = columnsHere();
  const [page] = written;
  return reportTerminal(input, {
    ...{ colors: terminalColors(), columns },
    page: page === undefined ? null : placeOf(page, columns),
  });
}

/** A path as short as it can be told; as a URL where a line could not hold it: terminals open those, in two lines too. */
export function placeOf(path: string, columns: number): string {
  const near = relative(process.cwd(), path);
  const place = near.startsWith('..') ? path : near;
  return columnsOf(place) <= columns ? place : pathToFileURL(path).href;
}
