import type { IncomingMessage } from 'node:http';
import type { RecordedResponse } from '../model/exchange.ts';
import type { Redact } from '../secrets/redact.ts';
import { type BodyBytes, recordBody } from './body.ts';
import { joinedValue, recordHeaders } from './headers.ts';
import type { KeptBodies } from './large-bodies.ts';

/** The name of its content coding, or its own. */
const BROTLI = /(?:^|[\s,;/+-])(?:br|brotli)(?:$|[\s,;])/i;

/** An answer as it is recorded: its body as far as it is kept, nothing secret in it. */
export async function recordResponse(
  response: IncomingMessage,
  body: Omit<BodyBytes, 'contentEncoding' | 'saysBrotli'>,
  redact: Redact,
  kept: KeptBodies,
): Promise<RecordedResponse> {
  const contentEncoding = joinedValue(response.rawHeaders, 'content-encoding');
  const saysBrotli = response.rawHeaders.some((text) => BROTLI.test(text));
  return {
    status: response.statusCode ?? 0,
    reason: redact(response.statusMessage ?? ''),
    httpVersion: `HTTP/${response.httpVersion}`,
    ...recordHeaders(response.rawHeaders, redact, kept),
    body: await recordBody({ ...body, contentEncoding, saysBrotli }, redact, kept),
  };
}
