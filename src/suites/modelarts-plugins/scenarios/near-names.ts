/** What a path cannot hold as a name: it would address another resource. */
const NO_NAME = ['', '.', '..'];

/** A name without its last letter as people count them: no half of one, nor a letter without its accent. */
export function withoutLastLetter(name: string): string {
  // Nearly every name is of these alone; to load what counts the others takes as long as a few requests.
  if (/^[ -~]*$/.test(name)) return name.slice(0, -1);
  const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
  return [...graphemes.segment(name)]
    .slice(0, -1)
    .map(({ segment }) => segment)
    .join('');
}

/** Why a name without its last letter is none; null where it is one. */
export function tooShort(name: string): string | null {
  const left = withoutLastLetter(name);
  if (!NO_NAME.includes(left.normalize('NFKC').replaceAll(/[\p{C}\p{Z}]/gu, ''))) return null;
  return `Without its last letter the name \`${name}\` is ${left === '' ? 'empty' : 'no name that a path can hold'}.`;
}

/** The same name in other letter case; null where it has no letter of which there are two. */
export function otherLetterCase(name: string): string | null {
  const upper = changed(name, (letter) => letter.toUpperCase());
  const other = upper === name ? changed(name, (letter) => letter.toLowerCase()) : upper;
  return other === name ? null : other;
}

/** Changes the letters that are one letter in either case, and the same one there and back. */
function changed(name: string, turned: (letter: string) => string): string {
  return [...name].map((letter) => (isOneOfTwo(letter) ? turned(letter) : letter)).join('');
}

/** Not `ß` (two letters in upper case), nor `ı` or `ſ` (whose upper case is that of another). */
function isOneOfTwo(letter: string): boolean {
  const [lower, upper] = [letter.toLowerCase(), letter.toUpperCase()];
  return lower !== upper && lower.toUpperCase() === upper && upper.toLowerCase() === lower;
}
