import type { Verdict } from '../model/verdict.ts';
import { encodedPart } from './encoded-part.ts';
import { markdownCode } from './markdown-text.ts';

/** What stands before a verdict. */
export const VERDICT_SIGNS: Readonly<Record<Verdict, string>> = {
  conformant: '✅',
  'conformant-with-waivers': '⚠️',
  'non-conformant': '❌',
  inconclusive: '❔',
};

/** As many items of a list as a summary page shows. */
const MOST_ITEMS = 30;

/**
 * A part that is folded, each block of it apart from the next by an empty line: between the tags stands Markdown, which a
 * reader of HTML would otherwise take for text. `title` is a text of our own.
 */
export function folded(title: string, blocks: readonly string[], isOpen = false): readonly string[] {
  return blocks.length === 0
    ? []
    : [`<details${isOpen ? ' open' : ''}><summary>${title}</summary>`, ...blocks, '</details>'];
}

/** A folded list, of which the first items are shown; nothing where it has none. */
export function foldedList(
  title: string,
  items: readonly string[],
  { most = MOST_ITEMS, isOpen = false } = {},
): readonly string[] {
  const left = items.length - most;
  const more = left > 0 ? [`- ${left} more in conformance.html`] : [];
  return items.length === 0 ? [] : folded(title, [[...items.slice(0, most), ...more].join('\n')], isOpen);
}

/** Markdown that links to a requirement in the page. */
export function linkTo(id: string, markdown: string): string {
  return `[${markdown}](conformance.html#${encodedPart(id)})`;
}

/** An id that links to its requirement in the page. */
export function linkedId(id: string): string {
  return linkTo(id, markdownCode(id));
}

/** A row of a table, of cells that hold no `|` but an escaped one. */
export function tableRow(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
