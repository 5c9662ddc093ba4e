/** What of an answer's head says where it ends. */
export interface Head {
  /** Null where the status line has none that can be read. */
  readonly status: number | null;
  /** Takes a line of a header; one that begins with a blank goes on with the line before it. */
  readonly add: (line: string) => void;
  /** Whether a header came already. */
  readonly hasFields: () => boolean;
  /** What is wrong with how the body is delimited (RFC 9112, section 6), in words that follow a colon; null where nothing is. */
  readonly framing: () => string | null;
  readonly isChunked: () => boolean;
}

/** RFC 9110, section 5.6.2. */
const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

/** All but the tab, which is white space (RFC 9110, section 5.5). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const CONTROL = /[\0-\x08\x0a-\x1f\x7f]/;

/** More digits than the length of any body has. */
const MOST_DIGITS = 15;

/** The head that begins with this status line; null: none yet. */
export function headOf(statusLine: string | null): Head {
  const status = /^[ \t]*http\/[^ \t]{0,9}[ \t]+(\d{3})(?:[ \t]|$)/i.exec(statusLine ?? '')?.[1];
  const fields: [name: string, value: string][] = [];
  const valuesOf = (name: string) => fields.filter(([one]) => one === name).map(([, value]) => value.trim());
  const codings = () =>
    valuesOf('transfer-encoding')
      .flatMap((value) => value.split(','))
      .map((coding) => coding.trim().toLowerCase())
      .filter((coding) => coding !== '');
  return {
    status: status === undefined ? null : Number(status),
    add: (line) => {
      const last = fields.at(-1);
      const colon = line.indexOf(':');
      if (!isFolded(line)) fields.push([line.slice(0, colon).toLowerCase(), line.slice(colon + 1)]);
      // RFC 9112, section 5.2: a fold is read as a space.
      else if (last !== undefined) last[1] += ` ${line.trim()}`;
    },
    hasFields: () => fields.length > 0,
    framing: () => framingFault(valuesOf('content-length'), codings()),
    isChunked: () => codings().includes('chunked'),
  };
}

/** What is wrong with a status line; null where nothing is. */
export function startFault(line: string): string | null {
  if (!line.startsWith('HTTP/')) return 'its first line does not begin with `HTTP/`';
  // RFC 9110, section 2.5: a higher minor version is read as the one that is known.
  if (!/^HTTP\/1\.\d(?: |$)/.test(line)) return 'its first line names no version 1 of HTTP';
  if (!/^HTTP\/1\.\d \d{3}(?: |$)/.test(line)) return 'its first line has no status of three digits';
  return CONTROL.test(line) ? 'its first line has a control character' : null;
}

/** What is wrong with a line of a header, which is added to the head; null where nothing is. */
export function headerFault(head: Head, line: string): string | null {
  if (isFolded(line) && !head.hasFields()) return 'there is white space before the first header';
  head.add(line);
  if (CONTROL.test(line)) return 'a header has a control character';
  if (isFolded(line)) return null;
  const colon = line.indexOf(':');
  const name = line.slice(0, colon);
  if (colon === -1) return 'a header line has no colon';
  if (colon === 0) return 'a header has no name';
  if (/[ \t]$/.test(name)) return 'a header has a space before its colon';
  return TOKEN.test(name) ? null : 'the name of a header has a character that no name may have';
}

function isFolded(line: string): boolean {
  return line.startsWith(' ') || line.startsWith('\t');
}

function framingFault(lengths: readonly string[], codings: readonly string[]): string | null {
  const [length, ...others] = lengths;
  if (length !== undefined && codings.length > 0) {
    return 'it has both a `Content-Length` and a `Transfer-Encoding`';
  }
  if (others.length > 0) return `it has ${lengths.length} lines of \`Content-Length\``;
  if (length !== undefined && !/^\d+$/.test(length)) return 'its `Content-Length` is no number';
  if (length !== undefined && length.length > MOST_DIGITS) return 'its `Content-Length` is beyond any body';
  if (codings.filter((coding) => coding === 'chunked').length > 1)
    return 'its body is chunked more than once';
  // RFC 9110, section 10.1.4: all but `chunked` wait for a `TE` in the request. `identity` is that of RFC 2616.
  const isUnasked = codings.some((coding) => coding !== 'chunked' && coding !== 'identity');
  return isUnasked ? 'its `Transfer-Encoding` was not asked for' : null;
}
