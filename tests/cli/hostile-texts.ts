import type { ServerResponse } from 'node:http';
import type { Disturbance, Passing } from '../campaign/disturbed.ts';

/** What a terminal acts on, none of it in a colour that is ours, and what hides or turns text. */
const CODES =
  '\u001b[35m\u001b[8m\u001b]0;owned\u0007\u001b]8;;http://a.invalid\u001b\\\u009b2J\u0090q\u009c';
const HIDDEN = '\u202e\u2066\u200b\u200f\ufeff\u{e0041}\u007f\b';

/** What an agent acts on in any place of a line; some would be a command once an escape in it is undone, or an ending. */
const COMMANDS = [
  '##vso[task.setvariable variable=a]b',
  '##[set-env name=A]b',
  '##[error]b ##[add-mask]b ##[group]b ##[endgroup]',
  '##vso[task.uploadfile]a',
  '] ; ##vso[task.logissue type=error;code=a;]b',
  '%0A::stop-commands::a %0D%0A##vso[task.complete result=Succeeded;]a',
  '%23%23vso[build.addbuildtag]a %250A::error::a %AZP25%AZP250A %5D%3B %3A%3Aerror%3A%3Aa',
  ',title=a::b :: ::add-mask::a ::error title=a::b',
  'EOF << a<<EOF a=b $A $(A) $[A]',
  '##VSO[task.complete]',
  "##teamcity[buildStatus text='ok']",
  '##octopus[setVariable name="a"]',
  'section_start:1:a',
  'section_end:1:a',
  'travis_fold:start:a',
  'travis_time:start:a',
  'RUNDECK:DATA:a=b',
  'SPINNAKER_PROPERTY_A=b',
];

/** What one acts on at the beginning of a line, behind each thing that ends one. */
const LINES = ['\n', '\r', '\r\n', '\u2028', '\u0085', '\v', '\f', '\n\t ', '\n\u00a0']
  .map((end) => `${end}::set-output name=a::b`)
  .concat(
    '\n::add-mask::a',
    '\n::stop-commands::a',
    '\nverdict=conformant',
    '\nEOF',
    '\nCONFORMANCE_VERDICT=conformant',
  )
  .concat('\n--- a', '\n+++ a', '\n<0>a', '\n✓ CONFORMANT  forged');

/** Each of them alone: a text that is shortened has what stands at its beginning. */
export const HOSTILE_PIECES: readonly string[] = [...COMMANDS, ...LINES];

/** All of it. */
export const HOSTILE = `::error::a ${CODES} ${HIDDEN} ${COMMANDS.join(' ')} ${LINES.join('')}`;

/** No line of a header holds one of these. */
function withoutControls(text: string): string {
  return [...text].filter((one) => one >= ' ' && one !== '\u007f').join('');
}

/** What of it a line of a header can hold. */
export const HOSTILE_LINE = `::error::a ${withoutControls(CODES)} ${withoutControls(HIDDEN)} ${COMMANDS.join(' ')}`;

/** The colours of ours, and of Playwright's reporters; what writes a line of theirs over. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const DRAWN = /\u001b\[(?:(?:[0-7]|2[2-9]|3[0-46-9]|9\d)?m|\d{1,2}[AB]|0?G|2K)/g;

/** What would act in a printed text, each with what stands around it. */
export function actsIn(printed: string, isDrawn = false): readonly string[] {
  // A terminal puts a carriage return before each line feed, and a line that is written over begins with one.
  const text = isDrawn
    ? printed.replaceAll('\r\n', '\n').replaceAll('\r\u001b[2K', '').replaceAll(DRAWN, '')
    : printed;
  return [
    /(?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu,
    /##[\w.-]*\[/g,
    /^\s*::/gm,
    /^(?:---|\+\+\+|<\d>)/gm,
    /(?:section_(?:start|end)|travis_(?:fold|time)|RUNDECK):|SPINNAKER_P/g,
    /^\s*✓ CONFORMANT {2}forged/gm,
  ].flatMap((one) =>
    [...text.matchAll(one)].map(({ index, 0: found }) =>
      JSON.stringify([found, text.slice(Math.max(0, index - 40), index + 40)]),
    ),
  );
}

/** Answers with a head as it stands here: Node's own refuses to write one of these. */
function answer(response: ServerResponse, start: string, headers: readonly string[], body: string): void {
  const head = [start, ...headers, `Content-Length: ${Buffer.byteLength(body)}`, 'Connection: close'];
  response.socket?.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}

const JSON_TYPE = 'Content-Type: application/json';
const REFUSAL = JSON.stringify({ error_code: HOSTILE, error_msg: HOSTILE });

/** Every request is answered so. */
function always(start: string, headers: readonly string[], body = ''): (passing: Passing) => Disturbance {
  return () => ({ instead: (response) => answer(response, start, headers, body) });
}

/** The answer of the mock, with what is hostile wherever a text of the target stands. */
function everywhere({ method, onList, own, before }: Passing): Disturbance {
  if (method === 'GET' && onList && before === 0) {
    const busy = [JSON_TYPE, `Retry-After: 0, ${HOSTILE_LINE}`];
    return { instead: (response) => answer(response, `HTTP/1.1 429 ${HOSTILE_LINE}`, busy, REFUSAL) };
  }
  return {
    after: (response, { status, body }) => {
      const type = method === 'DELETE' ? `Content-Type: text/${HOSTILE_LINE}` : JSON_TYPE;
      const headers = [type, `Server: ${HOSTILE_LINE}`, `X-Request-Id: ${HOSTILE_LINE}`];
      const start = `HTTP/1.1 ${status} ${HOSTILE_LINE}`;
      answer(response, start, headers, method === 'DELETE' && own ? REFUSAL : renamed(body, method));
    },
  };
}

/** A body whose errors, phases and reasons are hostile, and in a List the neighbours' names, versions and times. */
function renamed(body: string, method: string): string {
  if (body === '') return body;
  return JSON.stringify(
    JSON.parse(body, (name, value: unknown) => {
      if (name === 'error_code' || name === 'error_msg' || name === 'reason') return HOSTILE;
      if (name === 'phase' && method === 'DELETE') return HOSTILE;
      return name === 'items' && Array.isArray(value) ? [...value, NEIGHBOUR] : value;
    }),
  );
}

const NEIGHBOUR = {
  kind: 'Plugin',
  apiVersion: 'v2',
  metadata: { name: HOSTILE, creationTimestamp: HOSTILE },
  spec: { template: { name: HOSTILE, version: HOSTILE } },
  status: { phase: HOSTILE, version: HOSTILE, reason: HOSTILE },
};

/** Servers whose texts are hostile, by where those stand. */
export const HOSTILE_SERVERS: Readonly<Record<string, (passing: Passing) => Disturbance>> = {
  'in the reason phrase, an error and a header of a 500': always(
    `HTTP/1.1 500 ${HOSTILE_LINE}`,
    [JSON_TYPE, `Server: ${HOSTILE_LINE}`],
    REFUSAL,
  ),
  'in the error of a 403': always('HTTP/1.1 403 Forbidden', [JSON_TYPE], REFUSAL),
  'in the error of a 401': always(
    'HTTP/1.1 401 Unauthorized',
    [JSON_TYPE, `WWW-Authenticate: ${HOSTILE_LINE}`],
    REFUSAL,
  ),
  'in Location': always('HTTP/1.1 302 Found', [`Location: http://a.invalid/${HOSTILE_LINE}`]),
  'in Retry-After': always('HTTP/1.1 429 Slow', [JSON_TYPE, `Retry-After: ${HOSTILE_LINE}`], REFUSAL),
  'in the title of a page': always(
    'HTTP/1.1 200 OK',
    ['Content-Type: text/html'],
    `<html><title>${HOSTILE}</title><h1>${HOSTILE}</h1></html>`,
  ),
  'in the content coding and the media type': always(
    'HTTP/1.1 200 OK',
    [`Content-Type: ${HOSTILE_LINE}`, `Content-Encoding: ${HOSTILE_LINE}`],
    REFUSAL,
  ),
  'in a line that is no header': always('HTTP/1.1 200 OK', [HOSTILE_LINE.slice(2), `\u001b]0;a\u0007`], ''),
  'in what is no HTTP': () => ({ instead: (response) => response.socket?.end(HOSTILE) }),
  'in the status line': always(`HTTP/1.1 2xx ${HOSTILE_LINE}\u001b[35m`, []),
  'wherever it can': everywhere,
};

/** A server that disturbs all up to so many DELETEs, and no more: what fails later costs a run under Playwright a process each. */
export function atFirst(
  deletes: number,
  disturb: (passing: Passing) => Disturbance,
): (passing: Passing) => Disturbance {
  let met = 0;
  return (passing) => {
    if (passing.method === 'DELETE') met += 1;
    return met > deletes ? null : disturb(passing);
  };
}
