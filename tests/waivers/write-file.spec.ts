import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { expect } from '@playwright/test';
import { changeFile } from '../../src/app/waivers/write-file.ts';
import { test } from '../own-test.ts';

function place(): string {
  return test.info().outputPath('folder', 'waivers.yaml');
}

/** A file with a text that others may write, too. */
function written(text: string): string {
  mkdirSync(dirname(place()), { recursive: true });
  writeFileSync(place(), text);
  chmodSync(place(), 0o666);
  return place();
}

test('a file is replaced whole: its mark and what it may be done with stay, and nothing is left beside it', () => {
  const file = written('\uFEFF# a\n');
  changeFile(file, (text) => `${text}b\n`);
  expect(readFileSync(file, 'utf8')).toBe('\uFEFF# a\nb\n');
  expect(statSync(file).mode & 0o777).toBe(0o666);
  expect(readdirSync(dirname(file))).toEqual(['waivers.yaml']);
});

test('a file that is not there is made', () => {
  mkdirSync(dirname(place()));
  changeFile(place(), (text) => `${text}b\n`);
  expect(readFileSync(place(), 'utf8')).toBe('b\n');
});

test('a link stays one, and what it leads to is changed', () => {
  const file = written('a\n');
  const link = test.info().outputPath('link.yaml');
  symlinkSync(file, link);
  changeFile(link, (text) => `${text}b\n`);
  expect([lstatSync(link).isSymbolicLink(), readFileSync(file, 'utf8')]).toEqual([true, 'a\nb\n']);
});

test('where the change fails, or somebody else changes the file meanwhile, it is left alone', () => {
  const file = written('a\n');
  const failing = () => {
    throw new Error('No.');
  };
  expect(() => changeFile(file, failing)).toThrow('No.');
  const meanwhile = (text: string) => {
    writeFileSync(file, 'theirs\n');
    return `${text}b\n`;
  };
  expect(() => changeFile(file, meanwhile)).toThrow(
    /was changed by somebody else in the meantime, so nothing was written/,
  );
  expect(readFileSync(file, 'utf8')).toBe('theirs\n');
  expect(readdirSync(dirname(file))).toEqual(['waivers.yaml']);
});

test('a file that is no UTF-8 is left alone, with its line', () => {
  const file = written('a\n');
  writeFileSync(file, Buffer.from('a\nsp\xe4ter\n', 'latin1'));
  expect(() => changeFile(file, () => 'b')).toThrow(/^Line 2 of .*waivers\.yaml` is no UTF-8/);
  expect(readFileSync(file, 'latin1')).toBe('a\nsp\xe4ter\n');
});

test('where no file can be made, that is told', () => {
  expect(() => changeFile(place(), () => 'b')).toThrow(
    /cannot be written \(`ENOENT`\), so nothing was; right would be a file and a folder of your own\.$/,
  );
});
