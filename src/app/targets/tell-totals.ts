import { TOTALS_FILES } from '../../engine/report/file-names.ts';
import { targetsTerminal } from '../../engine/report/targets/targets-terminal.ts';
import type { TotalsInput } from '../../engine/report/targets/totals-input.ts';
import { placeOf } from '../run/tell.ts';
import { columnsHere } from '../terminal/columns.ts';
import { terminalColors } from '../terminal/own-colors.ts';
import type { WrittenTotals } from './write-totals.ts';

/** The end of a run of many targets as the terminal shows it. */
export function totalsText({ report, written }: WrittenTotals, suite: TotalsInput['suite']): string {
  const columns = columnsHere();
  const page = written.find((path) => path.endsWith(TOTALS_FILES.html));
  return targetsTerminal(
    { report, suite },
    { colors: terminalColors(), columns, page: page === undefined ? null : placeOf(page, columns) },
  );
}
