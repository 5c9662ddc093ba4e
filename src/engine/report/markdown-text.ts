import { shownText } from './inert.ts';

/** Punctuation that Markdown or HTML acts on wherever it stands, and what begins a block at the start. */
const PUNCTUATION = /[\\`*_[\]|<>~&$]|^\s*[#+=-]|^\s*\d+[.)]/g;

/** Words that a viewer makes a link or a mention of even without any markup. */
const LINKED = /:\/\/|www\.|@|#\d|mailto:|xmpp:/i;

/** A text of the target as a code span: nothing in it is acted on, by CommonMark and by GitHub's additions. */
export function markdownCode(text: string): string {
  const shown = shownText(text);
  if (shown === '') return '(empty)';
  const longest = Math.max(0, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  // A space beside each fence is dropped by the reader; it keeps a backtick, or a blank, at the edge from being lost.
  const pad = /^[` ]|[` ]$/.test(shown) ? ' ' : '';
  return fence + pad + shown + pad + fence;
}

/**
 * The same in a cell of a table, where a `|` divides cells even in a code span. One behind a `\` is written as an escape:
 * readers of such tables differ in what those two are.
 */
export function cellCode(text: string): string {
  return markdownCode(text).replaceAll('\\|', '\\\\u007c').replaceAll('|', '\\|');
}

/** A sentence whose parts in backticks become code spans; all else in it is plain text. */
export function markdownSentence(text: string): string {
  return sentence(text, markdownCode);
}

/** The same in a cell of a table. */
export function cellSentence(text: string): string {
  return sentence(text, cellCode);
}

function sentence(text: string, code: (part: string) => string): string {
  const parts = shownText(text).split(/`([^`]+)`/);
  return joined(parts.map((part, index) => (index % 2 === 1 ? code(part) : plain(part, code))));
}

function plain(text: string, code: (part: string) => string): string {
  return joined(
    linkedApart(text).map((part, index) =>
      index % 2 === 1 ? code(part) : part.replace(PUNCTUATION, escaped),
    ),
  );
}

/** The text in pieces, of which every second one is a word that would become a link. */
function linkedApart(text: string): readonly string[] {
  const pieces = [''];
  for (const part of text.split(/(\s+)/)) {
    if (LINKED.test(part)) pieces.push(part, '');
    else pieces.push(`${pieces.pop()}${part}`);
  }
  return pieces;
}

/** The pieces in a row; two fences side by side would be read as one longer fence. */
function joined(pieces: readonly string[]): string {
  return pieces.reduce((text, piece) =>
    text.endsWith('`') && piece.startsWith('`') ? `${text} ${piece}` : text + piece,
  );
}

/** What would be an entity or a tag is written as an entity, the rest with a backslash. */
function escaped(found: string): string {
  return { '&': '&amp;', '<': '&lt;', '>': '&gt;' }[found] ?? `${found.slice(0, -1)}\\${found.slice(-1)}`;
}
