import type { Exchange } from '../model/exchange.ts';
import type { ReportInput } from '../model/report.ts';
import { headerValue } from './har-format.ts';
import { inertLine, shortened } from './inert.ts';
import { purposeText } from './purpose-text.ts';
import { pathOf } from './short-path.ts';

/** `index` is that of `evidence.har`. */
const COLUMNS = ['index', 'time', 'method', 'path', 'status', 'request id', 'purpose'];

/** As many characters of a cell: no name in a path, and no request's own, is as long. */
const MOST = 4096;

/** What no spreadsheet shows, and none takes for the beginning of a cell. */
const UNSEEN = /^[\s\p{Default_Ignorable_Code_Point}\p{Mn}]+/u;

/** What spreadsheets take a formula to begin with, the minus sign of some languages too, and what says that it is none. */
const ACTED_ON = /^[=+\-@\u2212']/;

/** RFC 4180, section 2, rule 6; a blank at an edge is kept by the quotes. */
const TO_QUOTE = /[",]|^\s|\s$/;

/** The text of `requests.csv` (RFC 4180): every request of the run, as whoever runs the target looks it up in their logs. */
export function reportRequestsCsv({ suite, exchanges }: ReportInput): string {
  const rows = exchanges.map((exchange, index) => rowOf(exchange, index, suite));
  return [COLUMNS, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function rowOf(exchange: Exchange, index: number, suite: ReportInput['suite']): readonly string[] {
  const { startedAt, request, response } = exchange;
  return [
    String(index),
    startedAt,
    request.method,
    pathOf(request.url),
    response === null ? '' : String(response.status),
    response === null ? '' : headerValue(response.headers, suite.requestIdHeader),
    purposeText(exchange, suite),
  ];
}

/**
 * A text as a cell: nothing in it is acted on. One that a spreadsheet would calculate has an apostrophe before it, as has
 * one that begins with an apostrophe, so that taking the first of them away gives the text again.
 */
function cell(text: string): string {
  // Where a spreadsheet divides cells at semicolons, what follows one begins a cell.
  const shown = inertLine(shortened(text, MOST)).replaceAll(';', '\\u003b');
  // A character that only looks like another, a wide one say, may be folded into it.
  const begins = shown.normalize('NFKC').replace(UNSEEN, '');
  const inert = ACTED_ON.test(begins) ? `'${shown}` : shown;
  return TO_QUOTE.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
