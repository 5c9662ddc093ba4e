import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import pc from 'picocolors';
import type { FileSum } from '../../src/engine/model/report.ts';
import { reportHar } from '../../src/engine/report/har.ts';
import { reportHtml } from '../../src/engine/report/html.ts';
import { reportJson } from '../../src/engine/report/json.ts';
import { reportJunit } from '../../src/engine/report/junit.ts';
import { reportMarkdown } from '../../src/engine/report/markdown.ts';
import { markFolder } from '../../src/engine/report/own-files.ts';
import { reportTerminal } from '../../src/engine/report/terminal.ts';
import { REPORT_FILES, removeReports, writeReports } from '../../src/engine/report/write.ts';
import { test } from '../own-test.ts';
import { cloned } from './cloned.ts';
import { SAMPLE } from './sample.ts';

const FORMATS = {
  json: reportJson,
  har: reportHar,
  junit: reportJunit,
  markdown: reportMarkdown,
  html: reportHtml,
  terminal: (input: typeof SAMPLE) =>
    reportTerminal(input, { colors: pc.createColors(true), columns: 80, page: null }),
};

/** The sums of the files beside the page, by the bytes that stand there. */
function sumsIn(dir: string): readonly FileSum[] {
  return (['markdown', 'junit', 'json', 'har'] as const).map((format) => {
    const file = REPORT_FILES[format];
    return {
      file,
      sha256: createHash('sha256')
        .update(readFileSync(join(dir, file)))
        .digest('hex'),
    };
  });
}

function folder(): string {
  return mkdtempSync(join(tmpdir(), 'reports-'));
}

test('every file is written whole, the page first and the JSON last', () => {
  const dir = join(folder(), 'not', 'there', 'yet');
  const written = writeReports(SAMPLE, { dir });
  expect(written.map(({ path, sha256 }) => [path, sha256])).toEqual(
    written.map(({ path }) => [path, createHash('sha256').update(readFileSync(path)).digest('hex')]),
  );
  expect(written.map(({ path }) => path)).toEqual(
    ['conformance.html', 'conformance.md', 'junit.xml', 'evidence.har', 'conformance.json'].map((name) =>
      join(dir, name),
    ),
  );
  expect(readdirSync(dir).sort()).toEqual(Object.values(REPORT_FILES).sort());
  for (const format of ['json', 'har', 'junit', 'markdown', 'html'] as const) {
    const text = readFileSync(join(dir, REPORT_FILES[format]), 'utf8');
    expect(text).toBe(FORMATS[format](format === 'html' ? { ...SAMPLE, sums: sumsIn(dir) } : SAMPLE));
  }
});

test('a second run replaces the files of the first', () => {
  const dir = folder();
  writeReports(SAMPLE, { dir });
  writeReports({ ...SAMPLE, report: { ...SAMPLE.report, reason: 'Another.' } }, { dir });
  expect(readFileSync(join(dir, REPORT_FILES.json), 'utf8')).toContain('Another.');
  expect(readdirSync(dir)).toHaveLength(5);
});

test('the files of an earlier run go, the ledger and all else stay', () => {
  const [dir, elsewhere] = [folder(), folder()];
  writeReports(SAMPLE, { dir });
  for (const name of ['ledger.ndjson', 'mine.html', '.gitkeep', 'junit.xml.bak'])
    writeFileSync(join(dir, name), 'x');
  writeFileSync(join(dir, 'evidence.har.unfinished'), '');
  writeFileSync(join(elsewhere, 'kept'), 'x');
  mkdirSync(join(dir, 'playwright', 'data'), { recursive: true });
  symlinkSync(elsewhere, join(dir, 'playwright', 'link'));
  markFolder(join(dir, 'playwright'));
  removeReports(dir);
  expect(readdirSync(dir).sort()).toEqual(['.gitkeep', 'junit.xml.bak', 'ledger.ndjson', 'mine.html']);
  expect(existsSync(join(elsewhere, 'kept'))).toBe(true);
});

test('where there is no folder there is nothing to remove, and a file in its place is an error', () => {
  const dir = folder();
  removeReports(join(dir, 'none'));
  writeFileSync(join(dir, 'file'), '');
  expect(() => removeReports(join(dir, 'file'))).toThrow('ENOTDIR');
  expect(() => writeReports(SAMPLE, { dir: join(dir, 'file') })).toThrow('EEXIST');
});

for (const [name, format] of Object.entries(FORMATS)) {
  test(`${name}: equal inputs give equal bytes, and nothing comes from the environment`, () => {
    const first = format(SAMPLE);
    process.env['TOKEN'] = 'secret-of-the-environment';
    process.env['NOTES_AUTH_TOKEN'] = 'secret-of-the-environment';
    const second = format(cloned(SAMPLE));
    delete process.env['TOKEN'];
    delete process.env['NOTES_AUTH_TOKEN'];
    expect(second === first).toBe(true);
    expect(second).not.toContain('secret-of-the-environment');
  });

  test(`${name}: no secret comes back that was redacted`, () => {
    const tokens = format(SAMPLE).matchAll(/X-Auth-Token(?:<\/b>|"|'|:|,|\s|value|&quot;|\\)*([^\s"'<&]+)/gi);
    const values = new Set([...tokens].map(([, value]) => value));
    const known = ['[REDACTED]', '$TOKEN', 'this-token-is-not-valid', ')', '`)'];
    expect([...values].filter((value) => !known.includes(value ?? ''))).toEqual([]);
  });
}
