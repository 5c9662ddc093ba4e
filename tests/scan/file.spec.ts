import { gzipSync } from 'node:zlib';
import { expect } from '@playwright/test';
import { strToU8, Zip, ZipDeflate, ZipPassThrough, zipSync } from 'fflate';
import { test } from '../own-test.ts';
import { held, isFound, SECRET } from './look.ts';

const MIB = 1024 * 1024;
const base64 = (bytes: string | Uint8Array) => Buffer.from(bytes).toString('base64');
const text = (length: number) => 'A line of a report. '.repeat(length / 20 + 1).slice(0, length);
const note = `{"headers": [["X-Auth-Token", ${JSON.stringify(SECRET)}]]}`;
const zip = (content: string | Uint8Array) =>
  zipSync({ 'a.txt': strToU8(text(3000)), 'b/c.json': Buffer.from(content) });
const page = (archive: Uint8Array) =>
  `<template id="report">data:application/zip;base64,${base64(archive)}</template>`;

/** A zip as it is written where the lengths are not known yet. */
function streamedZip(stored: boolean): Uint8Array {
  const chunks: Uint8Array[] = [];
  const archive = new Zip((_, chunk) => chunks.push(chunk));
  for (const [name, content] of [
    ['a', text(9000)],
    ['b', note],
  ] as const) {
    const file = stored ? new ZipPassThrough(name) : new ZipDeflate(name);
    archive.add(file);
    file.push(strToU8(content), true);
  }
  archive.end();
  return Buffer.concat(chunks);
}

const holding: Readonly<Record<string, () => string | Uint8Array>> = {
  'in clear': () => text(100) + SECRET,
  'JSON-escaped': () => note,
  'in base64': () => `{"a": "${base64(`xx${SECRET}`)}"}`,
  'in base64 of base64': () => base64(`a${base64(`xy${SECRET}`)}`),
  'JSON-escaped in base64': () => base64(note),
  'in a zip': () => zip(note),
  'in a zip that is not compressed': () => zipSync({ a: strToU8(text(3000) + note) }, { level: 0 }),
  'in a zip that was written as a stream': () => streamedZip(false),
  'in a zip that was written as a stream, not compressed': () => streamedZip(true),
  'in a zip in a zip': () => zip(zip(note)),
  'in the name of a file in a zip': () => zipSync({ [`${SECRET.slice(0, -5)}/4567`]: strToU8('') }),
  'in a gzip': () => gzipSync(text(3000) + note),
  'in a gzip of several parts': () => Buffer.concat([gzipSync(text(3000)), gzipSync(note)]),
  'in a zip in base64 in HTML': () => page(zip(note)),
  'in a gzip in base64 in JSON': () => JSON.stringify({ body: base64(gzipSync(note)) }),
  'in base64 in JSON in a zip in base64 in HTML': () => page(zip(JSON.stringify({ body: base64(note) }))),
  'in a gzip in base64 in JSON in a zip in base64 in HTML': () =>
    page(zip(JSON.stringify({ body: base64(gzipSync(note)) }))),
  'in a zip that is cut off': () => zip(note + text(3000)).subarray(0, -135),
  'in a gzip that is cut off': () => gzipSync(note + text(3000)).subarray(0, -12),
  'behind a zip that is broken': () =>
    `${page(zip('').subarray(0, 60))}${page(Buffer.from('PK\x03\x04!'))}${note}`,
  'in bytes that are no text': () => Buffer.concat([Buffer.alloc(999, 0xff), Buffer.from(note)]),
};

for (const [where, content] of Object.entries(holding)) {
  test(`a secret is found ${where}`, () => {
    expect(isFound(content())).toBe(true);
  });
}

test('what holds no secret is let be', () => {
  const other = note.replaceAll('0123', '0124');
  for (const content of ['', 'PK', other, zip(other), gzipSync(other), page(zip(other)), base64(other)]) {
    expect(isFound(content)).toBe(false);
  }
});

// A file is read, and a text looked through, in pieces of 1 MiB.
for (const [form, written] of Object.entries({ clear: SECRET, JSON: note, base64: base64(`x${SECRET}y`) })) {
  test(`a secret in ${form} is found across the border of two pieces`, () => {
    const overlap = 16 * SECRET.length;
    for (const border of [MIB, MIB + overlap, 2 * MIB]) {
      for (const before of [1, 7, written.length - 1]) {
        expect(isFound(`${text(border - before - 1)} ${written} ${text(50)}`)).toBe(true);
      }
    }
  });
}

test('an archive is followed across the borders of pieces, wherever it begins @slow', () => {
  // Random bytes, so that what is packed is as long as what it is packed from.
  const bytes = Buffer.from(
    Array.from({ length: 1.25 * MIB }, (_, at) => (at * at * 31 + (at >> 7) * 17) & 0xff),
  );
  const long = zipSync({ a: bytes, b: strToU8(note) });
  expect(long.length).toBeGreaterThan(MIB);
  expect(isFound(long)).toBe(true);
  for (const before of [1, 2, 3, 4, 31, 32]) {
    expect(isFound(`${text(MIB - before - 1)}"${base64(long)}"`)).toBe(true);
  }
});

test('a large file is looked through to its end @slow', () => {
  const large = Buffer.alloc(48 * MIB, text(4000));
  large.write(note, 47 * MIB);
  expect(isFound(large)).toBe(true);
});

test('an archive that unpacks to ever more ends by itself @slow', () => {
  const bomb = gzipSync(Buffer.alloc(32 * MIB));
  expect(isFound(gzipSync(gzipSync(bomb)))).toBe(false);
});

test('what the recorder looked through is looked through in a page that wraps it once more', () => {
  const packed = (content: string) => {
    let bytes: Uint8Array = Buffer.from(content);
    for (let times = 0; times < 7; times += 1) bytes = gzipSync(bytes);
    return page(zip(JSON.stringify({ body: base64(bytes) })));
  };
  expect(held(packed('a text'))).toBeNull();
  expect(held(packed(SECRET))).toBe('secret');
});
