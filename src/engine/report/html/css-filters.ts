import type { Basis, Level } from '../../model/requirement.ts';
import { OUTCOME_ORDER } from '../words.ts';

/** The levels and the bases in the order of their filters. */
export const LEVELS: readonly Level[] = ['MUST', 'SHOULD', 'MAY'];
export const OF_BASES: readonly Basis[] = ['documented', 'sibling', 'observed', 'http'];

/** The filters of the table, without a script: a row that is not of the value of a button that is pressed is not shown; that of a link always is. */
export const CSS_FILTERS = [
  ...OUTCOME_ORDER.map((one) => hiding('outcome', one, `o-${one}`)),
  ...LEVELS.map((one) => hiding('level', one, `l-${one}`)),
  ...OF_BASES.map((one) => hiding('basis', one, `b-${one}`)),
  '.all tr:target { display: table-row !important; }',
].join('\n');

function hiding(name: string, value: string, look: string): string {
  return `#requirements:has(#${name}-${value}:checked) .all tbody tr:not(.${look}) { display: none; }`;
}
