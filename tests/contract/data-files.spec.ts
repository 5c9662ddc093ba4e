import { readdirSync, readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { SOURCES } from '../../src/engine/contract/places.ts';
import { dataFiles } from '../../src/suites/modelarts-plugins/description/data-files.ts';
import { pluginsDescription } from '../../src/suites/modelarts-plugins/load.ts';
import { test } from '../own-test.ts';
import { fromSource } from './the-contract.ts';

const files = dataFiles((await pluginsDescription({ cache: null })).description);

test('generating the data of the description again changes nothing', () => {
  const generated = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.generated.ts'),
  );
  expect([...files.keys()].sort()).toEqual(generated.sort());
  for (const [name, text] of files) {
    const told = `src/${name} is not what the description makes now: run \`npm run schemas\``;
    expect(readFileSync(new URL(name, SOURCES), 'utf8'), told).toBe(text);
    expect(text).toMatch(/^\/\/ Generated from specs\/modelarts-plugins\.openapi\.yaml /);
  }
});

test('the data of the answers has each field of the contract, in its order, with what is mandatory', async () => {
  const { documented } = await import(
    '../../src/suites/modelarts-plugins/mock/deviations/documented.generated.ts'
  );
  const responses = (await fromSource).operations.get('DeletePlugin')?.responses ?? new Map();
  expect(Object.keys(documented)).toEqual([...responses.keys()]);
  for (const status of [200, 400] as const) {
    const fields = responses.get(String(status))?.fields ?? [];
    expect(documented[status].map(({ at, required }) => [at, required])).toEqual(
      fields.map(({ steps, required }: (typeof fields)[number]) => [steps.join('.'), required]),
    );
  }
});

test('the words of the description are names of members, listed values and parts of paths', async () => {
  const { documentedWords } = await import(
    '../../src/suites/modelarts-plugins/settings/documented-words.generated.ts'
  );
  const { operations } = await fromSource;
  const members = [...operations.values()].flatMap(({ responses }) =>
    [...responses.values()].flatMap(({ fields }) => fields.flatMap(({ steps }) => steps.slice(-1))),
  );
  const left = documentedWords.filter((word) => !members.includes(word));
  expect(left).toEqual(
    [
      ...['Abnormal', 'Deleting', 'NodePoolList', 'Pending', 'Plugin', 'PluginList', 'Running', 'Updating'],
      ...['plugins', 'pools', 'v2'],
    ].sort(),
  );
  expect(members.filter((name) => name !== '*' && !documentedWords.includes(name))).toEqual([]);
});
