import { appendFileSync, truncateSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import { expect } from '@playwright/test';
import { openZip } from '../../src/app/evidence/sealed/zip-read.ts';
import { test } from '../own-test.ts';
import { fileOf, le, type OddEntry, oddZip } from './odd-zip.ts';

const opening = (entries: readonly OddEntry[]) => () => openZip(fileOf(oddZip(entries))).close();

const ZEROS = 64 * 1024 ** 2;

/** 64 MiB of zeros, deflated a thousandfold: not before it is asked for, since each process reads this file. */
const deflated = () => deflateRawSync(Buffer.alloc(ZEROS), { level: 9 });

test('a bomb that says how long it is is not opened', () => {
  const data = deflated();
  expect(opening([{ name: 'a', data, bytes: ZEROS, crc32: 0 }])).toThrow(
    /^What the zip holds is 67108864 bytes, over 200 times its own \d+\.$/,
  );
  const many = Array.from({ length: 33 }, (_, n) => ({
    name: `${n}`,
    data,
    bytes: ZEROS,
    crc32: 0,
  }));
  // A stored entry, so that the zip is long.
  const long = { name: 'long', method: 0, crc32: 0, content: Buffer.alloc(16 * 1024 ** 2) };
  expect(opening([long, ...many])).toThrow(
    `What the zip holds is ${33 * ZEROS + long.content.length} bytes, over 2147483648.`,
  );
  const largest = { name: 'a', bytes: 0xfffffffe };
  expect(opening([largest, { ...largest, name: 'b' }])).toThrow('bytes, over 2147483648.');
});

test('of one that says less nothing is unpacked beyond that @slow', () => {
  const zip = openZip(fileOf(oddZip([{ name: 'a', data: deflated(), bytes: 100_000, crc32: 0 }])));
  const before = process.memoryUsage().rss;
  let bytes = 0;
  const readAll = () => {
    for (const part of zip.partsOf('a')) bytes += part.length;
  };
  expect(readAll).toThrow('The entry `a` holds more than the 100000 bytes that it declares.');
  expect(bytes).toBeLessThanOrEqual(100_000);
  expect(() => zip.bytesOf('a')).toThrow('more than the 100000 bytes');
  expect(() => zip.isAsWritten()).toThrow('more than the 100000 bytes');
  // The whole would be a thousand pieces of such a length.
  expect(process.memoryUsage().rss - before).toBeLessThan(256 * 1024 ** 2);
  zip.close();
});

/**
 * So many entries whose bytes are the same in the zip: what each holds is, in a block that is not deflated, the record of the
 * next one, and then all that this one holds; the last one's are zeros.
 */
function quoting(count: number, zeros: number): readonly OddEntry[] {
  let content = Buffer.alloc(zeros);
  let data = deflateRawSync(content);
  const entries: OddEntry[] = [];
  for (let n = count - 1; n >= 0; n -= 1) {
    const entry = { name: String(n).padStart(3, '0'), content, data, offset: n * (33 + 5), absent: n > 0 };
    entries.unshift(entry);
    const record = oddZip([{ ...entry, absent: false }]).subarray(0, 33);
    content = Buffer.concat([record, content]);
    data = Buffer.concat([Buffer.from([0, 33, 0, ~33 & 0xff, 0xff]), record, data]);
  }
  return entries;
}

test('one whose entries quote one another is not opened, whatever it says', () => {
  expect(opening(quoting(200, 100_000))).toThrow(/^What the zip holds is \d+ bytes, over 200 times/);
  expect(opening(quoting(5, 100))).toThrow('The entry `001` shares bytes with another one.');
  const same = Array.from({ length: 2_000 }, (_, n) => ({ name: `${n}`, offset: 0 }));
  expect(opening(same)).toThrow('The entry `1` shares bytes with another one.');
});

test('one of blocks that hold nothing ends', () => {
  const nothing = Buffer.alloc(5_000_000, le([2, 0], [4, 0xff_ff_00_00]).subarray(1));
  const zip = openZip(fileOf(oddZip([{ name: 'a', data: nothing, bytes: 5 }])));
  expect(() => zip.bytesOf('a')).toThrow(/^The entry `a` cannot be unpacked: /);
  zip.close();
});

test('a directory that is longer than one of a pack can be is not read', () => {
  const file = fileOf(oddZip([{}]));
  truncateSync(file, ZEROS + 200);
  appendFileSync(file, oddZip([], { at: 100, bytes: ZEROS + 100, counts: [1, 1] }));
  expect(() => openZip(file)).toThrow(`The zip has a directory of ${ZEROS + 100} bytes.`);
});
