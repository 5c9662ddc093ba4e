import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { expect } from '@playwright/test';
import { overwriteProblem } from '../../src/app/evidence/sealed/overwrite.ts';
import { sealPack } from '../../src/app/evidence/sealed/seal.ts';
import { type PackEntry, zipBytes } from '../../src/app/evidence/sealed/zip-bytes.ts';
import { openZip } from '../../src/app/evidence/sealed/zip-read.ts';
import { writeZip } from '../../src/app/evidence/sealed/zip-write.ts';
import { test } from '../own-test.ts';
import { fileOf, newFolder, oddZip } from './odd-zip.ts';
import { FILES, HEAD } from './packs.ts';

const inFolder = () => join(newFolder(), 'pack.zip');

/** A text that deflates as that of a report does, the same each time. */
const LONG = Array.from({ length: 40_000 }, (_, n) => `${n}: ${(n * 2_654_435_761) % 4_294_967_296}\n`).join(
  '',
);

const SAMPLE: Readonly<Record<string, string>> = {
  'reports/evidence.har': LONG,
  'reports/ä.txt': 'grün\n',
  'MANIFEST.json': '{}\n',
  empty: '',
};

/** The sample in parts of so many characters. */
const inParts = (length: number): readonly PackEntry[] =>
  Object.entries(SAMPLE).map(([path, text]) => ({
    path,
    *parts() {
      for (let at = 0; at < text.length; at += length) yield text.slice(at, at + length);
    },
  }));

/** Of the zip of the sample, whoever writes it: packs of before are told by it as packed anew if it changes. */
const FROZEN = '452e041a00d120615c58b1f90f3eedca3f458becf9c4f320a3e9a7231ecf2b1e';

test('the same content gives the same zip, on every machine, in every time zone and in whatever parts it comes', () => {
  const zone = process.env['TZ'];
  try {
    for (const [parts, TZ] of [
      [1_000_000, 'Asia/Kolkata'],
      [1, 'America/St_Johns'],
      [65_537, 'UTC'],
    ] as const) {
      process.env['TZ'] = TZ;
      const out = inFolder();
      const { sha256, bytes } = writeZip(out, parts === 1 ? [...inParts(parts)].reverse() : inParts(parts));
      const written = readFileSync(out);
      expect([TZ, sha256, bytes]).toEqual([TZ, FROZEN, written.length]);
      expect(createHash('sha256').update(written).digest('hex')).toBe(sha256);
    }
  } finally {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  }
});

test('a zip is sorted, has no time, and is read by others as it was written', () => {
  const out = inFolder();
  writeZip(out, inParts(1_000));
  const zip = openZip(out);
  expect(zip.entries.map(({ path }) => path)).toEqual([
    ...['MANIFEST.json', 'empty', 'reports/evidence.har', 'reports/ä.txt'],
  ]);
  for (const { path } of zip.entries) expect(zip.bytesOf(path).toString()).toBe(SAMPLE[path]);
  zip.close();
  const bytes = readFileSync(out);
  // The first entry, as another program's zlib reads it: two bytes of time, two of 1980-01-01.
  expect(bytes.subarray(10, 14).toString('hex')).toBe('00002100');
  const begins = 30 + 'MANIFEST.json'.length;
  expect(inflateRawSync(bytes.subarray(begins, begins + bytes.readUInt32LE(18))).toString()).toBe('{}\n');
});

test("what was deflated in blocks is inflated by Node's zlib, whatever its length is", () => {
  for (const length of [1, 2, 32_767, 65_535, 65_536, 65_537, 98_304, 131_072, 196_609, 400_000]) {
    const text = LONG.slice(0, length);
    const out = inFolder();
    writeZip(out, [{ path: 'a', parts: () => [text] }]);
    const bytes = readFileSync(out);
    expect(inflateRawSync(bytes.subarray(31, 31 + bytes.readUInt32LE(18))).toString()).toBe(text);
    const zip = openZip(out);
    expect(zip.bytesOf('a').toString()).toBe(text);
    zip.close();
  }
});

test('what could not be read again is not written, and nothing is left of it', () => {
  const out = fileOf('as it was');
  const refused = (entries: readonly PackEntry[]) => () => writeZip(out, entries);
  const file = (path: string, text = '') => ({ path, parts: () => [text] });
  expect(refused([file('../x')])).toThrow('The entry `../x` leads out of the folder that it is unpacked in.');
  expect(refused([file('a'), file('a')])).toThrow('The entry `a` is there twice.');
  expect(refused([file('a', '0'.repeat(1_000_000))])).toThrow(
    /^What the zip holds is 1000000 bytes, over 200 times its own \d+\.$/,
  );
  const many = Array.from({ length: 65_535 }, (_, n) => file(`${n}`));
  expect(refused(many)).toThrow('The zip would have 65535 entries, over 65534.');
  const broken = function* () {
    yield LONG;
    throw new Error('no such file');
  };
  expect(refused([{ path: 'a', parts: broken }])).toThrow('no such file');
  expect(() => [...zipBytes(inParts(1_000), 10_000)]).toThrow(
    'With `reports/evidence.har` the zip would hold more than 10000 bytes.',
  );
  expect(readdirSync(dirname(out))).toEqual(['x.zip']);
  expect(readFileSync(out, 'utf8')).toBe('as it was');
});

test('a zip of this suite is told from one that another program made of the same', () => {
  const out = inFolder();
  writeZip(out, inParts(1_000));
  const isAsWritten = (file: string) => {
    const zip = openZip(file);
    try {
      return zip.isAsWritten();
    } finally {
      zip.close();
    }
  };
  expect(isAsWritten(out)).toBe(true);
  const entries = Object.entries(SAMPLE).map(([name, content]) => ({ name, content, flags: 0x800 }));
  expect(isAsWritten(fileOf(oddZip(entries)))).toBe(false);
  // What no sum reaches: a time in the directory, and the mode of a file.
  const bytes = readFileSync(out);
  const directory = bytes.readUInt32LE(bytes.length - 6);
  for (const place of [12, 40]) {
    const changed = Buffer.from(bytes);
    changed.writeUInt8(changed.readUInt8(directory + place) ^ 1, directory + place);
    expect(isAsWritten(fileOf(changed))).toBe(false);
  }
});

test('only a pack of this suite is replaced', () => {
  const right = 'right would be a new file, or a pack of this suite, which is replaced.';
  const out = inFolder();
  expect(overwriteProblem(out, HEAD.suite.name)).toBeNull();
  sealPack(out, FILES, { head: HEAD, key: null });
  expect(overwriteProblem(out, HEAD.suite.name)).toBeNull();
  expect(overwriteProblem(out, 'another')).toBe(
    `\`--out\` is \`${out}\`, which holds something else; ${right}`,
  );
  for (const file of [fileOf('text'), fileOf(''), fileOf(oddZip([{}]))]) {
    expect(overwriteProblem(file, HEAD.suite.name)).toBe(
      `\`--out\` is \`${file}\`, which holds something else; ${right}`,
    );
  }
  const folder = dirname(out);
  expect(overwriteProblem(folder, '')).toBe(`\`--out\` is \`${folder}\`, which is a folder; ${right}`);
  const nowhere = join(folder, 'none', 'pack.zip');
  expect(overwriteProblem(nowhere, '')).toBe(
    `\`--out\` is \`${nowhere}\`, and its folder does not exist; right would be a file in one that does.`,
  );
});
