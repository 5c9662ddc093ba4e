import { MIMEType } from 'whatwg-mimetype';
import type { RecordedResponse } from '../../model/exchange.ts';

/** The values of a header, in the order of its lines; its name in any letter case. */
export function headerValues({ headers }: RecordedResponse, name: string): readonly string[] {
  const wanted = name.toLowerCase();
  return headers.filter(([one]) => one.toLowerCase() === wanted).map(([, value]) => value);
}

const known = new WeakMap<RecordedResponse, MIMEType | null>();

/**
 * The media type of an answer; null where it has none, several, or one that is no media type. One that is said twice,
 * in two lines or in the one that a proxy made of them, is one.
 */
export function mediaTypeOf(response: RecordedResponse): MIMEType | null {
  const before = known.get(response);
  if (before !== undefined) return before;
  const read = readMediaType(response);
  known.set(response, read);
  return read;
}

function readMediaType(response: RecordedResponse): MIMEType | null {
  const said = saidOf(response).map((one) => MIMEType.parse(one));
  const [first] = said;
  return first != null && said.every((one) => one !== null && sense(one) === sense(first)) ? first : null;
}

/** So many characters of a line are read: a megabyte of parameters takes seconds, and says no more. */
const MOST_READ = 8192;

/** The media types that an answer says it has, each once in its spelling. */
function saidOf(response: RecordedResponse): readonly string[] {
  const lines = headerValues(response, 'content-type').map((line) => line.slice(0, MOST_READ));
  return [...new Set(lines)].flatMap(separate);
}

/** The charsets that an answer names for its body, each as it came. */
export function charsetsOf(response: RecordedResponse): readonly string[] {
  return saidOf(response)
    .map((one) => MIMEType.parse(one)?.parameters.get('charset'))
    .filter((charset) => charset !== undefined);
}

/** Whether an answer says that it is HTML. */
export function isHtml(response: RecordedResponse): boolean {
  return mediaTypeOf(response)?.isHTML() ?? false;
}

/** A media type as it begins. */
const BEGINNING = /^\s*[\w!#$&^.+*-]+\/[\w!#$&^.+*-]/;

/** The media types of one line: commas part them where a further one begins, but not within quotation marks. */
function separate(line: string): readonly string[] {
  const found: string[] = [];
  let isQuoted = false;
  let from = 0;
  for (let at = 0; at < line.length; at += 1) {
    const character = line[at];
    if (isQuoted && character === '\\') at += 1;
    else if (character === '"') isQuoted = !isQuoted;
    else if (character === ',' && !isQuoted && BEGINNING.test(line.slice(at + 1, at + 201))) {
      found.push(line.slice(from, at));
      from = at + 1;
    }
  }
  return [...found, line.slice(from)];
}

/** What a media type means: neither the order of its parameters nor the charset of what is no text matters. */
function sense({ essence, parameters }: MIMEType): string {
  const others = [...parameters]
    .filter(([name]) => name !== 'charset')
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify([essence, others]);
}
