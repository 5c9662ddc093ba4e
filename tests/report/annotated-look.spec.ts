import { expect, type Page } from '@playwright/test';
import { html } from 'hono/html';
import type { Body } from '../../src/engine/model/exchange.ts';
import { annotatedBody } from '../../src/engine/report/html/annotated-body.ts';
import type { BodyComment } from '../../src/engine/report/html/annotated-lines.ts';
import { firstLookPart } from '../../src/engine/report/html/first-look.ts';
import { styleOf } from '../../src/engine/report/html/style.ts';
import { theBrowser } from '../browser.ts';
import { test } from '../own-test.ts';
import { HOSTILE } from './hostile.ts';
import { openPage } from './open-page.ts';
import { lowContrast, overflow } from './page-checks.ts';

const bodyOf = (data: string): Body => ({ encoding: 'utf-8', data, bytesOnWire: data.length });

const BODY = bodyOf(
  JSON.stringify({
    kind: 'NoteList',
    metadata: { name: 'a note', labels: Object.fromEntries([...'abcdefghij'].map((name) => [name, name])) },
    items: Array.from({ length: 2500 }, (_, n) => ({
      n,
      text: n === 2400 ? HOSTILE : 'text',
      size: 'large',
    })),
  }),
);

function said(pointer: string, message: string, more: Partial<BodyComment> = {}): BodyComment {
  return {
    pointer,
    message,
    kind: 'violation',
    requirement: `list.200.body${pointer.replaceAll('/', '.')}`,
    ...more,
  };
}

const COMMENTS = [
  said('', 'The body begins with a byte order mark.', { expected: 'no byte order mark' }),
  said('', 'A member has a name that no page has.', { kind: 'drift' }),
  said('/kind', '`kind` is not what is documented.', { expected: '"Note"' }),
  said('/metadata/createdAt', '`metadata.createdAt` is missing.', {
    isMissing: true,
    expected: 'a string: an RFC 3339 date-time',
  }),
  said('/items/2400/text', `It is hostile: ${HOSTILE}`),
  said('/items/2401/size', 'The page has no such member.', { kind: 'drift' }),
];

const PAGE = String(html`<!doctype html><html lang="en"><head><title>Answer</title>${styleOf()}</head>
<body><main class="page"><article class="card is-failed">${annotatedBody(BODY, COMMENTS)}
${firstLookPart(bodyOf('{\n  "a": tru\n}'), [])}</article></main></body></html>`);

async function shownAt(width: number, options = {}): Promise<Page> {
  const { page, trouble } = await openPage(await theBrowser(), PAGE, {
    viewport: { width, height: 900 },
    ...options,
  });
  expect(trouble).toEqual([]);
  return page;
}

/** Runs in the page: the grounds of a mark and of what it stands in. */
const MARK_GROUND = `[document.querySelector('.answer mark'), document.querySelector('.answer')]
  .map((element) => getComputedStyle(element).backgroundColor)`;

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [360, 1280]) {
    test(`an annotated answer at ${width}, ${colorScheme}: fits, is readable @slow`, async () => {
      const page = await shownAt(width, { colorScheme });
      expect(await overflow(page)).toEqual([0, []]);
      expect(await lowContrast(page)).toEqual([]);
      const [mark, ground] = await page.evaluate<string[]>(MARK_GROUND);
      expect(mark).not.toBe(ground);
      await page.context().close();
    });
  }
}

test('lines that stand together are one element, as high as their numbers, and no line number is copied @slow', async () => {
  const page = await shownAt(1280);
  const runs = page.locator('.answer > span[data-lines]');
  for (const run of await runs.all()) {
    const lines = ((await run.getAttribute('data-lines')) ?? '').split('\n').length;
    const height = (await run.boundingBox())?.height ?? 0;
    const isShort = ((await run.textContent()) ?? '').length < 300;
    if (isShort) expect(Math.round(height / 19.5)).toBe(lines);
  }
  expect(await runs.count()).toBeLessThan(12);
  const copied = await page.evaluate<string>(`(() => {
    getSelection().selectAllChildren(document.querySelector('.answer'));
    return getSelection().toString();
  })()`);
  expect(copied.slice(0, 120)).toMatch(
    /^\{\n {2}"kind": "NoteList",\n↑ kind is not what is documented: expected "Note" · /,
  );
  expect(copied).toContain('\n    + "createdAt": a string: an RFC 3339 date-time missing · list.200');
  expect(copied).not.toMatch(/^\s*\d+\s/m);
  await page.context().close();
});

test('with forced colours a mark still has a ground of its own @slow', async () => {
  const page = await shownAt(1280, { forcedColors: 'active' });
  const [mark, ground] = await page.evaluate<string[]>(MARK_GROUND);
  expect(mark).not.toBe(ground);
  await page.context().close();
});

test('without a style sheet each line and each comment is a line, in order @slow', async () => {
  const bare = PAGE.replace(/<style>[\s\S]*?<\/style>/, '');
  const { page } = await openPage(await theBrowser(), bare);
  const text = await page.evaluate<string>(`document.querySelector('.answer').innerText`);
  expect(text.split('\n').slice(0, 4)).toEqual([
    '{',
    '  "kind": "NoteList",',
    '↑ kind is not what is documented: expected "Note" · list.200.body.kind',
    '  "metadata": {',
  ]);
  await page.context().close();
});
