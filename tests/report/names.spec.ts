import { expect } from '@playwright/test';
import { shortPath } from '../../src/engine/report/short-path.ts';
import { targetName } from '../../src/engine/report/target-name.ts';
import { test } from '../own-test.ts';

test('a path is short, and still says which version is asked for what', () => {
  const at = (path: string) => shortPath(`https://host.example:8443${path}`);
  expect(at('/v1/abc/books/home/notes/milk')).toBe('/v1/…/notes/milk');
  expect(at('/v1/abc/books/home/notes?limit=1&marker=?')).toBe('/v1/…/home/notes?limit=1&marker=?');
  expect(['/v1/notes/milk', '/v1/notes', '/', '', '?a=/b/c/d/e'].map(at)).toEqual([
    '/v1/notes/milk',
    '/v1/notes',
    '/',
    '',
    '?a=/b/c/d/e',
  ]);
});

test('a target is named by what is deleted, what that stands in, and the host', () => {
  const target = { item: 'milk', collection: 'home', endpoint: 'https://notes.example:8443/api' };
  expect(targetName(target)).toBe('milk in home at notes.example:8443');
  expect(targetName({ ...target, item: 'a\u202eb\nc' })).toBe('a\\u202eb\\nc in home at notes.example:8443');
});
