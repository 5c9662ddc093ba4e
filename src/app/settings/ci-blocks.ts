/** Above a block of a document: the file that it is copied from. */
const FROM = /^<!-- From (ci\/[\w./-]+) by `npm run schemas`\. -->$/;
const BEGIN = '<readme>';
const END = '</readme>';
const FENCE = '```';
/** How a line of the files in `ci/` begins that is a comment. */
const COMMENTS = ['#', '//'];

/**
 * The text of a document in which each block below a line that names a file of `ci/` has what that file marks. `read` gives
 * the text of a file. Throws where no block is there, or where not one part of the file is marked.
 */
export function withCiBlocks(document: string, read: (path: string) => string): string {
  const lines = document.split('\n');
  const made: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    made.push(line);
    const [, path] = FROM.exec(line) ?? [];
    if (path === undefined) continue;
    const fence = lines[at + 1] ?? '';
    const end = lines.indexOf(FENCE, at + 2);
    if (!fence.startsWith(FENCE) || end === -1) throw new Error(`No block stands below \`${line}\`.`);
    made.push(fence, ...marked(path, read(path)), FENCE);
    at = end;
  }
  return made.join('\n');
}

/** The lines between the marks of a file, moved to the left; those of a comment without its sign. */
function marked(path: string, text: string): readonly string[] {
  const lines = text.split('\n');
  const marks = lines.flatMap((line, at) => (line.includes(BEGIN) || line.includes(END) ? [at] : []));
  const [from = -1, to = -1] = marks;
  if (marks.length !== 2 || !lines[from]?.includes(BEGIN) || !lines[to]?.includes(END))
    throw new Error(`\`${path}\` has not one part between \`${BEGIN}\` and \`${END}\`.`);
  const shown = lines.slice(from + 1, to);
  const sign = COMMENTS.find((one) => shown.every((line) => line.trimStart().startsWith(one)));
  return toTheLeft(sign === undefined ? shown : toTheLeft(shown).map((line) => line.slice(sign.length)));
}

function toTheLeft(lines: readonly string[]): readonly string[] {
  const depth = Math.min(
    ...lines.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length),
  );
  return lines.map((line) => line.slice(depth));
}
