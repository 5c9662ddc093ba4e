/** Colours of a terminal. */
const COLOURS = /\p{Cc}\[[\d;]{0,20}m/gu;

/** Tags of HTML that begin a line of their own, and those within one; what looks like a tag beside them is text, e.g. `<init>`. */
const LINES =
  /<\/?(?:br|p|div|li|tr|hr|h[1-6]|pre|ul|ol|table|tbody|thead|body|html|head|title|section|dl|dt|dd|td|th)(?:[\s/][^<>]{0,300})?>/gi;
const INLINE = /<\/?(?:b|i|em|strong|code|span|font|tt|u|small|kbd|samp|var|mark)(?:\s[^<>]{0,300})?>/gi;
/** The target of a link may name the file. */
const LINKS = /<a\s([^<>]{0,300})>/gi;
const CLOSED = /<\/[\w:.-]{1,60}>/g;

const ENTITY = /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|(\w{2,7}));/g;
const NAMED: Readonly<Record<string, string>> = {
  quot: '"',
  apos: "'",
  lt: '<',
  gt: '>',
  amp: '&',
  nbsp: ' ',
  Tab: '\t',
  NewLine: '\n',
  colon: ':',
  sol: '/',
  bsol: '\\',
  period: '.',
  lpar: '(',
  rpar: ')',
  comma: ',',
};

/** An escape of JSON or of a program's text, however often it was escaped itself; a path of Windows, which has none, stays as it is. */
const ESCAPE = /\b[A-Za-z]:\\{1,8}(?=\w)[\w.$ \\-]{1,300}|\\{1,8}(?:u([\da-fA-F]{4})|([nrtbf"'`/]))/g;
const ESCAPED: Readonly<Record<string, string>> = { n: '\n', r: '\n', t: '\t', b: ' ', f: '\n' };

/** How often a text may have been written within another. */
const LAYERS = 3;

/** A text as its reader sees it: without the escapes of JSON and HTML, without tags and colours. */
export function plainText(text: string): string {
  let plain = text;
  for (let layer = 0; layer < LAYERS; layer += 1) {
    const before = plain;
    if (plain.includes('\u001b[')) plain = plain.replace(COLOURS, '');
    if (plain.includes('\\')) plain = plain.replace(ESCAPE, unescaped);
    if (plain.includes('<')) {
      plain = plain.replace(LINES, '\n').replace(INLINE, '').replace(LINKS, ' $1 ').replace(CLOSED, ' ');
    }
    if (plain.includes('&')) plain = plain.replace(ENTITY, entity);
    if (plain === before) break;
  }
  return plain;
}

function unescaped(whole: string, unit: string | undefined, mark: string | undefined): string {
  if (unit !== undefined) return String.fromCharCode(Number.parseInt(unit, 16));
  return mark === undefined ? whole : (ESCAPED[mark] ?? mark);
}

function entity(whole: string, decimal?: string, hexadecimal?: string, name?: string): string {
  if (name !== undefined) return Object.hasOwn(NAMED, name) ? (NAMED[name] ?? whole) : whole;
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
  return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}
