import {
  appendFileSync,
  chmodSync,
  lstatSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { expect } from '@playwright/test';
import { replaceText } from '../../src/engine/secrets/files/replace-text.ts';
import { test } from '../own-test.ts';
import { written } from './look.ts';

const folder = () => readdirSync(test.info().outputPath()).sort();
const mask = (text: string) => text.replaceAll('canary', '-');

test('only what is changed is, byte for byte, with the mode that the file had', () => {
  const file = written('ledger', Buffer.from('ä canary \xff\n', 'latin1'));
  // More than the process's mask would let through.
  chmodSync(file, 0o666);
  const { mode } = statSync(file);
  expect(replaceText(file, mask)).toBe(true);
  expect(readFileSync(file)).toEqual(Buffer.from('ä - \xff\n', 'latin1'));
  expect(statSync(file).mode).toBe(mode);
  expect(folder()).toEqual(['ledger']);
});

test('a file with nothing to change is not written', () => {
  const file = written('ledger', 'none');
  const { ino, mtimeMs } = statSync(file);
  expect(replaceText(file, mask)).toBe(false);
  expect(statSync(file)).toMatchObject({ ino, mtimeMs });
});

test('what is appended in the meantime is kept, and changed too', () => {
  const file = written('ledger', 'a canary\n');
  let appended = 0;
  const change = (text: string) => {
    if (appended < 2) appendFileSync(file, `canary ${appended}\n`);
    appended += 1;
    return mask(text);
  };
  expect(replaceText(file, change)).toBe(true);
  expect(readFileSync(file, 'utf8')).toBe('a -\n- 0\n- 1\n');
});

test('a link stays one', () => {
  const file = written('ledger', 'canary');
  const link = test.info().outputPath('link');
  symlinkSync(file, link);
  expect(replaceText(link, mask)).toBe(true);
  expect(lstatSync(link).isSymbolicLink()).toBe(true);
  expect(readFileSync(file, 'utf8')).toBe('-');
});
