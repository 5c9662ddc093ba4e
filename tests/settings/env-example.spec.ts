import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { parse } from 'dotenv';
import { envExample } from '../../src/app/settings/env-example.ts';
import { settingsTable } from '../../src/suites/modelarts-plugins/settings/table.ts';
import { test } from '../own-test.ts';

const committed = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8');

test('`.env.example` is what the table of settings makes now', () => {
  expect(committed).toBe(envExample());
});

test('it sets nothing as it is, and every setting once its mark is taken away', () => {
  expect(parse(committed)).toEqual({});
  const marked = committed.replaceAll(/^# (?=[A-Z_]+=)/gm, '');
  expect(Object.keys(parse(marked)).sort()).toEqual(settingsTable.map(({ name }) => name).sort());
});
