/** The longest escape of JSON, `\u0041`. */
export const LONGEST_ESCAPE = 6;

/** A beginning that ends neither within an escape nor between the halves of a character. */
export function beginningOf(text: string): string {
  let end = text.length;
  const last = text.lastIndexOf('\\');
  if (end - last < LONGEST_ESCAPE) end = last;
  while (text.charAt(end - 1) === '\\') end -= 1;
  const code = text.charCodeAt(end - 1);
  return text.slice(0, code >= 0xd800 && code <= 0xdbff ? end - 1 : end);
}
