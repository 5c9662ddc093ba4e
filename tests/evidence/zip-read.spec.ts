import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { expect } from '@playwright/test';
import { ZipError } from '../../src/app/evidence/sealed/zip-error.ts';
import { type OpenZip, openZip } from '../../src/app/evidence/sealed/zip-read.ts';
import { test } from '../own-test.ts';
import { fileOf, le, newFolder, type OddEntry, type OddZip, oddZip } from './odd-zip.ts';

/** The kind of what is wrong with a zip, and the sentence, found by opening it and reading all that it holds; null where nothing is. */
function problemOf(path: string): string | null {
  let zip: OpenZip | undefined;
  try {
    zip = openZip(path);
    for (const { path: name } of zip.entries) for (const _ of zip.partsOf(name));
    return null;
  } catch (error) {
    if (!(error instanceof ZipError)) throw error;
    return `${error.kind}: ${error.message}`;
  } finally {
    zip?.close();
  }
}

const problemIn = (entries: readonly OddEntry[], odd: OddZip = {}) => problemOf(fileOf(oddZip(entries, odd)));

const FOLDER = 'is a folder, as in a zip that was made anew; a pack holds files alone';
const WINDOWS = 'has a name that Windows does not take as it is';
const UNSEEN = 'has a character in its name that is not seen';

/** By name, what is said of it. */
const NAMES: Readonly<Record<string, string>> = {
  '': 'has no name',
  '../x': 'leads out of the folder that it is unpacked in',
  'a/../../x': 'leads out of the folder that it is unpacked in',
  '/etc/passwd': 'has an absolute path',
  'C:/x': 'has a drive in its path',
  'c:x': 'has a drive in its path',
  'a\\b': 'has a backslash in its name',
  'a//b': 'has a part in its path that names nothing',
  './a': 'has a part in its path that names nothing',
  'a/': FOLDER,
  'ab:stream': WINDOWS,
  'a.': WINDOWS,
  'a /b': WINDOWS,
  'a/nul.txt': WINDOWS,
  'a?': WINDOWS,
};

for (const [name, why] of Object.entries(NAMES)) {
  test(`an entry \`${name}\` is refused`, () => {
    expect(problemIn([{ name }])).toBe(`unsafe: The entry \`${name}\` ${why}.`);
  });
}

test('an entry is refused whose name has characters that are not seen, is not in NFC, or is no UTF-8', () => {
  const utf8 = { flags: 0x800 };
  const said = (shown: string, why: string) => `unsafe: The entry \`${shown}\` ${why}.`;
  expect(problemIn([{ name: 'a\0b' }])).toBe(said('a\\u{0}b', UNSEEN));
  expect(problemIn([{ name: 'a\u001b[2J' }])).toBe(said('a\\u{1b}[2J', UNSEEN));
  expect(problemIn([{ ...utf8, name: 'a\u202eb' }])).toBe(said('a\\u{202e}b', UNSEEN));
  const decomposed = 'u\u0308.txt';
  expect(problemIn([{ ...utf8, name: decomposed }])).toBe(
    said(decomposed, 'has a name that is not in the normal form NFC'),
  );
  expect(problemIn([{ ...utf8, name: Buffer.from([0x61, 0xff]) }])).toContain('has a name that is no UTF-8.');
  expect(problemIn([{ name: 'ü.txt' }])).toBe(said('ü.txt', 'has a name that is not said to be UTF-8'));
  expect(problemIn([{ ...utf8, name: 'ü.txt' }])).toBeNull();
});

test('two entries that one disk or another could not tell apart are refused', () => {
  const both = (...names: readonly string[]) => problemIn(names.map((name) => ({ name, flags: 0x800 })));
  expect(both('a.txt', 'a.txt')).toBe('unsafe: The entry `a.txt` is there twice.');
  const differ = 'differ in letter case alone, and are one file on some disks.';
  expect(both('reports/A.txt', 'Reports/a.txt')).toBe(
    `unsafe: The entries \`reports/A.txt\` and \`Reports/a.txt\` ${differ}`,
  );
  expect(both('straße', 'STRASSE')).toBe(`unsafe: The entries \`straße\` and \`STRASSE\` ${differ}`);
  expect(both('a/b/c', 'A')).toBe('unsafe: The entry `A` is a file, and the folder of `a/b/c`.');
  expect(both('a/b', 'ab', 'a-b')).toBeNull();
});

const LINK = 0o120777 * 0x10000;
const ENTRIES: Readonly<Record<string, readonly [OddEntry, string]>> = {
  'a link': [{ attributes: LINK, madeBy: 0x314 }, 'is a link, and no plain file'],
  'a link that DOS made': [{ attributes: LINK, madeBy: 20 }, 'is a link, and no plain file'],
  'a device': [{ attributes: 0o020666 * 0x10000 }, 'is a device, and no plain file'],
  'a pipe': [{ attributes: 0o010666 * 0x10000 }, 'is a pipe, and no plain file'],
  'a kind of no name': [{ attributes: 0o070666 * 0x10000 }, 'is of an unknown kind, and no plain file'],
  'a folder of Unix': [{ attributes: 0o040755 * 0x10000 }, FOLDER],
  'a folder of DOS': [{ attributes: 0x10 }, FOLDER],
  'an encrypted entry': [{ flags: 1 }, 'is encrypted'],
  'a strongly encrypted entry': [{ flags: 0x40 }, 'is encrypted'],
  'a patch': [{ flags: 0x20 }, 'has the unknown flags `0x20`'],
  bzip2: [{ method: 12 }, 'is packed by the method 12'],
  zstd: [{ method: 93 }, 'is packed by the method 93'],
  zip64: [{ central: { bytes: 0xffffffff } }, 'has lengths of zip64'],
  'an extra field of zip64': [{ extra: le([2, 1], [2, 0]) }, 'has an extra field with lengths of zip64'],
  'a second name': [{ extra: le([2, 0x7075], [2, 0]) }, 'has an extra field with a second name'],
  'the same in its own record': [
    { local: { extra: le([2, 0x7075], [2, 0]) } },
    'has an extra field with a second name',
  ],
  'broken extra fields': [{ extra: le([2, 0x5455], [2, 9]) }, 'has broken extra fields'],
  'stored with two lengths': [{ method: 0, bytes: 4 }, 'is stored with two lengths'],
  'a comment': [{ comment: 'hidden' }, 'has a comment'],
  'another disk': [{ disk: 1 }, 'is on another disk'],
  'another name': [{ local: { name: 'b.txt' } }, 'is called `b.txt` in its own record'],
  'another method': [{ local: { method: 0 } }, 'is told of otherwise in its own record'],
  'another CRC': [{ local: { crc32: 1 } }, 'is told of otherwise in its own record'],
  'other flags': [{ local: { flags: 0x800 } }, 'is told of otherwise in its own record'],
  'bytes before it': [{ before: Buffer.from('PK') }, 'has bytes before it that belong to none'],
  'no lengths behind it': [
    { flags: 8, local: { crc32: 0, packed: 0, bytes: 0 } },
    'is told of otherwise behind its bytes',
  ],
};

for (const [what, [entry, why]] of Object.entries(ENTRIES)) {
  test(`an entry with ${what} is refused`, () => {
    const zip = oddZip([{ name: 'first.txt' }, { name: 'a.txt', ...entry }]);
    expect(problemOf(fileOf(zip))).toBe(`unsafe: The entry \`a.txt\` ${why}.`);
  });
}

test('bytes that belong to no entry are refused, wherever they stand', () => {
  const plain = [{}];
  expect(problemIn(plain, { front: Buffer.from('#!/bin/sh\n') })).toBe(
    'unsafe: The zip has bytes before its first entry, as of another file.',
  );
  expect(problemIn([{ after: Buffer.from('hidden') }])).toBe(
    'unsafe: The zip has bytes before its directory that belong to no entry.',
  );
  expect(problemIn(plain, { gap: Buffer.from('hidden') })).toBe(
    'unsafe: The zip has bytes between its directory and its end.',
  );
  expect(problemIn(plain, { back: Buffer.from('<html>') })).toBe(
    'unsafe: The zip has bytes behind its end, which no sum covers.',
  );
  expect(problemIn(plain, { comment: 'hidden' })).toBe('unsafe: The zip has a comment, which no sum covers.');
  expect(problemIn(plain, { counts: [0xffff, 0xffff] })).toBe(
    'unsafe: The zip is one of zip64, which a pack never needs.',
  );
  expect(problemIn(plain, { disk: 1 })).toBe('unsafe: The zip is one part of several.');
  expect(problemIn(plain, { counts: [2, 2] })).toBe(
    'damaged: The directory of the zip has 1 entries, and 2 by its end.',
  );
});

test('two entries that share bytes are refused', () => {
  expect(problemIn([{ name: 'a' }, { name: 'b', offset: 5 }])).toBe(
    'unsafe: The entry `b` shares bytes with another one.',
  );
  // The first one's bytes hold the whole of the second: a program that reads from the front finds one, others two.
  const inner = oddZip([{ name: 'b' }]);
  const outer = oddZip([
    { name: 'a', method: 0, content: inner },
    { name: 'b', offset: 31 },
  ]);
  expect(problemOf(fileOf(outer))).toBe('unsafe: The entry `b` shares bytes with another one.');
  expect(problemIn([{ name: 'a', packed: 60 }])).toBe(
    'unsafe: The entry `a` shares bytes with the directory.',
  );
});

test('what is no zip is told as such', () => {
  const right = 'right would be a zip that `conformance pack` made.';
  const folder = join(newFolder(), 'folder');
  mkdirSync(folder);
  expect(problemOf(folder)).toBe(`no-zip: \`${folder}\` is a folder; ${right}`);
  expect(problemOf('/dev/null')).toBe(`no-zip: \`/dev/null\` is no file; ${right}`);
  expect(problemOf(join(folder, 'x.zip'))).toBe(
    `no-zip: \`${join(folder, 'x.zip')}\` does not exist; ${right}`,
  );
  const empty = fileOf('');
  expect(problemOf(empty)).toBe(`no-zip: \`${empty}\` is empty; ${right}`);
  for (const text of ['P', 'PK', '<!doctype html>\n', 'x'.repeat(200_000)]) {
    const file = fileOf(text);
    expect(problemOf(file)).toBe(`no-zip: \`${file}\` is no zip; ${right}`);
  }
});

test('what an entry holds is compared with what it declares', () => {
  const data = deflateRawSync(Buffer.from('hello'));
  const damaged = (entry: OddEntry) => problemIn([{ name: 'a', ...entry }]);
  expect(damaged({ crc32: 1 })).toBe('damaged: The entry `a` was changed: its CRC-32 is another.');
  expect(damaged({ method: 0, crc32: 1 })).toBe('damaged: The entry `a` was changed: its CRC-32 is another.');
  expect(damaged({ bytes: 6 })).toBe('damaged: The entry `a` holds 5 bytes, and declares 6.');
  expect(damaged({ bytes: 4 })).toBe('unsafe: The entry `a` holds more than the 4 bytes that it declares.');
  const cannot = 'damaged: The entry `a` cannot be unpacked:';
  expect(damaged({ data: data.subarray(0, -1) })).toBe(`${cannot} it has no end.`);
  expect(damaged({ data: Buffer.alloc(0) })).toBe(`${cannot} it has no end.`);
  expect(damaged({ data: Buffer.concat([data, Buffer.from('x')]) })).toBe(
    `${cannot} it goes on behind its end.`,
  );
  expect(damaged({ data: Buffer.concat([data, Buffer.alloc(100_000)]) })).toBe(
    `${cannot} it goes on behind its end.`,
  );
  expect(damaged({ data: Buffer.from([7]) })).toBe(`${cannot} its bytes are broken.`);
});

test('a plain zip is read, stored or deflated, also with lengths behind the bytes and harmless extra fields', () => {
  const behind = (...mark: readonly (readonly [4, number])[]) => {
    const { length } = deflateRawSync(Buffer.from('hello'));
    return le(...mark, [4, 0x3610a686], [4, length], [4, 5]);
  };
  const later = { flags: 8, local: { crc32: 0, packed: 0, bytes: 0 } };
  const file = fileOf(
    oddZip([
      { name: 'deflated', attributes: 0o100644 * 0x10000, madeBy: 0x314 },
      { name: 'stored', method: 0 },
      { name: 'nothing', content: '' },
      { name: 'timed', extra: le([2, 0x5455], [2, 4], [4, 0]) },
      { name: 'behind', ...later, after: behind() },
      { name: 'marked', ...later, after: behind([4, 0x08074b50]) },
    ]),
  );
  const zip = openZip(file);
  const held = zip.entries.map(({ path }) => [path, zip.bytesOf(path).toString()]);
  const others = ['deflated', 'stored', 'timed', 'behind', 'marked'];
  expect(Object.fromEntries(held)).toEqual({
    ...Object.fromEntries(others.map((name) => [name, 'hello'])),
    nothing: '',
  });
  expect(() => zip.bytesOf('stored', 4)).toThrow('The entry `stored` has 5 bytes, over 4.');
  zip.close();
});

test('a zip that lacks its end is cut off, wherever that is', () => {
  const whole = oddZip([{ name: 'a' }, { name: 'b', method: 0, content: 'x'.repeat(300) }]);
  for (let length = 4; length < whole.length; length += 1) {
    expect([length, problemOf(fileOf(whole.subarray(0, length)))?.split(':')[0]]).toEqual([
      length,
      'cut-off',
    ]);
  }
  const hole = Buffer.concat([whole.subarray(0, 100), whole.subarray(200)]);
  expect(problemOf(fileOf(hole))).toContain('cut-off: The zip is cut off');
  const beyond = oddZip([{ name: 'a', packed: 5_000 }]);
  expect(problemOf(fileOf(beyond))).toBe('cut-off: The entry `a` is cut off.');
});
