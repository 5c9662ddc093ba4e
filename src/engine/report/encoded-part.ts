/** A part of an address, whatever is in it: half a character, which no file name has, becomes one that stands for it. */
export function encodedPart(text: string): string {
  const whole = Buffer.from(text).toString();
  // What else would end an address in Markdown is encoded by itself.
  return encodeURIComponent(whole).replaceAll('(', '%28').replaceAll(')', '%29');
}
