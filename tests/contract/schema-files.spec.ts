import { readdirSync, readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { createAjv } from '../../src/engine/contract/ajv.ts';
import { SCHEMAS } from '../../src/engine/package-root.ts';
import { schemaFiles } from '../../src/suites/modelarts-plugins/description/schema-files.ts';
import { pluginsDescription } from '../../src/suites/modelarts-plugins/load.ts';
import { test } from '../own-test.ts';
import { BODIES } from './bodies.ts';
import { responseOf } from './the-contract.ts';

function fileText(name: string): string {
  return readFileSync(new URL(name, SCHEMAS), 'utf8');
}

test('generating the schemas again changes nothing', async () => {
  const files = schemaFiles((await pluginsDescription({ cache: null })).description);
  const generated = readdirSync(SCHEMAS).filter((name) => name.endsWith('.generated.schema.json'));
  expect([...files.keys()].sort()).toEqual(generated.sort());
  const both = ['delete-plugin.200.generated.schema.json', 'delete-plugin.400.generated.schema.json'];
  expect(generated).toEqual(expect.arrayContaining(both));
  for (const [name, text] of files) expect([name, text]).toEqual([name, fileText(name)]);
});

test('each schema is a right one by the schema of schemas, in strict mode', () => {
  const names = readdirSync(SCHEMAS).filter((name) => name.endsWith('.schema.json'));
  expect(names).toContain('conformance-report.schema.json');
  for (const name of names) expect(() => createAjv().compile(JSON.parse(fileText(name))), name).not.toThrow();
});

for (const status of [200, 400] as const) {
  test(`the schema of a ${status} says that it is generated, compiles anywhere and agrees with the contract`, async () => {
    const schema: unknown = JSON.parse(fileText(`delete-plugin.${status}.generated.schema.json`));
    expect(Object.keys(Object(schema)).slice(0, 2)).toEqual(['$schema', '$comment']);
    expect(schema).toMatchObject({ $comment: expect.stringMatching(/^Generated /) });
    const validate = addFormats.default(new Ajv2020()).compile(Object(schema));
    const response = await responseOf(status);
    const outcomes = BODIES.map(({ title, body }) => [title, validate(body)]);
    expect(outcomes).toEqual(BODIES.map(({ title, body }) => [title, response.validate(body).length === 0]));
    expect(new Set(outcomes.map(([, fits]) => fits))).toEqual(new Set([true, false]));
  });
}
