import type { HeaderLine, RecordedResponse } from '../model/exchange.ts';
import type { Redact } from '../secrets/redact.ts';
import type { KeptBodies } from './large-bodies.ts';

/** Where a run has kept as much of header lines as it may: so many lines stay of an answer, */
export const MOST_LINES = 200;

/** and so many characters of a name or a value. */
const LONGEST = 256;

/** The header lines of an answer without secrets, whole as long as the run has room for them. `raw`: names and values in turn. */
export function recordHeaders(
  raw: readonly string[],
  redact: Redact,
  kept: Pick<KeptBodies, 'room'>,
): Pick<RecordedResponse, 'headers' | 'headersCut'> {
  const headers = headerLines(raw).map(([name, value]): HeaderLine => [redact(name), redact(value)]);
  const isShort = () =>
    headers.length <= MOST_LINES && headers.flat().every(({ length }) => length <= LONGEST);
  if (kept.room(Buffer.byteLength(JSON.stringify(headers))) || isShort()) return { headers };
  const cut = headers
    .slice(0, MOST_LINES)
    .map(([name, value]): HeaderLine => [beginning(name), beginning(value)]);
  return { headers: cut, headersCut: true };
}

/** Names and values that stand in turn, as Node gives them, line by line. */
export function headerLines(raw: readonly string[]): readonly HeaderLine[] {
  const lines: HeaderLine[] = [];
  for (let at = 0; at + 1 < raw.length; at += 2) lines.push([raw[at] ?? '', raw[at + 1] ?? '']);
  return lines;
}

/** The values of all lines of a name in small letters, joined as Node joins them, which reads every line for one of them. */
export function joinedValue(raw: readonly string[], name: string): string {
  return headerLines(raw)
    .filter(([one]) => one.length === name.length && one.toLowerCase() === name)
    .map(([, value]) => value)
    .join(', ');
}

/** A copy: a part of a text keeps the whole text in memory. */
function beginning(text: string): string {
  return text.length <= LONGEST ? text : Buffer.from(text.slice(0, LONGEST)).toString();
}
