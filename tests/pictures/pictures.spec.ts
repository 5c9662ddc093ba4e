import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { createAjv } from '../../src/engine/contract/ajv.ts';
import { read } from '../documents/documents.ts';
import { test } from '../own-test.ts';
import {
  DOCS,
  MADE_SCHEMA,
  type Made,
  PICTURES,
  readMade,
  renderedBy,
  renderingFiles,
  sumOf,
  sumOfFiles,
} from './pictures.ts';

test('the pictures of the documents show the pages as they are rendered now @slow', async () => {
  const made = readMade();
  const validate = createAjv().compile<{ readonly pictures: Readonly<Record<string, Made>> }>(MADE_SCHEMA);
  if (!validate(made)) throw new Error(JSON.stringify(validate.errors));
  for (const [name, entry] of Object.entries(PICTURES)) {
    const { renderedBy: then, sha256 } = made.pictures[name] ?? { renderedBy: '', sha256: '' };
    expect(
      sumOf(readFileSync(join(DOCS, name))),
      `\`docs/${name}\` was made by \`npm run screenshots\``,
    ).toBe(sha256);
    const says = `\`docs/${name}\` is older than its page; \`npm run screenshots\` makes it again`;
    expect(await renderedBy(entry), says).toBe(then);
  }
  expect(read('README.md')).toContain('](docs/report.png)');
  expect(read('docs/sensitivity.md')).toContain('](sensitivity.png)');
});

test('what a page is rendered by is its own files and those that they need, in any part', async () => {
  for (const entry of Object.values(PICTURES)) {
    const files = await renderingFiles(entry);
    expect(files).toContain(entry);
    expect(files).toContain('src/engine/report/html/document.ts');
    // It says what a page is made of, and is gone where it runs.
    expect(files).not.toContain('src/engine/model/report.ts');
    expect(files).not.toContain('src/engine/report/junit.ts');
    const now = await renderedBy(entry);
    expect(sumOfFiles(files)).toBe(now);
    for (const changed of files) {
      const text = (path: string) => read(path) + (path === changed ? ' ' : '');
      expect([changed, sumOfFiles(files, text)]).not.toEqual([changed, now]);
    }
  }
});
