/** So many bytes a pipeline's summary may have: GitHub drops one of more than 1 MiB, whole. */
export const MOST_SUMMARY_BYTES = 1_000_000;

/** Where all of it is. */
const ALL = '`conformance.html`, among the reports of the run,';

/** What opens and ends a part that is folded: lines of their own, and none of the target's begins so. */
const FOLD = /^<(\/?)details\b/gm;
const END = '\n</details>\n';

/**
 * A text of Markdown in at most so many bytes: cut behind a line, with a sentence that says so; '' where there is no room
 * for that. Nothing of ours goes on from one line to the next but what ends with its block, and a folded part, which is
 * ended before that sentence.
 */
export function cutMarkdown(text: string, mostBytes: number, all = ALL): string {
  const bytes = Buffer.from(text);
  if (bytes.length <= mostBytes) return text;
  const cut = `\n**Cut here:** a summary may be no longer. ${all} has all of it.\n`;
  const room = mostBytes - Buffer.byteLength(END + cut);
  if (room < 0) return '';
  const kept = bytes.subarray(0, bytes.subarray(0, room).lastIndexOf('\n') + 1).toString();
  const [last] = [...kept.matchAll(FOLD)].slice(-1);
  return kept + (last?.[1] === '' ? END : '') + cut;
}
