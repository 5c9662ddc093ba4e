import { expect, test } from '@playwright/test';
import { fromSource, responseOf } from './the-contract.ts';

const REQUIRED = [
  '',
  'apiVersion',
  'kind',
  'metadata',
  'metadata.name',
  'metadata.creationTimestamp',
  'spec',
  'spec.template',
  'spec.template.name',
  'status',
  'status.phase',
];

const OPTIONAL = [
  'spec.template.version',
  'spec.template.inputs',
  'status.version',
  'status.reason',
  'status.values',
  'status.resources',
  'status.resources.involvedObject',
  ...['kind', 'apiVersion', 'namespace', 'name', 'uid', 'resourceVersion'].map(
    (name) => `status.resources.involvedObject.${name}`,
  ),
  'status.resources.replicas',
  'status.resources.limits',
  'status.resources.requests',
];

test('the contract has four operations with the documented statuses', async () => {
  const { operations, title, version, sha256 } = await fromSource;
  const found = [...operations.values()].map(({ id, method, path, responses }) => [
    id,
    method,
    path,
    [...responses.keys()],
  ]);
  const list = '/v2/{project_id}/pools/{pool_name}/plugins';
  expect(found).toEqual([
    ['ListPlugins', 'GET', list, [200]],
    ['CreatePlugin', 'POST', list, [200, 400]],
    ['ShowPlugin', 'GET', `${list}/{template_name}`, [200, 400]],
    ['DeletePlugin', 'DELETE', `${list}/{template_name}`, [200, 400]],
  ]);
  expect([title, version]).toEqual(['ModelArts plug-ins', '1.0.0']);
  expect(sha256).toMatch(/^[0-9a-f]{64}$/);
});

test('a 200 has every documented field, those required that were decided on', async () => {
  const { fields, mediaTypes, basis, clause } = await responseOf(200);
  const paths = (required: boolean) =>
    fields.filter((field) => field.required === required).map(({ path }) => path);
  expect(paths(true)).toEqual(REQUIRED);
  expect(paths(false)).toEqual(OPTIONAL);
  expect(new Set(fields.map((field) => field.basis))).toEqual(new Set(['documented']));
  expect([mediaTypes, basis, clause]).toEqual([['application/json'], 'documented', 'Status Codes, 200']);
});

test('a 400 has both error members, and the gateway adds one', async () => {
  const { fields, clause } = await responseOf(400);
  expect(fields.map((field) => [field.path, field.required, field.basis])).toEqual([
    ['', true, 'documented'],
    ['error_code', true, 'documented'],
    ['error_msg', true, 'documented'],
    ['request_id', false, 'sibling'],
  ]);
  expect(clause).toBe('Status Codes, 400');
});

test('a field says where it stands in the body and on the page', async () => {
  const { fields } = await responseOf(200);
  expect(fields[0]).toEqual({
    path: '',
    steps: [],
    required: true,
    basis: 'documented',
    clause: 'Response Parameters, status code 200',
    expected: 'an object',
  });
  expect(fields.find(({ path }) => path === 'status.resources.involvedObject.uid')).toEqual({
    path: 'status.resources.involvedObject.uid',
    steps: ['status', 'resources', '*', 'involvedObject', 'uid'],
    required: false,
    basis: 'documented',
    clause: 'Response Parameters, status code 200, ObjectReference, uid',
    expected: 'a string',
  });
  for (const { path, clause } of fields.slice(1)) {
    expect(clause.split(', ').at(-1)).toBe(path.split('.').at(-1));
  }
});

test('nothing is required of the supporting operations', async () => {
  for (const operation of ['CreatePlugin', 'ListPlugins', 'ShowPlugin']) {
    const { fields, validate } = await responseOf(200, operation);
    expect([operation, fields.filter(({ required }) => required).map(({ path }) => path)]).toEqual([
      operation,
      [''],
    ]);
    expect([operation, validate({})]).toEqual([operation, []]);
    expect(validate([])).toHaveLength(1);
  }
});

test('the list goes by either of its documented kinds and holds plug-ins', async () => {
  const { validate } = await responseOf(200, 'ListPlugins');
  expect(validate({ kind: 'PluginList', items: [{ kind: 'Plugin' }] })).toEqual([]);
  expect(validate({ kind: 'NodePoolList', items: [] })).toEqual([]);
  expect(validate({ kind: 'List', items: [{ kind: 'List' }] }).map(({ pointer }) => pointer)).toEqual([
    '/kind',
    '/items/0/kind',
  ]);
});

test('the ten contradictions are read, each under an id of its own', async () => {
  const { readings } = await fromSource;
  expect(readings).toHaveLength(10);
  expect(new Set(readings.map(({ id }) => id)).size).toBe(10);
  expect(readings[0]?.id).toBe('request-body');
});
