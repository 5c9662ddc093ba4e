import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { Validator } from '@seriousme/openapi-schema-validator';
import { parse } from 'yaml';
import { compile } from '../../src/engine/contract/compile.ts';
import { isObject, member } from '../../src/engine/contract/json-value.ts';
import { pointerOf } from '../../src/engine/contract/pointer.ts';
import { DESCRIPTION } from '../../src/suites/modelarts-plugins/places.ts';
import { test } from '../own-test.ts';

const text = readFileSync(DESCRIPTION, 'utf8');

/** Every part of the description with its pointer. */
function* parts(value: unknown, pointer = ''): Generator<{ value: object; pointer: string }> {
  if (typeof value !== 'object' || value === null) return;
  yield { value, pointer };
  for (const [name, inner] of Object.entries(value)) yield* parts(inner, pointer + pointerOf([name]));
}

test('the description is an OpenAPI document to a library made for such', async () => {
  expect(await new Validator().validate(parse(text))).toEqual({ valid: true });
  const broken = parse(text.replace('operationId: DeletePlugin', 'operation: DeletePlugin'));
  expect((await new Validator().validate(broken)).valid).toBe(false);
});

test('every example fits its schema', () => {
  const description: unknown = parse(text);
  const { validators } = compile(description);
  const judged: string[] = [];
  for (const { value, pointer } of parts(description)) {
    const examples = member(value, 'examples');
    const schema = member(value, 'schema');
    if (!isObject(examples) || schema === undefined) continue;
    const validate = validators.get(`${pointer}/schema`);
    for (const [name, example] of Object.entries(examples)) {
      judged.push(`${pointer} ${name}`);
      expect([pointer, name, validate?.(member(example, 'value')), validate?.errors]).toEqual([
        pointer,
        name,
        true,
        null,
      ]);
    }
  }
  expect(judged.length).toBeGreaterThanOrEqual(9);
});

test('the documented examples of the operation under test are there as they were published', () => {
  const item = member(
    member(parse(text), 'paths'),
    '/v2/{project_id}/pools/{pool_name}/plugins/{template_name}',
  );
  const operation = member(item, 'delete');
  const example = (holder: unknown) =>
    member(
      member(member(member(member(holder, 'content'), 'application/json'), 'examples'), 'documented'),
      'value',
    );
  const responses = member(operation, 'responses');
  expect(example(member(operation, 'requestBody'))).toEqual({});
  expect(example(member(responses, '400'))).toEqual({
    error_code: 'ModelArts.50004000',
    error_msg: 'Bad request.',
  });
  expect(example(member(responses, '200'))).toMatchObject({
    metadata: { name: 'pool-4cd084d36f8bd3346036-node-local-dns', creationTimestamp: '2025-03-17T12:29:18Z' },
    spec: {
      template: { version: '1.6.36', inputs: { custom: { enable_dnsconfig_admission: true, ndots: '8' } } },
    },
    status: { phase: 'Running', version: '1.6.36', reason: 'Install complete' },
  });
});

test('every keyword of an answer that asks more than a type says where it comes from', () => {
  const { components }: { components: { schemas: object } } = parse(text);
  const asking = ['enum', 'const', 'format', 'pattern', 'minLength', 'minimum', 'required'];
  const found: string[] = [];
  for (const [name, schema] of Object.entries(components.schemas)) {
    // What is sent, and what prepares and observes, is not under test.
    if (name === 'PluginList' || name === 'PluginInstallation') continue;
    for (const { value, pointer } of parts(schema)) {
      if (/x-source/.test(pointer) || pointer.endsWith('/properties')) continue;
      const told = member(member(value, 'x-source'), 'keywords');
      for (const keyword of asking.filter((one) => member(value, one) !== undefined)) {
        found.push(keyword);
        expect([name, pointer, keyword, member(told, keyword)]).toEqual([
          name,
          pointer,
          keyword,
          expect.objectContaining({ basis: expect.stringMatching(/^(sibling|observed|reading)$/) }),
        ]);
      }
    }
  }
  expect([...new Set(found)].sort()).toEqual([
    'enum',
    'format',
    'minLength',
    'minimum',
    'pattern',
    'required',
  ]);
});

test('every response and every path parameter says where it comes from', () => {
  const sourced = [...parts(parse(text))].filter(
    ({ pointer }) => /\/responses\/[^/]+$/.test(pointer) || /^\/components\/parameters\/[^/]+$/.test(pointer),
  );
  expect(sourced.length).toBeGreaterThanOrEqual(10);
  for (const { value, pointer } of sourced) {
    expect([pointer, member(value, 'x-source')]).toEqual([
      pointer,
      { basis: expect.stringMatching(/^(documented|sibling)$/), clause: expect.stringMatching(/./) },
    ]);
  }
});
