import { isDeepStrictEqual } from 'node:util';
import { sha256Of } from '../../engine/contract/digest.ts';
import { isObject, member } from '../../engine/contract/json-value.ts';
import { parseJson } from '../../engine/json.ts';
import { type HarInput, harParts } from '../../engine/report/har.ts';
import { linesOf } from '../../engine/report/har-recording.ts';
import { PACKED } from './names.ts';

/** The line of the first entry; the one before it begins the file. */
const FIRST_ENTRY = 1;

/**
 * Where a HAR file is not what this suite writes of what was read in it, in one sentence: what nobody reads could say
 * something else than what is judged. The whole text of a long body, too, is the one that was hashed.
 */
export function harProblem(parts: Iterable<Buffer>, input: HarInput): string | null {
  const written = linesOf(buffers(harParts(input)));
  let index = -FIRST_ENTRY;
  for (const line of linesOf(parts)) {
    const right = written.next().value;
    if (line !== right && !isWholeOf(line, right)) return problemAt(index, input.exchanges.length);
    index += 1;
  }
  return written.next().done === true ? null : problemAt(index, input.exchanges.length);
}

function problemAt(index: number, entries: number): string {
  const what = index >= 0 && index < entries ? `Entry ${index} of ` : '';
  return `${what}\`${PACKED.har}\` is not written as this suite writes what it recorded.`;
}

function* buffers(parts: Iterable<string | Buffer>): Generator<Buffer> {
  for (const part of parts) yield typeof part === 'string' ? Buffer.from(part) : part;
}

/** Whether a line is that of an entry which has the whole text of its body beside what was judged of it. */
function isWholeOf(line: string, right: string | undefined): boolean {
  if (right === undefined || !line.includes('"isWhole":true')) return false;
  const [found, judged] = [entryIn(line), entryIn(right)];
  const response = member(found, 'response');
  const [content, body] = [member(response, 'content'), member(response, '_body')];
  const condensed = member(body, 'condensed');
  if (![found, response, content, body, condensed].every(isObject)) return false;
  const { judged: text, ...rest } = Object(condensed);
  const told = member(content, 'text');
  const isWhole = text === undefined || typeof told !== 'string' || isHashed(told, content, rest.sha256);
  return (
    isWhole &&
    isDeepStrictEqual(judged, {
      ...Object(found),
      response: {
        ...Object(response),
        content: { ...Object(content), ...(text === undefined ? {} : { text }) },
        _body: { ...Object(body), condensed: { ...rest, isWhole: false } },
      },
    })
  );
}

function entryIn(line: string): unknown {
  return parseJson(line.endsWith(',') ? line.slice(0, -1) : line);
}

/** Of bytes that are no text each stands for a character, as when they were recorded. */
function isHashed(told: string, content: unknown, sha256: unknown): boolean {
  const isBase64 = member(content, 'encoding') === 'base64';
  const text = isBase64 ? Buffer.from(told, 'base64').toString('latin1') : told;
  return sha256Of(text) === sha256;
}
