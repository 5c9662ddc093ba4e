/** Tells, by its code, whether a character belongs to a stretch. */
export type Alphabet = Uint8Array;

/** The alphabet of these characters; all are ASCII. */
export function alphabetOf(characters: string): Alphabet {
  const alphabet = new Uint8Array(128);
  for (const one of characters) alphabet[one.charCodeAt(0)] = 1;
  return alphabet;
}

/**
 * Every stretch of so many characters of an alphabet, as long as it goes on, as its beginning and end in turn. Most of
 * a text is passed over: a stretch that is long enough has a character at every so many places.
 */
export function stretchesOf(text: string, alphabet: Alphabet, least: number): readonly number[] {
  const found: number[] = [];
  for (let at = 0; at + least <= text.length; ) {
    const middle = at + least - 1;
    let from = middle;
    while (from >= at && isOf(alphabet, text, from)) from -= 1;
    if (from >= at) {
      // What follows that character may be a beginning.
      at = from + 1;
      continue;
    }
    let to = middle + 1;
    while (to < text.length && isOf(alphabet, text, to)) to += 1;
    found.push(at, to);
    at = to + 1;
  }
  return found;
}

/** Whether the character at a place belongs to an alphabet. */
export function isOf(alphabet: Alphabet, text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < 128 && alphabet[code] === 1;
}
