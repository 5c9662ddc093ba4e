import { html } from 'hono/html';
import { pointerOf, stepsOf } from '../../contract/pointer.ts';
import type { Body } from '../../model/exchange.ts';
import type { Finding } from '../../model/finding.ts';
import { oneLine, shortened } from '../inert.ts';
import { countText } from '../words.ts';
import { isUnkept } from './body.ts';
import { type JsonFault, jsonFault } from './json-fault.ts';
import { markupLook } from './markup-look.ts';
import { type Html, prose, shown } from './text.ts';

/** As many characters of a line before its fault, and from there on. */
const BEFORE = 48;
const AFTER = 24;

/** As long a text is parsed to look for what is missing. */
const MOST_PARSED = 8 * 1024 * 1024;

/** So many members that are missing in one place and stand in another are no accident. */
const FEWEST = 2;

/**
 * What to look at first in an answer's body, in one sentence where that is sure; null otherwise. Of a JSON error the
 * line that has it follows, and a line with a caret below it.
 */
export function firstLook(body: Body, findings: readonly Pick<Finding, 'code' | 'pointer'>[]): string | null {
  const { encoding, data, codingError, truncated, condensed } = body;
  if (isUnkept(body) || codingError !== undefined || truncated === true) return null;
  const whole = encoding === 'base64' ? Buffer.from(data, 'base64').toString('utf8') : data;
  const text = whole.replace(/^\uFEFF/, '');
  if (text === '') return 'The body is empty.';
  const markup = markupLook(text);
  if (markup !== null) return markup;
  const fault = jsonFault(text);
  if (fault === null) return condensed?.partial === true ? null : belowOneMember(text, findings);
  // Of a long body its beginning alone was kept; what is no text has no lines.
  const isUnsure = (condensed !== undefined && fault.found === '') || encoding === 'base64';
  return isUnsure ? null : faultText(text, fault);
}

/** The same as a part of the page; empty where nothing is sure. */
export function firstLookPart(
  body: Body,
  findings: readonly Pick<Finding, 'code' | 'pointer'>[],
): Html | string {
  const [sentence, ...lines] = firstLook(body, findings)?.split('\n') ?? [];
  if (sentence === undefined) return '';
  return html`<p class="first-look"><b>Look first:</b> ${prose(sentence)}</p>${
    lines.length === 0 ? '' : html`<pre class="fault">${shown(lines.join('\n'))}</pre>`
  }`;
}

function faultText(text: string, fault: JsonFault): string {
  const { offset } = fault;
  if (text.trim() === '') return 'The body is white space alone.';
  const from = text.lastIndexOf('\n', offset - 1) + 1;
  const next = text.indexOf('\n', offset);
  const to = next === -1 ? text.length : next;
  const line = linesBefore(text, from) + 1;
  const start = Math.max(from, offset - BEFORE);
  const end = Math.min(to, offset + AFTER);
  const before = `${start > from ? '…' : ''}${oneLine(text.slice(start, offset))}`;
  const rest = `${oneLine(text.slice(offset, end))}${end < to ? '…' : ''}`;
  const place = `line ${countText(line)}, column ${countText(offset - from + 1)}`;
  return `The JSON breaks at ${place}: ${whatIsWrong(fault)}.\n${before}${rest}\n${' '.repeat(before.length)}^`;
}

function whatIsWrong({ found, expected }: JsonFault): string {
  if (expected === null) return `\`${inCode(found)}\` is not well-formed there`;
  if (found === '') return `it ends where ${expected} is expected`;
  const what = found.startsWith('\n') || found.startsWith('\r') ? 'a line break' : `\`${inCode(found)}\``;
  return `${what} stands where ${expected} is expected`;
}

/** Backticks end a code, and there are none in what is JSON. */
function inCode(found: string): string {
  return oneLine(shortened(found, AFTER)).replaceAll('`', "'");
}

function linesBefore(text: string, end: number): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}

/** Where all that is missing in the outermost object stands below one other member of it. */
function belowOneMember(text: string, findings: readonly Pick<Finding, 'code' | 'pointer'>[]): string | null {
  const pointers = findings.flatMap(({ code, pointer }) =>
    code === 'missing' && pointer !== undefined ? [pointer] : [],
  );
  const missing = [...new Set(pointers)].map(stepsOf);
  if (missing.length < FEWEST || missing.some(({ length }) => length !== 1) || text.length > MOST_PARSED)
    return null;
  const names = missing.map(([name = '']) => name);
  const body: unknown = JSON.parse(text);
  const wrappers = memberObjects(body).flatMap(([name, value]) => [
    [[name], value] as const,
    ...memberObjects(value).map(([inner, deeper]) => [[name, inner], deeper] as const),
  ]);
  const having = wrappers.filter(([, value]) => names.every((name) => Object.hasOwn(Object(value), name)));
  const [only, ...others] = having;
  if (only === undefined || others.length > 0) return null;
  return `All ${names.length} missing members stand below \`${inCode(shortened(pointerOf(only[0]), 80))}\`.`;
}

function memberObjects(value: unknown): readonly (readonly [string, unknown])[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.entries(value).filter(
    ([, inner]) => typeof inner === 'object' && inner !== null && !Array.isArray(inner),
  );
}
