import { appendFileSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { expect } from '@playwright/test';
import { appendLine, readHistoryFile } from '../../src/app/history/history-file.ts';
import { historyText } from '../../src/engine/history/line.ts';
import { test } from '../own-test.ts';
import { A, F, KEYS, lineOfMorning, runId } from './lines.ts';

const LINE = lineOfMorning(1, { [A]: [F] });
const { target } = LINE;
const textOf = (day: number) => historyText(lineOfMorning(day, {}), KEYS);

test("a line is appended, to a file in a folder that was not there, which is its owner's alone", () => {
  const file = test.info().outputPath('a', 'b', 'history.ndjson');
  appendLine(file, textOf(1));
  appendLine(file, textOf(2));
  expect(readFileSync(file, 'utf8')).toBe(textOf(1) + textOf(2));
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test('behind a torn line another begins on its own line', () => {
  const file = test.info().outputPath('history.ndjson');
  appendLine(file, textOf(1));
  appendFileSync(file, textOf(2).slice(0, 50));
  appendLine(file, textOf(3));
  const { lines, skipped } = readHistoryFile({ file, target, keys: KEYS });
  expect([lines.map(({ run }) => run), skipped]).toEqual([[runId(1), runId(3)], 1]);
});

test('the lines of a target are given, or those of all; of a file that is not there none', () => {
  const file = test.info().outputPath('history.ndjson');
  const of = { file, target, keys: KEYS };
  expect(readHistoryFile(of)).toEqual({ lines: [], skipped: 0 });
  const other = historyText({ ...LINE, target: { ...target, item: 'other' } }, KEYS);
  for (let day = 1; day <= 3; day += 1) appendLine(file, textOf(day) + other);
  expect(readHistoryFile(of).lines.map(({ run }) => run)).toEqual([1, 2, 3].map(runId));
  const all = readHistoryFile({ ...of, target: null }).lines.map((line) => line.target.item);
  expect(all).toEqual(Array(3).fill([target.item, 'other']).flat());
});

test('lines of runs that end at once all stand there whole', async () => {
  const file = test.info().outputPath('history.ndjson');
  writeFileSync(file, '');
  // Other threads do the same as `appendLine`, which is no JavaScript that a thread could load.
  const code = `const { closeSync, openSync, writeSync } = require('node:fs');
    const { file, text } = require('node:worker_threads').workerData;
    for (let at = 0; at < 50; at += 1) { const f = openSync(file, 'a'); writeSync(f, text); closeSync(f); }`;
  const ended = [2, 3].map(
    (day) =>
      new Promise((resolve, reject) => {
        const worker = new Worker(code, { eval: true, workerData: { file, text: textOf(day) } });
        worker.once('exit', resolve).once('error', reject);
      }),
  );
  for (let at = 0; at < 50; at += 1) appendLine(file, textOf(1));
  await Promise.all(ended);
  const { lines, skipped } = readHistoryFile({ file, target, keys: KEYS });
  expect([lines.length, skipped]).toEqual([150, 0]);
});

test('what is no regular file is not opened', () => {
  const folder = test.info().outputPath('folder');
  mkdirSync(folder);
  const link = test.info().outputPath('link');
  symlinkSync(test.info().outputPath('nowhere'), link);
  for (const file of [folder, link, '/dev/null']) {
    expect(() => appendLine(file, textOf(1))).toThrow('it is no regular file');
  }
});
