import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { withSettings } from '../../src/app/settings/settings-page.ts';
import { settingsTable } from '../../src/suites/modelarts-plugins/settings/table.ts';
import { test } from '../own-test.ts';

const committed = readFileSync(new URL('../../docs/settings.md', import.meta.url), 'utf8');

test('the rows of docs/settings.md are what the table makes now, and all else stays', () => {
  expect(withSettings(committed)).toBe(committed);
  const emptied = committed.replace(/(<!-- Generated [^\n]*\n)[\s\S]*(<!-- End of )/, '$1$2');
  expect(emptied.length).toBeLessThan(committed.length);
  expect(withSettings(emptied)).toBe(committed);
});

test('each setting has one row', () => {
  const rows = [...committed.matchAll(/^\| `([A-Z_]+)` \| \S.* \|$/gm)].map(([, name]) => name);
  expect(rows).toEqual(settingsTable.map(({ name }) => name));
});

test('a page without the marks is told', () => {
  expect(() => withSettings('# Title')).toThrow('The page has no `<!-- Generated');
});
