const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPENING = [0x5b, 0x7b];
const CLOSING = [0x5d, 0x7d];

/** Whether the arrays and objects of a JSON text stand in one another more than so many levels deep. */
export function isDeeperThan(text: string, levels: number): boolean {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (inString) {
      if (code === BACKSLASH) at += 1;
      else if (code === QUOTE) inString = false;
    } else if (code === QUOTE) {
      inString = true;
    } else if (code === OPENING[0] || code === OPENING[1]) {
      depth += 1;
      if (depth > levels) return true;
    } else if (code === CLOSING[0] || code === CLOSING[1]) {
      depth -= 1;
    }
  }
  return false;
}
