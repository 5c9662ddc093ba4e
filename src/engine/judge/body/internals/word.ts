const SLASH = 0x2f;
const BACKSLASH = 0x5c;
const COLON = 0x3a;
const AT = 0x40;
const TILDE = 0x7e;

/** What a word ends at. */
const BLANKS = /[\s"'`<>|‘’“”]/;

/** What a path may begin behind, within a word; behind a bracket, which a path may have too, only where a path does begin. */
const BEFORE_A_PATH = new Set([...'=,;:!*'].map((one) => one.charCodeAt(0)));
const BRACKETS = new Set([...'([{@'].map((one) => one.charCodeAt(0)));

/** Schemes of URLs whose path is that of a file, or of a module. */
export const OF_FILES =
  /(?:^|[^a-z])(?:file|webpack|webpack-internal|webpack-generated|turbopack|vite|app|res|user|ng|node|ext|rsc|capacitor|chrome-extension|moz-extension|vscode-file|zipimport|memory|jar|gem|classpath)$/i;

/** Where a name stands in its word, as far as it says whether the name is a host or a file. */
export interface Place {
  /** Where the name begins: behind the last blank, quote or other mark that no name holds. */
  readonly start: number;
  /** `host`: directly behind `//` or `@`; `url`: in the path of a URL; `absolute`: in an absolute path. */
  readonly kind: 'host' | 'url' | 'absolute' | 'relative' | 'bare';
  /** True where it is the host because of an `@` alone. */
  readonly mailed: boolean;
}

/** Says of ever later positions of a text in which words they stand; looks at each character once, so a search takes no longer than its text. */
export function wordsOf(text: string): (at: number) => Place {
  let seen = 0;
  let start = 0;
  let part = 0;
  let slashes = -1;
  let slash = -1;
  let mail = -1;
  const step = (at: number) => {
    const code = text.charCodeAt(at);
    if (code <= 0x20 || BLANKS.test(text.charAt(at))) {
      start = at + 1;
      part = at + 1;
    } else if (code === SLASH || code === BACKSLASH) {
      // Within a path a doubled slash is none of a URL.
      const doubled = code === SLASH && text.charCodeAt(at - 1) === SLASH;
      if (doubled && at - 1 === part) slashes = at;
      slash = at;
    } else if (BRACKETS.has(code)) {
      if (code === AT) mail = at;
      if (at === part || /[\\/~]/.test(text.charAt(at + 1)) || text.charCodeAt(at + 2) === COLON)
        part = at + 1;
    } else if (BEFORE_A_PATH.has(code)) {
      const drive = code === COLON && at - part === 1 && /[A-Za-z]/.test(text.charAt(part));
      if (!drive) part = at + 1;
    }
  };
  return (at) => {
    for (; seen < at; seen += 1) step(seen);
    if (slashes >= start) {
      const ofFiles = OF_FILES.test(text.slice(Math.max(start, slashes - 22), slashes - 2));
      // Without an authority behind it, or with that of a file's URL, it is a path.
      if (ofFiles) return { start, kind: 'absolute', mailed: false };
      return { start, kind: slash > slashes + 1 ? 'url' : 'host', mailed: false };
    }
    if (mail >= start && mail > slash && mail < at) return { start, kind: 'host', mailed: true };
    return { start: part, kind: pathAt(text, part, slash), mailed: false };
  };
}

function pathAt(text: string, part: number, slash: number): Place['kind'] {
  if (slash < part) return 'bare';
  const first = text.charCodeAt(part);
  const drive = text.charCodeAt(part + 1) === COLON;
  if (first === SLASH || first === BACKSLASH || drive) return 'absolute';
  return first === TILDE && text.charCodeAt(part + 1) === SLASH ? 'absolute' : 'relative';
}

/** As many characters of a name as are looked at, and shown. */
const LONGEST = 200;

/** The name that stands before a dot, from where it begins; from the last blank or quote where that is not given. */
export function nameAt(text: string, dot: number, start?: number): string {
  const near = text.slice(Math.max(start ?? 0, dot - LONGEST), dot);
  return start === undefined ? (/[^\s"'`<>|()[\]{},;=]{1,200}$/.exec(near)?.[0] ?? '') : near;
}
