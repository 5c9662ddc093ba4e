import { recordBody } from '../http/body.ts';
import type { KeptBodies } from '../http/large-bodies.ts';
import type { Body, Exchange, HeaderLine, Purpose, RecordedResponse, Trouble } from '../model/exchange.ts';
import type { Names } from '../model/resource.ts';
import { HarReader } from '../report/har-reader.ts';
import { REDACTED, type Redact, redactNames } from '../secrets/redact.ts';
import { isOfCredentials, isSecretParameter } from './credentials.ts';
import type { FileObject, FileValue } from './file-value.ts';
import { itemsIn, memberIn, numberIn, textIn } from './har-log.ts';
import { recordedBytes } from './recorded-body.ts';
import { SHORT, Text } from './text.ts';

/** The scenario of all exchanges that another tool recorded. */
export const RECORDING = 'recording';

/** The probe of those under test that were answered so; null: that were not answered. */
export function probeAnswered(status: number | null): string {
  return `answered-${status ?? 'nothing'}`;
}

/** What an entry is read with. */
export interface ReadWith {
  /** Position in the file, and among the exchanges that matched. */
  readonly entry: number;
  readonly index: number;
  readonly purpose: Purpose;
  readonly operation: string;
  readonly names: Names | null;
  readonly redact: Redact;
  readonly kept: KeptBodies;
}

/** A recorded request and its answer as an exchange, secrets replaced. Throws a HarError where the entry is none. */
export async function recordedExchange(entry: FileObject, by: ReadWith): Promise<Exchange> {
  const { redact, index, purpose, operation } = by;
  const request = HarReader.at(entry, `/log/entries/${by.entry}`).at('request');
  const { response, trouble } = await answerOf(entry, by);
  const timings = entry['timings'];
  const phase = (name: string) => numberIn(timings, name) ?? -1;
  const status = trouble === null ? (response?.status ?? null) : null;
  return {
    index,
    scenario: RECORDING,
    probe: purpose === 'probe' ? probeAnswered(status) : null,
    ...{ purpose, operation },
    names: by.names === null ? null : redactNames(by.names, redact),
    instance: 0,
    startedAt: timeOf(textIn(entry, 'startedDateTime')),
    durationMs: Math.max(0, numberIn(entry, 'time') ?? 0),
    timings: { connect: phase('connect'), wait: phase('wait'), receive: phase('receive') },
    request: {
      method: request.text('method').toUpperCase(),
      url: urlOf(request.text('url'), redact),
      headers: headersOf(entry['request'], redact),
      body: requestBody(memberIn(entry['request'], 'postData'), redact),
    },
    response,
    trouble,
  };
}

async function answerOf(
  entry: FileObject,
  { entry: at, operation, redact, kept }: ReadWith,
): Promise<Pick<Exchange, 'response' | 'trouble'>> {
  const recorded = entry['response'];
  const error = textIn(recorded, '_error') ?? textIn(recorded, '_failureText') ?? '';
  const told = error === '' ? '' : ` (\`${redact(error).slice(0, 100)}\`)`;
  if (recorded === undefined || recorded === null) return { response: null, trouble: silent(told) };
  const status = HarReader.at(entry, `/log/entries/${at}`).at('response').number('status');
  // So browsers write what was blocked, or given up.
  if (!Number.isInteger(status) || status < 100 || status > 999)
    return { response: null, trouble: silent(told) };
  const plain = plainHeaders(recorded);
  const { unrecorded, ...bytes } = recordedBytes(recorded, status, plain);
  const how = { operation, inTime: () => true };
  const body: Body = {
    ...(await recordBody({ ...bytes, ...how }, redact, kept)),
    bytesOnWire: Math.max(numberIn(recorded, 'bodySize') ?? 0, 0) || bytes.bytes.length,
    ...(unrecorded === null ? {} : { unrecorded }),
  };
  const response: RecordedResponse = {
    status,
    reason: redact(textIn(recorded, 'statusText') ?? ''),
    httpVersion: textIn(recorded, 'httpVersion') ?? '',
    headers: headersOf(recorded, redact),
    body: kept.keep(body),
  };
  const isBroken = error !== '' && !/^(?:0|net::OK)$/.test(error);
  return { response, trouble: isBroken ? { kind: 'cut', message: `The answer broke off${told}.` } : null };
}

function silent(told: string): Trouble {
  return { kind: 'silent', message: `The recording has no answer${told}.` };
}

/** The header lines as far as they are some: those of HTTP/2 that stand for the first line of a message are none. */
function plainHeaders(message: FileValue | undefined): readonly HeaderLine[] {
  return itemsIn(message, 'headers').flatMap((pair): readonly HeaderLine[] => {
    const [name, value] = [textIn(pair, 'name'), textIn(pair, 'value')];
    if (name === null || name.startsWith(':') || value === null) return [];
    // Chromium writes lines of one name so.
    return value.split('\n').map((line) => [name, line]);
  });
}

function headersOf(message: FileValue | undefined, redact: Redact): readonly HeaderLine[] {
  return plainHeaders(message).map(([name, value]) => [
    redact(name),
    isOfCredentials(name) ? REDACTED : redact(value),
  ]);
}

/** A URL without what its parameters have of credentials, and without its user. */
function urlOf(text: string, redact: Redact): string {
  if (!URL.canParse(text)) return redact(text);
  const url = new URL(text);
  const before = url.href;
  url.username = '';
  url.password = '';
  for (const name of [...url.searchParams.keys()].filter(isSecretParameter))
    url.searchParams.set(name, REDACTED);
  // Some sign-ins answer there.
  if (/[=&]/.test(url.hash)) url.hash = '';
  return redact(url.href === before ? text : url.href);
}

function requestBody(posted: FileValue | undefined, redact: Redact): string | null {
  const text = memberIn(posted, 'text');
  if (typeof text === 'string') return redact.inBody(text);
  if (text instanceof Text) return redact.inBody(text.bytes(SHORT).bytes.toString('utf8'), true);
  const form = new URLSearchParams();
  for (const pair of itemsIn(posted, 'params'))
    form.append(textIn(pair, 'name') ?? '', textIn(pair, 'value') ?? '');
  return form.size === 0 ? null : redact(form.toString());
}

/** RFC 3339 in UTC, as all times of a report are; the first of all where there is none. */
function timeOf(text: string | null): string {
  const time = new Date(text ?? 0);
  return (Number.isNaN(time.getTime()) ? new Date(0) : time).toISOString();
}
