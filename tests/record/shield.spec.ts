import { expect } from '@playwright/test';
import { shieldTerminal } from '../../src/engine/secrets/shield.ts';
import { test } from '../own-test.ts';

const SECRET = 'canary-"1"';
const before = { stdout: process.stdout.write, stderr: process.stderr.write };

/** What reached the streams below the shield: the arguments of each call. */
let written: unknown[][] = [];

test.beforeEach(() => {
  written = [];
  for (const stream of [process.stdout, process.stderr]) {
    stream.write = (...given: unknown[]) => {
      written.push(given);
      return written.length > 1;
    };
  }
  // As in a process that has just begun.
  Reflect.deleteProperty(globalThis, Symbol.for('conformance.shield'));
});

test.afterEach(() => {
  process.stdout.write = before.stdout;
  process.stderr.write = before.stderr;
});

test('texts and bytes lose their secrets on both streams, and the rest of a call stays as it is', () => {
  shieldTerminal(() => [SECRET]);
  const done = () => undefined;
  expect(process.stdout.write(`a ${SECRET} b`)).toBe(false);
  expect(process.stderr.write(JSON.stringify({ SECRET }), done)).toBe(true);
  process.stdout.write(Buffer.from(`ä ${SECRET}`), done);
  process.stdout.write(new Uint8Array(Buffer.from(`xx${SECRET}`)).subarray(2));
  process.stdout.write(Buffer.from(`a ${SECRET}`).toString('hex'), 'hex', done);
  process.stdout.write(`a ${SECRET}`, 'latin1', done);
  expect(written).toEqual([
    ['a [REDACTED] b'],
    ['{"SECRET":"[REDACTED]"}', done],
    [Buffer.from('ä [REDACTED]'), done],
    [Buffer.from('[REDACTED]')],
    [Buffer.from('a [REDACTED]').toString('hex'), 'hex', done],
    ['a [REDACTED]', 'latin1', done],
  ]);
});

test('what holds no secret goes through as it is', () => {
  shieldTerminal(() => [SECRET]);
  const bytes = Buffer.from([0xff, 0x00, 0xc3]);
  process.stdout.write(bytes);
  process.stdout.write('ff00', 'hex');
  expect(written).toEqual([[bytes], ['ff00', 'hex']]);
  expect(written[0]?.[0]).toBe(bytes);
});

test('secrets that become known later count, whoever knows them, and the streams are shielded once', () => {
  const later: string[] = [];
  shieldTerminal(() => later);
  const { write } = process.stdout;
  shieldTerminal(() => ['another']);
  expect(process.stdout.write).toBe(write);
  process.stdout.write('later another');
  later.push('later');
  process.stdout.write('later another');
  expect(written).toEqual([['later [REDACTED]'], ['[REDACTED] [REDACTED]']]);
});

test('secrets of three characters stay: nothing could be read any more', () => {
  shieldTerminal(() => ['the', 'four']);
  process.stdout.write('the four');
  expect(written).toEqual([['the [REDACTED]']]);
});
