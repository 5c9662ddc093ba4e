const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPENING = [0x5b, 0x7b];
const CLOSING = [0x5d, 0x7d];

const COMMA = 0x2c;

/** How deep the arrays and objects of a JSON text may stand in one another, and how many values it may have. */
export interface Extent {
  readonly levels: number;
  readonly values: number;
}

/** Which of these a JSON text goes beyond, found in one pass that makes nothing of the text; null where it fits. */
export function beyond(text: string, { levels, values }: Extent): keyof Extent | null {
  let depth = 0;
  // Never too few: each opening and each comma brings at most one value more.
  let counted = 1;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (inString) {
      if (code === BACKSLASH) at += 1;
      else if (code === QUOTE) inString = false;
    } else if (code === QUOTE) {
      inString = true;
    } else if (code === COMMA) {
      counted += 1;
    } else if (code === OPENING[0] || code === OPENING[1]) {
      counted += 1;
      depth += 1;
      if (depth > levels) return 'levels';
    } else if (code === CLOSING[0] || code === CLOSING[1]) {
      depth -= 1;
    }
  }
  return counted > values ? 'values' : null;
}
