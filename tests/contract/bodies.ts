import { FULL_200, FULL_400 } from './full-bodies.ts';

/** A body with one change, and what the contract says of it: the field and the pointer of each error. */
export interface BodyCase {
  readonly title: string;
  readonly status: 200 | 400;
  readonly body: unknown;
  readonly errors: readonly (readonly [field: string, pointer: string, expected: string, actual: string])[];
}

const PHASES = 'one of "Pending", "Running", "Updating", "Abnormal", "Deleting"';
const CODE = 'a string that matches `^[A-Za-z][A-Za-z0-9_-]*\\.[0-9]{4,8}$`';

function accepted(title: string, status: 200 | 400, body: unknown): BodyCase {
  return { title, status, body, errors: [] };
}

function refused(
  title: string,
  status: 200 | 400,
  body: unknown,
  ...errors: BodyCase['errors'][number][]
): BodyCase {
  return { title, status, body, errors };
}

/** The full 200 with one member replaced; the path is dotted, `undefined` takes the member away. */
function plugin(path: string, value: unknown): unknown {
  return replaced(FULL_200, path.split('.'), value);
}

function replaced(at: unknown, [step = '', ...rest]: readonly string[], value: unknown): unknown {
  const copy: Record<string, unknown> = Object.assign(Array.isArray(at) ? [] : {}, at);
  if (rest.length > 0) copy[step] = replaced(copy[step], rest, value);
  else if (value === undefined) delete copy[step];
  else copy[step] = value;
  return copy;
}

/** Bodies of both documented statuses, right ones and wrong ones. */
export const BODIES: readonly BodyCase[] = [
  accepted('every member', 200, FULL_200),
  accepted('both error members and the request ID', 400, FULL_400),
  accepted('no resources', 200, plugin('status.resources', [])),
  accepted('an unknown member', 200, plugin('metadata.labels', { a: 1 })),
  accepted('no optional member', 200, plugin('status', { phase: 'Deleting' })),
  accepted(
    'anything in the inputs',
    200,
    plugin('spec.template.inputs', { a: [null, { b: 1.5 }], '': false }),
  ),
  accepted('a leap second', 200, plugin('metadata.creationTimestamp', '2016-12-31T23:59:60Z')),
  accepted('no replicas', 200, plugin('status.resources.0.replicas', undefined)),
  accepted('zero replicas', 200, plugin('status.resources.0.replicas', 0)),
  accepted('a code of the gateway', 400, { error_code: 'APIGW.0301', error_msg: 'x' }),
  ...[null, [], 'text', 1, true].map((body) =>
    refused(`${JSON.stringify(body)} for a body`, 200, body, [
      '',
      '',
      'an object',
      Array.isArray(body) ? 'an array of 0 items' : JSON.stringify(body),
    ]),
  ),
  refused('no phase', 200, plugin('status.phase', undefined), [
    'status.phase',
    '/status/phase',
    PHASES,
    'missing',
  ]),
  refused('no metadata', 200, plugin('metadata', undefined), [
    'metadata',
    '/metadata',
    'an object',
    'missing',
  ]),
  refused(
    'empty metadata',
    200,
    plugin('metadata', {}),
    ['metadata.name', '/metadata/name', 'a string', 'missing'],
    [
      'metadata.creationTimestamp',
      '/metadata/creationTimestamp',
      'a string: an RFC 3339 date-time',
      'missing',
    ],
  ),
  refused('no template', 200, plugin('spec', {}), [
    'spec.template',
    '/spec/template',
    'an object',
    'missing',
  ]),
  refused('a template without a name', 200, plugin('spec.template', {}), [
    'spec.template.name',
    '/spec/template/name',
    'a string',
    'missing',
  ]),
  refused('another version of the API', 200, plugin('apiVersion', 'v1'), [
    'apiVersion',
    '/apiVersion',
    '"v2"',
    '"v1"',
  ]),
  refused('a number for an option', 200, plugin('kind', 2), ['kind', '/kind', '"Plugin"', '2']),
  refused('a text for an object', 200, plugin('spec', 'x'), ['spec', '/spec', 'an object', '"x"']),
  refused('an array for an object', 200, plugin('metadata', [1]), [
    'metadata',
    '/metadata',
    'an object',
    'an array of 1 item',
  ]),
  refused('null for a text', 200, plugin('status.reason', null), [
    'status.reason',
    '/status/reason',
    'a string',
    'null',
  ]),
  refused('a phase in other letter case', 200, plugin('status.phase', 'running'), [
    'status.phase',
    '/status/phase',
    PHASES,
    '"running"',
  ]),
  refused('30 February', 200, plugin('metadata.creationTimestamp', '2025-02-30T00:00:00Z'), [
    'metadata.creationTimestamp',
    '/metadata/creationTimestamp',
    'a string: an RFC 3339 date-time',
    '"2025-02-30T00:00:00Z"',
  ]),
  refused('an object for an array', 200, plugin('status.resources', {}), [
    'status.resources',
    '/status/resources',
    'an array, each item an object',
    'an object of 0 members',
  ]),
  refused('a text for an item', 200, plugin('status.resources.1', 'x'), [
    'status.resources',
    '/status/resources/1',
    'an object',
    '"x"',
  ]),
  refused('half a replica', 200, plugin('status.resources.0.replicas', -0.5), [
    'status.resources.replicas',
    '/status/resources/0/replicas',
    'an integer, at least 0',
    '-0.5',
  ]),
  refused('negative replicas', 200, plugin('status.resources.0.replicas', -1), [
    'status.resources.replicas',
    '/status/resources/0/replicas',
    'an integer, at least 0',
    '-1',
  ]),
  refused('a number in a map of texts', 200, plugin('status.resources.0.limits.a/b~c', 1), [
    'status.resources.limits',
    '/status/resources/0/limits/a~1b~0c',
    'a string',
    '1',
  ]),
  refused('a text for a map', 200, plugin('status.resources.1.requests', 'x'), [
    'status.resources.requests',
    '/status/resources/1/requests',
    'an object, each value a string',
    '"x"',
  ]),
  refused('an array for the inputs', 200, plugin('spec.template.inputs', []), [
    'spec.template.inputs',
    '/spec/template/inputs',
    'an object',
    'an array of 0 items',
  ]),
  refused('a number deep in a reference', 200, plugin('status.resources.1.involvedObject.uid', 7), [
    'status.resources.involvedObject.uid',
    '/status/resources/1/involvedObject/uid',
    'a string',
    '7',
  ]),
  refused(
    'no error member',
    400,
    {},
    ['error_code', '/error_code', CODE, 'missing'],
    ['error_msg', '/error_msg', 'a string that is not empty', 'missing'],
  ),
  refused(
    'empty error members',
    400,
    { error_code: '', error_msg: '' },
    ['error_code', '/error_code', CODE, '""'],
    ['error_msg', '/error_msg', 'a string that is not empty', '""'],
  ),
  ...[
    'ModelArts.123',
    'ModelArts.123456789',
    'ModelArts50004000',
    '.50004000',
    '4.50004000',
    'A.5000400\n',
  ].map((code) =>
    refused(`the code ${JSON.stringify(code)}`, 400, { ...FULL_400, error_code: code }, [
      'error_code',
      '/error_code',
      CODE,
      JSON.stringify(code),
    ]),
  ),
  refused('a number for the request ID', 400, { ...FULL_400, request_id: 1 }, [
    'request_id',
    '/request_id',
    'a string',
    '1',
  ]),
];
