import { readdirSync, readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { serviceFiles } from '../../src/app/init/first-files.ts';
import { SERVICE_FILES, SERVICES } from '../../src/app/init/services.ts';
import { test } from '../own-test.ts';

const CI = new URL('../../ci/', import.meta.url);
/** Those of many targets, which nobody has use for before there is a list of targets: docs/many-targets.md says how they are copied. */
const COPIED = ['github/matrix.yml', 'gitlab/matrix.gitlab-ci.yml'];

test('each file of `ci/` has a row that says where it goes, or a page; and each row has a file', () => {
  const there = readdirSync(CI, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => `${parentPath.replace(/.*\/ci\/?/, '')}/${name}`);
  const rows = Object.entries(SERVICE_FILES).flatMap(([service, files]) =>
    Object.keys(files).map((name) => `${service}/${name}`),
  );
  expect(there.sort()).toEqual([...rows, ...COPIED].sort());
  const page = readFileSync(new URL('../../docs/many-targets.md', import.meta.url), 'utf8');
  for (const file of COPIED) expect(page).toMatch(new RegExp(`^cp node_modules/[\\w-]+/ci/${file} `, 'm'));
});

test('no two rows go to one place, and each file is copied as it is', () => {
  const files = SERVICES.flatMap(serviceFiles);
  expect(new Set(files.map(({ path }) => path)).size).toBe(files.length);
  for (const { from = '', text } of files) expect(text()).toBe(readFileSync(from, 'utf8'));
});
