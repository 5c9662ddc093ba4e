import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { recordBody } from '../../src/record/body.ts';
import { redactor } from '../../src/record/redact.ts';

const TEXT = '{"a":"é"}';

function recorded(bytes: Buffer, coding: string) {
  return recordBody(
    bytes,
    coding,
    false,
    redactor(() => []),
  );
}

for (const [coding, bytes] of [
  ['gzip', gzipSync(TEXT)],
  ['X-GZip', gzipSync(TEXT)],
  ['br', brotliCompressSync(TEXT)],
  ['deflate', deflateSync(TEXT)],
  ['deflate, which some senders send without its wrapper', deflateRawSync(TEXT)],
  ['identity', Buffer.from(TEXT)],
  ['deflate, gzip', gzipSync(deflateSync(TEXT))],
] as const) {
  test(`the content coding ${coding} is undone`, () => {
    const name = coding.replace(/, which.*/, '');
    expect(recorded(bytes, name)).toEqual({ encoding: 'utf-8', data: TEXT, bytesOnWire: bytes.length });
  });
}

for (const coding of ['zstd', 'constructor', '__proto__', 'valueof']) {
  test(`the content coding ${coding} is none that is known`, () => {
    expect(recorded(Buffer.from(TEXT), coding)).toMatchObject({
      data: TEXT,
      codingError: `the content coding \`${coding}\` is unknown`,
    });
  });
}
