import { withoutCommands } from './agent-commands.ts';

/**
 * Characters that a viewer acts on or hides: controls (C0 but line feed and tab, DEL, C1), format characters (bidi
 * controls, zero width, byte order mark, tags), line and paragraph separators, lone surrogates, noncharacters.
 * All that XML 1.0 forbids is among them.
 */
const ACTIVE = /(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]/gu;

/** Nearly every text is of these alone, and is told so in a fraction of the time. */
const PLAIN = /^[\n\t -~]*$/;

/** A text in which every active character is written as an escape; line feeds and tabs stay. */
export function visible(text: string): string {
  if (PLAIN.test(text)) return text;
  return text.replace(ACTIVE, (found) => (found === '\r' ? '\\r' : escaped(found.codePointAt(0) ?? 0)));
}

/** The same in one line: line feeds and tabs are escaped too. */
export function oneLine(text: string): string {
  return visible(text).replaceAll('\n', '\\n').replaceAll('\t', '\\t');
}

/** A text of many lines for a stream, or for a file that pipelines print: nothing in it is acted on. */
export function inert(text: string): string {
  return withoutCommands(visible(text));
}

/** The same in one line. */
export function inertLine(text: string): string {
  return withoutCommands(oneLine(text));
}

/** At most so many UTF-16 units of a text, no character halved, and how many it has where some are left out. */
export function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${beginning(text, most)}… (${text.length} characters)`;
}

/** The first so many UTF-16 units of a text, no character halved. */
export function beginning(text: string, most: number): string {
  const last = text.charCodeAt(most - 1);
  const halved = text.length > most && last >= 0xd800 && last <= 0xdbff;
  return text.slice(0, halved ? most - 1 : most);
}

/** As many characters of one text as the terminal, JUnit and Markdown show. */
const MOST = 600;

/** A text of the target for a line of a report: shortened, then inert. */
export function shownText(text: string, most = MOST): string {
  return inertLine(shortened(text, most));
}

function escaped(point: number): string {
  const hex = point.toString(16);
  return point > 0xffff ? `\\u{${hex}}` : `\\u${hex.padStart(4, '0')}`;
}
