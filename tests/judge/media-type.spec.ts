import { expect } from '@playwright/test';
import { charsetsOf, mediaTypeOf } from '../../src/engine/judge/body/media-type.ts';
import type { RecordedResponse } from '../../src/engine/model/exchange.ts';
import { test } from '../own-test.ts';

function response(...lines: readonly string[]): RecordedResponse {
  return {
    status: 200,
    reason: 'OK',
    httpVersion: 'HTTP/1.1',
    headers: lines.map((line) => ['Content-Type', line] as const),
    body: { encoding: 'utf-8', data: '', bytesOnWire: 0 },
  };
}

test('of a megabyte of parameters the beginning is read', () => {
  const long = response(`application/json;charset=utf-8${';a=b'.repeat(200_000)};charset=latin1;b=c`);
  expect(mediaTypeOf(long)?.essence).toBe('application/json');
  expect(mediaTypeOf(long)?.parameters.get('b')).toBeUndefined();
  expect(charsetsOf(long)).toEqual(['utf-8']);
});

test('what is said in thousands of lines is said once', () => {
  const often = response(...Array.from({ length: 30_000 }, () => 'application/json;charset=x'));
  expect(mediaTypeOf(often)?.essence).toBe('application/json');
  expect(charsetsOf(often)).toEqual(['x']);
});
