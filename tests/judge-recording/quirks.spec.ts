import { expect } from '@playwright/test';
import type { Outcome } from '../../src/engine/model/requirement.ts';
import { test } from '../own-test.ts';
import { isStoodFor, slowIf } from '../slow.ts';
import { ACCEPTED, changed, type Entry, entryOf, harOf, written } from './har.ts';
import { allWritten, idsOf, judged } from './judged.ts';

type Change = (entry: Entry) => void;

/** How a 200 may stand in a recording, and what becomes of its body and of all of it. */
const QUIRKS: readonly (readonly [title: string, change: Change, json: Outcome, exit: number])[] = [
  ['as Chromium exports it', () => undefined, 'passed', 0],
  ['with names of headers in other letter case', ({ response }) => rename(response.headers), 'passed', 0],
  [
    'of a brotli answer whose text is decoded',
    ({ response }) => response.headers.push({ name: 'content-encoding', value: 'br' }),
    'passed',
    0,
  ],
  [
    'in base64',
    ({ response: { content } }) => {
      content['text'] = Buffer.from(JSON.stringify(ACCEPTED)).toString('base64');
      content['encoding'] = 'base64';
    },
    'passed',
    0,
  ],
  ['whose text has a byte order mark', ({ response: { content } }) => prefix(content, '\uFEFF'), 'passed', 0],
  ['without the headers of the answer', ({ response }) => response.headers.splice(0), 'passed', 0],
  ['without its text', ({ response: { content } }) => delete content['text'], 'inconclusive', 3],
  [
    'without its text, and with a size of nothing',
    ({ response: { content } }) => {
      delete content['text'];
      content['size'] = 0;
    },
    'inconclusive',
    3,
  ],
  [
    'with a text of nothing, though it has a size',
    ({ response: { content } }) => {
      content['text'] = '';
    },
    'inconclusive',
    3,
  ],
  ["as Playwright's recorder leaves it beside the file", attached, 'inconclusive', 3],
  ['that the tool cut off', ({ response: { content } }) => cut(content), 'inconclusive', 3],
  [
    'that the tool cut off, and said so',
    ({ response: { content } }) => {
      cut(content);
      delete content['size'];
      content['_truncated'] = true;
    },
    'inconclusive',
    3,
  ],
  [
    'that is really empty',
    ({ response }) => {
      response.content = { size: 0, mimeType: 'application/json', text: '' };
      response.bodySize = 0;
      response.headers.push({ name: 'Content-Length', value: '0' });
    },
    'failed',
    1,
  ],
  [
    'that is no JSON',
    ({ response: { content } }) => {
      content['text'] = 'deleted';
      content['size'] = 7;
    },
    'failed',
    1,
  ],
  [
    'in a form that the tool could not decode',
    ({ response }) => {
      response.headers.push({ name: 'content-encoding', value: 'zstd' });
      response.content['text'] = '(\uFFFD/\uFFFD\u0004';
      response.content['size'] = 4;
    },
    'inconclusive',
    3,
  ],
  [
    'that broke off',
    ({ response }) => {
      response._error = 'net::ERR_CONTENT_LENGTH_MISMATCH';
    },
    'not-observed',
    3,
  ],
];

for (const [at, [title, change, json, exit]] of QUIRKS.entries()) {
  test(`a 200 ${title}: its JSON ${json}, exit ${exit}${slowIf(isStoodFor(at))}`, async () => {
    const { report } = await judged(written(harOf([changed(200, change)])));
    const ofJson = report.requirements.find(({ id }) => id === 'delete.200.json');
    expect([ofJson?.outcome, report.run.exitCode]).toEqual([json, exit]);
    if (exit !== 1) expect(idsOf(report, 'failed')).toEqual([]);
  });
}

function rename(headers: Entry['response']['headers']): void {
  for (const [at, { name, value }] of headers.entries()) headers[at] = { name: name.toUpperCase(), value };
}

function prefix(content: Entry['response']['content'], mark: string): void {
  content['text'] = `${mark}${String(content['text'])}`;
}

function cut(content: Entry['response']['content']): void {
  content['text'] = String(content['text']).slice(0, 60);
}

function attached({ response }: Entry): void {
  response.content = { size: 300, mimeType: 'application/json', _file: '3f1c.json' };
}

test('the faces say whose recording it is, and none calls it conformant', async () => {
  const { report } = await judged(written(harOf([entryOf(200)], { name: 'Playwright', version: '1.65.1' })));
  expect(report.recording).toMatchObject({ creator: 'Playwright 1.65.1', exchanges: 1, own: false });
  const all = allWritten();
  expect(all.match(/Judged from a recording of Playwright 1\.65\.1\./g)?.length).toBeGreaterThanOrEqual(3);
  expect(all).not.toMatch(/conformant/i);
  expect(all).toContain('Nothing broken');
});

test('two reports of one recording are equal', async () => {
  const path = written(harOf([entryOf(200), entryOf(400), entryOf(500)]));
  await judged(path);
  const first = allWritten();
  await judged(path);
  expect(allWritten()).toBe(first);
});
