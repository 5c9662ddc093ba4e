import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { expect } from '@playwright/test';
import { recordBody } from '../../src/engine/http/body.ts';
import { redactor } from '../../src/engine/secrets/redact.ts';
import { keepBodies } from '../../src/lifecycle/large/kept-bodies.ts';
import { test } from '../own-test.ts';
import { resource } from '../suites/notes/api.ts';

const TEXT = '{"a":"é"}';

function zipped(times: number): Buffer {
  return Array.from({ length: times }).reduce<Buffer>((bytes) => gzipSync(bytes), Buffer.from(TEXT));
}

function recorded(bytes: Buffer, contentEncoding: string, inTime = () => true) {
  return recordBody(
    { bytes, contentEncoding, truncated: false, operation: null, inTime },
    redactor(() => []),
    keepBodies({ file: null, resource, isOwn: () => false }),
  );
}

for (const [coding, bytes] of [
  ['gzip', gzipSync(TEXT)],
  ['X-GZip', gzipSync(TEXT)],
  ['br', brotliCompressSync(TEXT)],
  ['deflate', deflateSync(TEXT)],
  ['deflate, which some senders send without its wrapper', deflateRawSync(TEXT)],
  ['identity', Buffer.from(TEXT)],
  ['Identity', Buffer.from(TEXT)],
  ['', Buffer.from(TEXT)],
  ['deflate, gzip', gzipSync(deflateSync(TEXT))],
  ['gzip, identity, gzip, gzip, gzip, gzip', zipped(5)],
] as const) {
  test(`the content coding ${coding} is undone`, async () => {
    const name = coding.replace(/, which.*/, '');
    expect(await recorded(bytes, name)).toEqual({ encoding: 'utf-8', data: TEXT, bytesOnWire: bytes.length });
  });
}

for (const coding of ['zstd', 'UTF-8', 'none', 'constructor', '__proto__', 'valueof']) {
  test(`the content coding ${coding} is none that is known`, async () => {
    expect(await recorded(Buffer.from(TEXT), coding)).toMatchObject({
      data: TEXT,
      codingError: `the content coding \`${coding}\` is unknown`,
    });
  });
}

test('more than five content codings are one that is unknown', async () => {
  const { codingError } = await recorded(zipped(6), 'gzip, gzip, gzip, gzip, gzip, gzip');
  expect(codingError).toContain('`gzip, gzip, gzip, gzip, gzip, gzip` is unknown');
});

/** Says yes so often, then no. */
function yes(times: number): () => boolean {
  let left = times;
  return () => {
    left -= 1;
    return left >= 0;
  };
}

/** A gzip in a gzip that unpacks to megabytes of gzips that hold nothing. */
const NOTHING = gzipSync(Buffer.alloc(4_000_000, gzipSync('')));

for (const [what, bytes, codings] of [
  ['a body of many pieces', gzipSync(Buffer.alloc(8_000_000, '[1,')), 'gzip'],
  ['many gzips that hold nothing', NOTHING, 'gzip, gzip'],
] as const) {
  test(`${what} is unpacked as long as its request has time, and then only its beginning is kept`, async () => {
    expect(await recorded(bytes, codings, yes(20))).toMatchObject({ truncated: true });
    expect(await recorded(bytes, codings)).not.toHaveProperty('truncated');
  });
}
