import { createHash } from 'node:crypto';
import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect } from '@playwright/test';
import { atOnce, lookThroughFiles, stepByStep } from '../../src/engine/secrets/files/scan.ts';
import { secretsOfFiles } from '../../src/engine/secrets/files/secrets.ts';
import { openBudget } from '../../src/engine/secrets/look/budget.ts';
import { test } from '../own-test.ts';

import { lookThrough, SECRET, written } from './look.ts';

const dir = (...names: readonly string[]) => test.info().outputPath(...names);

test('of files and folders each file that holds a secret is removed and named, and nothing else', () => {
  written('report.html', `it is ${SECRET}`);
  written('other.html', 'it is none');
  written('folder/deep/er/trace', encodeURIComponent(SECRET));
  written('folder/deep/clean', 'nothing');
  written('elsewhere', SECRET);
  symlinkSync(dir('elsewhere'), dir('folder', 'link'));
  const paths = [
    dir('report.html'),
    dir('other.html'),
    dir('folder'),
    dir('folder', 'deep'),
    dir('not-there'),
  ];
  expect(lookThrough(paths, [SECRET]).removed).toEqual([
    dir('report.html'),
    dir('folder', 'deep', 'er', 'trace'),
  ]);
  expect(existsSync(dir('report.html'))).toBe(false);
  expect(existsSync(dir('folder', 'deep', 'er', 'trace'))).toBe(false);
  for (const kept of ['other.html', join('folder', 'deep', 'clean'), 'elsewhere'])
    expect(readFileSync(dir(kept), 'utf8')).not.toBe('');
});

test('without a secret nothing is read', () => {
  expect(lookThrough([written('file', 'x')], [])).toEqual({ removed: [], unlooked: [] });
});

test('a file that is packed to burst is told by its length and its hash, once, and holds up nobody @slow', async () => {
  const bomb = gzipSync(gzipSync(gzipSync(Buffer.alloc(256 * 1024 ** 2), { level: 9 })));
  const report = written('folder/report.html', `<p>${bomb.toString('base64')}</p>`);
  const archive = written('folder/archive', bomb);
  const sound = written('folder/sound', gzipSync('a text '.repeat(100_000)));
  const before = new Map<string, string>();
  const secrets = secretsOfFiles([SECRET]);
  let turns = 0;
  const timer = setInterval(() => {
    turns += 1;
  }, 1);
  const look = () => stepByStep(lookThroughFiles([dir('folder')], secrets, before));
  expect(await look()).toEqual({ removed: [], unlooked: expect.arrayContaining([report, archive]) });
  clearInterval(timer);
  expect(turns).toBeGreaterThan(0);
  const sha256 = createHash('sha256').update(bomb).digest('hex');
  expect(readFileSync(archive, 'utf8')).toContain(`it had ${bomb.length} bytes with the SHA-256 ${sha256}.`);
  expect(readFileSync(sound).subarray(0, 2)).toEqual(Buffer.from([0x1f, 0x8b]));
  expect(await look()).toEqual({ removed: [], unlooked: [] });
  // What has changed since is looked through again.
  writeFileSync(sound, SECRET);
  expect(await look()).toEqual({ removed: [sound], unlooked: [] });
});

test('what a look unpacks is bounded @slow', () => {
  // However slow the machine is.
  const budget = { ...openBudget(), ms: Number.POSITIVE_INFINITY };
  const secrets = secretsOfFiles([SECRET], budget);
  const unlooked = Array.from({ length: 40 }, (_, at) => {
    const bomb = gzipSync(Buffer.alloc(6 * 1024 ** 2 + at), { level: 9 });
    return atOnce(lookThroughFiles([written(`bomb-${at}`, gzipSync(bomb))], secrets)).unlooked.length;
  });
  expect(unlooked[0]).toBe(0);
  expect(unlooked.at(-1)).toBe(1);
  expect(budget.bytes).toBeLessThan(8 * 1024 ** 2);
  expect(atOnce(lookThroughFiles([written('last', gzipSync(SECRET))], secrets)).removed).toEqual([
    dir('last'),
  ]);
});

test('what unpacking takes is bounded, and little is unpacked in any case', () => {
  const secrets = secretsOfFiles([SECRET], { ...openBudget(), ms: 0 });
  const bomb = gzipSync(Buffer.alloc(1024 ** 2), { level: 9 });
  const look = (file: string) => atOnce(lookThroughFiles([file], secrets));
  expect(look(written('bomb', bomb)).unlooked).toEqual([dir('bomb')]);
  expect(look(written('sound', gzipSync(`x${SECRET}`))).removed).toEqual([dir('sound')]);
});

test('what was unpacked once costs nothing when it comes again @slow', () => {
  const budget = { ...openBudget(), ms: Number.POSITIVE_INFINITY };
  const secrets = secretsOfFiles([SECRET], budget);
  const bomb = gzipSync(Buffer.alloc(6 * 1024 ** 2), { level: 9 });
  for (const name of ['one', 'other']) {
    expect(atOnce(lookThroughFiles([written(name, bomb)], secrets)).unlooked).toEqual([]);
    expect(budget.bytes).toBeLessThan(openBudget().bytes - 5 * 1024 ** 2);
    expect(budget.bytes).toBeGreaterThan(openBudget().bytes - 7 * 1024 ** 2);
  }
});
