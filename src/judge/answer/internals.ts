/** Each begins with a fixed text, so that a search goes over a long body once. */
const TRACES: readonly RegExp[] = [
  /Traceback \(most recent call last\)/,
  /Caused by: [\w$.]{1,200}(?:Exception|Error)/,
  /Exception in thread \\?"/,
  /\bgoroutine \d{1,9} \[/,
  /stack backtrace:/,
  /File \\?"[^"\n]{1,200}", line \d{1,7}/,
  /\(Native Method\)|\(Unknown Source\)/,
  /node:internal\/\w/,
  /\.\w{1,8}:line \d{1,7}\b/,
  /(?:\b|\\[nt])at [\w$.]{1,200}\.[\w$<>]{1,100}\([\w$]{1,100}\.java\)/,
];

/** A file of source code and a line of it, from the dot of its suffix on. */
const FILE_AND_LINE =
  /\.(?:java|kts?|scala|groovy|clj|pyc?|go|[cm]?js|tsx?|jsx|rb|php|p[lm]|exs?|erl|cs|vb|[ch](?:pp|xx)?|cc|swift|dart|lua|rs)(?::\d{1,7}\b|\(\d{1,7}(?:,\d{1,7})?\)|(?:\\?"|'|,){0,2} (?:on |at )?line \d{1,7})/g;

/** What may stand before that dot, back to the last space, quote or bracket. */
const NAME = /[^\s"'<>()[\]{},;]{1,200}$/;

/** Suffixes that are top-level domains as well: with them a name and a number may be a host and its port. */
const DOMAINS = ['.py', '.rs', '.cc', '.pl', '.pm'];

/** The first stack trace or file and line in a text; null where there is none. */
export function internalsIn(text: string): string | null {
  for (const trace of TRACES) {
    const [found] = trace.exec(text) ?? [];
    if (found !== undefined) return found;
  }
  for (const match of text.matchAll(FILE_AND_LINE)) {
    const [name] = NAME.exec(text.slice(Math.max(0, match.index - 200), match.index)) ?? [];
    if (name !== undefined && !mayBeHost(name, match[0])) return name + match[0];
  }
  return null;
}

function mayBeHost(name: string, suffix: string): boolean {
  if (!DOMAINS.some((domain) => suffix.startsWith(`${domain}:`))) return false;
  return !/[/\\]/.test(name.replace(/^\w{1,20}:\/\//, ''));
}
