import { recordBody } from '../http/body.ts';
import type { KeptBodies } from '../http/large-bodies.ts';
import { BODY_LIMIT } from '../http/large-body.ts';
import type { Body, Exchange } from '../model/exchange.ts';
import { type Before, readEntry } from '../report/har-read.ts';
import { HarReader } from '../report/har-reader.ts';
import type { Redact } from '../secrets/redact.ts';
import type { FileObject, FileValue } from './file-value.ts';
import { memberIn, textIn } from './har-log.ts';
import { Text } from './text.ts';

/** What an entry of this suite's own is read with. */
export interface OwnReadWith extends Before {
  /** Position in the file. */
  readonly entry: number;
  readonly index: number;
  readonly operation: string;
  readonly redact: Redact;
  readonly kept: KeptBodies;
}

/** An exchange that this suite recorded, a large body condensed as it was then. Throws a HarError where the entry is none. */
export async function ownExchange(entry: FileObject, by: OwnReadWith): Promise<Exchange> {
  const { index, operation, redact, kept } = by;
  const content = memberIn(entry['response'], 'content');
  const text = memberIn(content, 'text');
  const exchange = readEntry(HarReader.at(withShortText(entry), `/log/entries/${by.entry}`), index, by);
  const { response } = exchange;
  if (!(text instanceof Text) || response === null) return exchange;
  const { bytes, isCut } = text.bytes(BODY_LIMIT);
  const isBase64 = textIn(content, 'encoding') === 'base64';
  const plain = isBase64 ? Buffer.from(bytes.toString('latin1'), 'base64') : bytes;
  const how = { contentEncoding: '', truncated: isCut, operation, inTime: () => true };
  // What else the entry says of its body stays.
  const { bytesOnWire, codingError, codingUnsupported, truncated, condensed } = response.body;
  const body: Body = {
    ...(await recordBody({ bytes: plain, ...how }, redact, kept)),
    bytesOnWire,
    ...(codingError === undefined ? {} : { codingError }),
    ...(codingUnsupported === undefined ? {} : { codingUnsupported }),
    ...(truncated === undefined ? {} : { truncated }),
    ...(condensed === undefined ? {} : { data: plain.toString(isBase64 ? 'base64' : 'utf8'), condensed }),
  };
  return { ...exchange, response: { ...response, body: kept.keep(body) } };
}

function withShortText(entry: FileObject): FileObject {
  const response = entry['response'];
  const content = memberIn(response, 'content');
  if (!(memberIn(content, 'text') instanceof Text)) return entry;
  // It has a member that is a text, so both are objects.
  const [all, own] = [response as FileObject, content as FileObject];
  const short: FileValue = { ...all, content: { ...own, text: '' } };
  return { ...entry, response: short };
}
