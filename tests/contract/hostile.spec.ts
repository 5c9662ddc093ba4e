import { expect } from '@playwright/test';
import { test } from '../own-test.ts';
import { FULL_200 } from './full-bodies.ts';
import { responseOf } from './the-contract.ts';

/** Arrays or objects in one another, so deep that anything recursive overflows the stack. */
function nested(levels: number, member: string | null): unknown {
  let value: unknown = 0;
  for (let level = 0; level < levels; level += 1) value = member === null ? [value] : { [member]: value };
  return value;
}

async function judged(body: unknown) {
  const response = await responseOf(200);
  return {
    errors: response.validate(body),
    undocumented: response.undocumented(body).pointers,
    more: response.undocumented(body).more,
    observed: response.observed(body),
  };
}

for (const [title, deep] of [
  ['arrays', nested(100_000, null)],
  ['objects', nested(100_000, 'status')],
] as const) {
  test(`100,000 nested ${title} are judged wherever they stand`, async () => {
    expect((await judged(deep)).errors.length).toBeGreaterThan(0);
    const inputs = { ...FULL_200, spec: { template: { name: 'x', inputs: { deep } } } };
    expect(await judged(inputs)).toMatchObject({ errors: [], undocumented: [] });
    const { errors } = await judged({
      ...FULL_200,
      status: { phase: deep, resources: [deep, { limits: { deep } }] },
    });
    expect(errors.map(({ field }) => field)).toContain('status.phase');
    expect((await judged({ ...FULL_200, extra: deep })).undocumented).toEqual(['/extra']);
  });
}

test('of a million wrong items the first thousand are told', async () => {
  const resources = new Array(1_000_000).fill(0);
  const { errors } = await judged({ ...FULL_200, status: { phase: 'Running', resources } });
  expect(errors).toHaveLength(1000);
  expect(errors[0]).toMatchObject({ field: 'status.resources', pointer: '/status/resources/0' });
});

test('the one wrong item among a hundred thousand is found, however late it comes', async () => {
  const resources = new Array(100_000).fill({ replicas: 1, limits: { cpu: '1' } });
  const body = { ...FULL_200, status: { phase: 'Running', resources } };
  expect((await judged(body)).errors).toEqual([]);
  resources[99_999] = { limits: { cpu: 1 } };
  expect((await judged(body)).errors).toEqual([
    {
      field: 'status.resources.limits',
      code: 'type',
      pointer: '/status/resources/99999/limits/cpu',
      basis: 'documented',
      message: 'A value of `status.resources[99999].limits` is not a string.',
      expected: 'a string',
      actual: '1',
    },
  ]);
});

test('in a large body the errors of every other field are told too', async () => {
  const resources = new Array(100_000).fill({});
  const body = { ...FULL_200, kind: 1, status: { phase: 'Gone', resources, reason: 1 } };
  const fields = (await judged(body)).errors.map(({ field }) => field);
  expect(fields.sort()).toEqual(['kind', 'status.phase', 'status.reason']);
});

test('a map with hundreds of thousands of wrong values is judged @slow', async () => {
  const limits = Object.fromEntries(Array.from({ length: 300_000 }, (_, index) => [`n${index}`, index]));
  const { errors } = await judged({ ...FULL_200, status: { phase: 'Running', resources: [{ limits }] } });
  expect(errors).toHaveLength(999);
});

test('of thousands of undocumented members a hundred are told, and how many more there are', async () => {
  const extra = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`n${index}`, index]));
  const { undocumented, more } = await judged({ ...FULL_200, ...extra });
  expect([undocumented.length, more]).toEqual([100, 4900]);
});

test('names that JavaScript gives a meaning are names like any other', async () => {
  const names = '{"__proto__":{"kind":"Plugin"},"constructor":1,"hasOwnProperty":1}';
  const { errors, undocumented, observed } = await judged(JSON.parse(names));
  expect(errors.map(({ field }) => field)).toEqual(['apiVersion', 'kind', 'metadata', 'spec', 'status']);
  expect(undocumented).toEqual(['/__proto__', '/constructor', '/hasOwnProperty']);
  expect([...observed]).toEqual(['']);
  const limits: unknown = JSON.parse('{"__proto__":1}');
  const resources = [...new Array(2000).fill({}), { limits }];
  const map = await judged({ ...FULL_200, status: { phase: 'Running', resources } });
  expect(map.errors.map(({ pointer }) => pointer)).toEqual(['/status/resources/2000/limits/__proto__']);
});

test('what is shown of a value is short', async () => {
  const long = '\u0000\ud800"'.repeat(1_000_000);
  const { errors } = await judged({ ...FULL_200, apiVersion: long, kind: new Array(70_000).fill(0) });
  expect(errors.map(({ actual }) => actual)).toEqual([
    expect.stringMatching(/^"\\u0000\\ud800.{80,120}…" \(3000000 characters\)$/),
    'an array of 70000 items',
  ]);
  const timestamp = `2025-01-01T00:00:00.${'0'.repeat(1_000_000)}`;
  const metadata = { name: '', creationTimestamp: timestamp };
  expect((await judged({ ...FULL_200, metadata })).errors).toHaveLength(1);
  const code = { error_code: `A${'-'.repeat(1_000_000)}`, error_msg: ' ' };
  expect((await responseOf(400)).validate(code)).toHaveLength(1);
});
