import { expect } from '@playwright/test';
import { test } from '../own-test.ts';
import { BODIES } from './bodies.ts';
import { FULL_200, FULL_400 } from './full-bodies.ts';
import { responseOf } from './the-contract.ts';

for (const { title, status, body, errors } of BODIES) {
  test(`a ${status} with ${title} ${errors.length === 0 ? 'fits' : 'errs'}`, async () => {
    const before = JSON.stringify(body);
    const found = (await responseOf(status)).validate(body);
    expect(found.map(({ field, pointer, expected, actual }) => [field, pointer, expected, actual])).toEqual(
      errors,
    );
    expect(JSON.stringify(body)).toBe(before);
  });
}

test('each message is one sentence that names the place', async () => {
  const response = await responseOf(200);
  const resources = [{}, { replicas: -1, limits: { '`evil`': 1 }, involvedObject: { kind: null } }];
  const status = { phase: 'Gone', resources };
  const creationTimestamp = 'today';
  const body = { ...FULL_200, kind: 1, metadata: { creationTimestamp }, status };
  const messages = response.validate(body).map(({ message }) => message);
  expect(messages.sort()).toEqual(
    [
      '`kind` is not a string.',
      '`metadata.creationTimestamp` does not have its format.',
      '`metadata.name` is missing.',
      '`status.phase` is not what is documented.',
      '`status.resources[1].involvedObject.kind` is not a string.',
      '`status.resources[1].replicas` is too small.',
      'A value of `status.resources[1].limits` is not a string.',
    ].sort(),
  );
  expect(response.validate(null)[0]?.message).toBe('The body is not an object.');
  const refusal = await responseOf(400);
  expect(refusal.validate({ error_code: 'x', error_msg: '' }).map(({ message }) => message)).toEqual([
    '`error_code` does not have its shape.',
    '`error_msg` is too short.',
  ]);
});

test('an error has the basis of the very keyword that does not fit, and its note', async () => {
  const basesOf = async (status: 200 | 400, body: unknown) =>
    (await responseOf(status))
      .validate(body)
      .map(({ pointer, basis, note }) => [pointer, basis, note !== undefined]);
  const resources = [{ replicas: -1, limits: { cpu: 1 } }, 'none', { replicas: '1' }];
  const status = { phase: 'Gone', version: null, resources };
  const body = { ...FULL_200, apiVersion: 'v1', kind: 1, metadata: { creationTimestamp: 'today' }, status };
  expect((await basesOf(200, body)).sort()).toEqual([
    ['/apiVersion', 'sibling', true],
    ['/kind', 'documented', false],
    ['/metadata/creationTimestamp', 'observed', true],
    ['/metadata/name', 'reading', true],
    ['/status/phase', 'sibling', true],
    ['/status/resources/0/limits/cpu', 'documented', false],
    ['/status/resources/0/replicas', 'reading', true],
    ['/status/resources/1', 'documented', false],
    ['/status/resources/2/replicas', 'documented', false],
    ['/status/version', 'documented', false],
  ]);
  expect(
    await basesOf(200, { ...body, metadata: { ...FULL_200.metadata, creationTimestamp: 5 } }),
  ).toContainEqual(['/metadata/creationTimestamp', 'documented', false]);
  expect(await basesOf(200, { ...FULL_200, status: { ...status, phase: 5 } })).toContainEqual([
    '/status/phase',
    'documented',
    false,
  ]);
  expect(await basesOf(400, { error_code: 'x', error_msg: '', request_id: 1 })).toEqual([
    ['/error_code', 'observed', true],
    ['/error_msg', 'reading', true],
    ['/request_id', 'sibling', false],
  ]);
  expect(await basesOf(400, { error_code: 5 })).toEqual([
    ['/error_msg', 'reading', true],
    ['/error_code', 'documented', false],
  ]);
});

test('members that no page names are told by their pointers, those of a map are not', async () => {
  const response = await responseOf(200);
  expect(response.undocumented(FULL_200)).toEqual({ pointers: [], more: 0 });
  const body = {
    ...FULL_200,
    'a/b': 1,
    metadata: { ...FULL_200.metadata, creationtimestamp: '' },
    spec: { template: { name: 'x', inputs: { free: 1 } } },
    status: { phase: 'x', resources: [{ limits: { free: '' } }, { involvedObject: { tilde: 1 } }] },
  };
  expect([...response.undocumented(body).pointers].sort()).toEqual([
    '/a~1b',
    '/metadata/creationtimestamp',
    '/status/resources/1/involvedObject/tilde',
  ]);
});

test('members that are there are observed, whatever their value', async () => {
  const response = await responseOf(200);
  const observed = response.observed(FULL_200);
  expect([...observed]).toEqual(response.fields.map(({ path }) => path).filter((path) => observed.has(path)));
  expect(observed.size).toBeGreaterThanOrEqual(27);
  expect([...response.observed(null)]).toEqual(['']);
  expect(
    [...response.observed({ kind: null, other: 1, status: { resources: [{}, { limits: 1 }] } })].sort(),
  ).toEqual(['', 'kind', 'status', 'status.resources', 'status.resources.limits'].sort());
  const refusal = await responseOf(400);
  expect([...refusal.observed(FULL_400)]).toEqual(['', 'error_code', 'error_msg', 'request_id']);
});
