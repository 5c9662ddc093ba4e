/** A terminal of so many columns, as far as a block of lines uses one. */
export function terminalOf(columns: number) {
  const rows: string[] = [''];
  let at = 0;
  const put = (part: string): void => {
    if (part === '\u001b[0J') rows.splice(at, rows.length, '');
    else if (part.startsWith('\u001b[') && part.endsWith('A')) at -= Number(part.slice(2, -1));
    else if (part === '\n') {
      at += 1;
      rows[at] ??= '';
    } else if (part !== '\r') rows[at] += part;
  };
  return {
    columns,
    /** What it shows, without colours. */
    rows,
    write: (text: string): boolean => {
      for (const [part] of text.matchAll(PARTS))
        if (!part.endsWith('m') || !part.startsWith('\u001b')) put(part);
      return true;
    },
  };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: it is what a terminal acts on.
const PARTS = /\u001b\[[\d;]*[A-Za-z]|\r|\n|[^\u001b\r\n]+|\u001b/g;
