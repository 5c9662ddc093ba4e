import type { ChangeState } from '../../model/history.ts';
import { CHANGE_STATES, changesLine, changeText } from '../../report/changes-text.ts';
import { shortened } from '../../report/inert.ts';
import { markdownCode, markdownSentence } from '../../report/markdown-text.ts';
import { capitalized, VERDICTS } from '../../report/words.ts';
import { type Compared, titleOf } from './compared.ts';

/** A chat takes no longer message. */
export const MOST_CHARACTERS = 3000;

/** As many characters of one text of the target. */
const MOST = 100;

/** The room that the last line has, which says how many are left out. */
const LAST_LINE = 60;

/** What is new, as a summary in Markdown of at most 3,000 characters. */
export function changesMarkdown({ report, changes, notes }: Compared): string {
  const { endpoint, collection, item } = report.target;
  const code = (text: string) => markdownCode(shortened(text, MOST));
  const head = [
    `**${markdownSentence(shortened(changesLine(changes, report.startedAt), 600))}**`,
    '',
    `${VERDICTS[report.verdict]}: ${code(item)} in ${code(collection)} at ${code(endpoint)}`,
    ...notes.flatMap((note) => ['', markdownSentence(shortened(note, 2 * MOST))]),
  ];
  return fitting(
    head,
    CHANGE_STATES.flatMap((state) => section(state)),
  );

  function section(state: ChangeState): string[] {
    const lines = changes[state].map((change) => {
      const title = markdownSentence(shortened(titleOf(report, change.id), MOST));
      const told = markdownSentence(changeText(change, report.startedAt));
      return `- ${code(change.id)}: ${title} (${told})`;
    });
    return lines.length === 0 ? [] : ['', `**${capitalized(state)}**`, '', ...lines];
  }
}

/** The head, and as many of the lines as there is room for; the last one says how many failures are left out. */
function fitting(head: readonly string[], lines: readonly string[]): string {
  const isFailure = (line: string) => line.startsWith('- ');
  const text = (all: readonly string[]) => `${[...head, ...all].join('\n')}\n`;
  if (text(lines).length <= MOST_CHARACTERS) return text(lines);
  let kept = lines;
  while (kept.length > 0 && text(kept).length > MOST_CHARACTERS - LAST_LINE) kept = kept.slice(0, -1);
  // No heading stays without what is below it.
  while (kept.length > 0 && !isFailure(kept.at(-1) ?? '')) kept = kept.slice(0, -1);
  const left = lines.slice(kept.length).filter(isFailure).length;
  return text([...kept, '', `${left} more in conformance.html`]);
}
