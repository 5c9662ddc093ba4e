import { existsSync, statSync } from 'node:fs';
import { posix } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '../own-test.ts';
import { DOCUMENTS, proseOf, ROOT, read } from './documents.ts';

/** The anchors of a document: its headings in lower case, without signs, with a hyphen for each blank. */
function anchorsOf(text: string): readonly string[] {
  const headings = [...proseOf(text).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => heading);
  return headings.map((heading) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\- _]/gu, '')
      .replaceAll(' ', '-'),
  );
}

/** Where the links and pictures of a document lead to that are no addresses. */
function linksOf(path: string): readonly string[] {
  const text = proseOf(read(path)).replace(/`[^`\n]*`/g, '');
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, link = '']) => link)
    .filter((link) => !/^\w+:/.test(link));
}

test('every link leads to a file, and to a heading in it', () => {
  for (const document of DOCUMENTS) {
    for (const link of linksOf(document)) {
      const [place = '', anchor] = link.split('#');
      const path = place === '' ? document : posix.join(posix.dirname(document), place);
      const url = new URL(path, ROOT);
      expect([document, link, existsSync(url) && statSync(url).isFile()]).toEqual([document, link, true]);
      if (anchor === undefined) continue;
      expect([document, link, anchorsOf(read(path))]).toEqual([
        document,
        link,
        expect.arrayContaining([anchor]),
      ]);
    }
  }
});

test('the README leads to every page', () => {
  const linked = linksOf('README.md').map((link) => link.replace(/#.*/, ''));
  const pages = DOCUMENTS.filter((path) => path !== 'README.md');
  expect(linked).toEqual(expect.arrayContaining(pages));
});

test('a file that a document names in its text is there', () => {
  for (const document of DOCUMENTS) {
    const named = [
      ...proseOf(read(document)).matchAll(/`((?:src|tests|schemas|specs|ci|bin|docs)\/[\w./-]+)`/g),
    ];
    for (const [, path = ''] of named)
      expect([document, path, existsSync(new URL(path, ROOT))]).toEqual([document, path, true]);
  }
});
