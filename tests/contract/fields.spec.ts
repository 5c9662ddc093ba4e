import { expect } from '@playwright/test';
import { test } from '../own-test.ts';
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

test('every status and every field of the plug-ins says where it comes from', async () => {
  const { operations } = await fromSource;
  const responses = [...operations.values()].flatMap((one) => [...one.responses.values()]);
  const clauses = responses.flatMap(({ clause, fields }) => [clause, ...fields.map((one) => one.clause)]);
  expect(clauses.length).toBeGreaterThan(100);
  // Without a source the clause is a JSON Pointer.
  expect(clauses.filter((clause) => clause.startsWith('/'))).toEqual([]);
});

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
    ['ListPlugins', 'GET', list, ['200']],
    ['CreatePlugin', 'POST', list, ['200', '400']],
    ['ShowPlugin', 'GET', `${list}/{template_name}`, ['200', '400']],
    ['DeletePlugin', 'DELETE', `${list}/{template_name}`, expect.arrayContaining(['200', '400'])],
  ]);
  expect([title, version]).toEqual(['ModelArts plug-ins', '1.0.0']);
  expect(sha256).toMatch(/^[0-9a-f]{64}$/);
});

test('a 200 has every documented field, those required that were decided on', async () => {
  const { fields, mediaTypes, basis, clause } = await responseOf(200);
  const paths = (required: boolean) =>
    fields.filter((field) => field.required === required).map(({ path }) => path);
  expect(paths(true)).toEqual(REQUIRED);
  expect(paths(false)).toEqual(expect.arrayContaining(OPTIONAL));
  expect(new Set(fields.map((field) => field.basis))).toEqual(new Set(['documented']));
  expect([mediaTypes, basis, clause]).toEqual([['application/json'], 'documented', 'Status Codes, 200']);
});

test('a 400 has both error members, and the gateway adds one', async () => {
  const { fields, clause } = await responseOf(400);
  expect(fields.map((field) => [field.path, field.required, field.basis])).toEqual(
    expect.arrayContaining([
      ['', true, 'documented'],
      ['error_code', true, 'documented'],
      ['error_msg', true, 'documented'],
      ['request_id', false, 'sibling'],
    ]),
  );
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
    additions: [],
    readings: ['depth'],
    expected: 'an object',
  });
  expect(fields.find(({ path }) => path === 'status.resources.involvedObject.uid')).toEqual({
    path: 'status.resources.involvedObject.uid',
    steps: ['status', 'resources', '*', 'involvedObject', 'uid'],
    required: false,
    basis: 'documented',
    clause: 'Response Parameters, status code 200, ObjectReference, uid',
    additions: [],
    readings: ['mandatory-members'],
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

/** Permanent: an id may be added, and none may go. */
const READINGS = [
  'request-body',
  'phase-of-the-answer',
  'reason',
  'values',
  'create-fixed-values',
  'kind-of-the-list',
  'spelling-of-creation-timestamp',
  'error-message-member',
  'project-id-shape',
  'misspelt-prose',
].concat(
  [
    'mandatory-members',
    'mandatory-error-members',
    'undocumented-members',
    'counts',
    'numbers',
    'placeholders',
  ],
  ['depth', 'unique-names', 'ill-formed-names', 'refusal-statuses', 'accepted', 'stays-deleted'],
  ['rest-of-the-pool', 'refused-means-unchanged', 'same-instance', 'internals'],
);

test('the ten contradictions and our own readings stand there, each under a permanent id', async () => {
  const { readings } = await fromSource;
  const ids = readings.map(({ id }) => id);
  expect(READINGS.filter((id) => !ids.includes(id))).toEqual([]);
  expect(ids.slice(0, 10)).toEqual(READINGS.slice(0, 10));
  expect(new Set(ids).size).toBe(ids.length);
});

test('every field but the body itself rests on the reading that says whether it must be there', async () => {
  for (const [status, reading] of [
    [200, 'mandatory-members'],
    [400, 'mandatory-error-members'],
  ] as const) {
    const [, ...fields] = (await responseOf(status)).fields;
    expect(fields.filter(({ readings }) => !readings.includes(reading)).map(({ path }) => path)).toEqual([]);
  }
});

test('what the page says and what is added to it are kept apart', async () => {
  const added = [...(await responseOf(200)).fields, ...(await responseOf(400)).fields]
    .filter(({ additions }) => additions.length > 0)
    .map(({ path, additions }) => [path, ...additions.map(({ keyword, basis }) => `${keyword} ${basis}`)]);
  const mandatory = ['metadata', 'metadata.name', 'spec', 'spec.template', 'spec.template.name', 'status'];
  expect(new Map(added.map(([path, ...words]) => [path, words]))).toEqual(
    new Map<string | undefined, readonly (string | undefined)[]>([
      ...mandatory.map((path) => [path, ['required reading']] as const),
      ['apiVersion', ['enum sibling', 'required reading']],
      ['kind', ['enum sibling', 'required reading']],
      ['metadata.creationTimestamp', ['format observed', 'required reading']],
      ['status.phase', ['enum sibling', 'required reading']],
      ['status.resources.replicas', ['minimum reading']],
      ['error_code', ['pattern observed', 'required reading']],
      ['error_msg', ['minLength reading', 'required reading']],
    ]),
  );
});
