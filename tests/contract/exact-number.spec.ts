import { expect } from '@playwright/test';
import { shown } from '../../src/engine/contract/actual.ts';
import { ExactNumber, numberOf } from '../../src/engine/contract/exact-number.ts';
import { sameScalar } from '../../src/engine/contract/same-scalar.ts';
import { test } from '../own-test.ts';
import { FULL_200 } from './full-bodies.ts';
import { responseOf } from './the-contract.ts';

/** Numbers that are one, line by line; those of different lines differ. */
const VALUES: readonly (readonly string[])[] = [
  ['2', '2.0', '20e-1', '0.2E+1', '2.000', '200000e-5'],
  ['2.0000000000000000001', '20000000000000000001e-19'],
  ['0', '-0', '0.0', '-0e5', '0e999999999999', '0.000e-7'],
  ['100', '1E2', '1e+2', '100.0'],
  ['0.1', '0.10', '1e-1', '1e-00000000001'],
  ['0.1000000000000000000001'],
  ['9007199254740992', '9007199254740992.0', '9.007199254740992e15'],
  ['9007199254740993', '9007199254740993.0'],
  ['1e400', '10e399', `1${'0'.repeat(400)}`],
  ['1e401'],
  ['-1e400'],
  ['1e-400'],
  ['-1e-400'],
  ['1e999999999', '10e999999998'],
  ['1e999999998'],
  ['1e9999999999999999999999999', '10e9999999999999999999999998'],
  [`1e${'9'.repeat(5000)}`],
  [`1e-${'9'.repeat(5000)}`],
  [`1e${'9'.repeat(4999)}8`],
];

const all = VALUES.flatMap((texts, line) => texts.map((text) => ({ text, line, number: numberOf(text) })));

test('numbers are compared by their exact decimal values', () => {
  const wrong = all.flatMap((one) =>
    all
      .filter((other) => sameScalar(one.number, other.number) !== (one.line === other.line))
      .map((other) => [one.text, other.text]),
  );
  expect(wrong).toEqual([]);
  expect([sameScalar('2', 2), sameScalar(numberOf('2.0'), '2.0'), sameScalar(null, numberOf('-0'))]).toEqual([
    false,
    false,
    false,
  ]);
});

test('a number that JavaScript would write in the same words is one of its own', () => {
  for (const text of ['0', '12', '-7', '0.1', '1e+21', '1.5e-7', '123456789012345680000']) {
    expect(numberOf(text)).toBe(Number(text));
  }
  for (const text of ['-0', '2.0', '1E2', '1e21', '9007199254740993', '1e400']) {
    expect(numberOf(text)).toBeInstanceOf(ExactNumber);
  }
});

test('numbers are shown as they came, long ones by their beginning', () => {
  for (const text of ['1e400', '-0', '2.0', '1E2', '9007199254740993'])
    expect(shown(numberOf(text))).toBe(text);
  expect(shown(numberOf('7'.repeat(500)))).toBe(`${'7'.repeat(120)}… (500 characters)`);
});

const REPLICAS: Readonly<Record<string, string | null>> = {
  '2.0': null,
  '20e-1': null,
  '-0': null,
  '0.0': null,
  '1e400': null,
  '1e999999999': null,
  '9007199254740993': null,
  [`1e${'9'.repeat(5000)}`]: null,
  '2.0000000000000000001': 'is not an integer',
  '1.9999999999999999999': 'is not an integer',
  '1e-400': 'is not an integer',
  '-1e-400': 'is not an integer',
  '-2.0000000000000000001': 'is not an integer',
  '9007199254740993.5': 'is not an integer',
  '1e-999999999': 'is not an integer',
  [`${'1'.repeat(400)}.5`]: 'is not an integer',
  '-1e400': 'is too small',
  '-9007199254740993': 'is too small',
  '-1.0': 'is too small',
};

for (const [text, complaint] of Object.entries(REPLICAS)) {
  test(`\`replicas: ${text.slice(0, 40)}\` ${complaint ?? 'is a count'}`, async () => {
    const status = { phase: 'Running', resources: [{ replicas: 1 }, { replicas: numberOf(text) }] };
    const found = (await responseOf(200)).validate({ ...FULL_200, status });
    expect(found.map(({ pointer, actual, message }) => [pointer, actual, message])).toEqual(
      complaint === null
        ? []
        : [
            [
              '/status/resources/1/replicas',
              shown(numberOf(text)),
              `\`status.resources[1].replicas\` ${complaint}.`,
            ],
          ],
    );
  });
}

test('the numbers of thousands of resources are judged too', async () => {
  const resources = Array.from({ length: 2000 }, () => ({ replicas: numberOf('2.0') }));
  const body = { ...FULL_200, status: { phase: 'Running', resources } };
  const response = await responseOf(200);
  expect(response.validate(body)).toEqual([]);
  resources[1990] = { replicas: numberOf('2.5000000000000000001') };
  expect(response.validate(body).map(({ actual }) => actual)).toEqual(['2.5000000000000000001']);
});

test('a number in the place of something else is shown as it came', async () => {
  const body = {
    ...FULL_200,
    kind: numberOf('1e400'),
    spec: { template: { name: 'x', version: numberOf('1.0'), inputs: numberOf('1e400') } },
    status: numberOf('1E2'),
  };
  const response = await responseOf(200);
  expect(response.validate(body).map(({ pointer, actual }) => [pointer, actual])).toEqual([
    ['/kind', '1e400'],
    ['/spec/template/version', '1.0'],
    ['/spec/template/inputs', '1e400'],
    ['/status', '1E2'],
  ]);
  expect(response.undocumented({ ...body, more: numberOf('1e400') }).pointers).toEqual(['/more']);
});

test('a stand-in keeps the sign, what an integer is, and the sides of a bound', () => {
  const standIn = (text: string) => new ExactNumber(text).standIn();
  expect(standIn('1e-400')).toBe(Number.MIN_VALUE);
  expect(standIn('-1e-400')).toBe(-Number.MIN_VALUE);
  expect(standIn('0.1000000000000000000001')).toBeGreaterThan(0.1);
  expect(standIn('0.0999999999999999999999')).toBeLessThan(0.1);
  expect(standIn('-0.1000000000000000000001')).toBeLessThan(-0.1);
  expect(standIn('9007199254740993')).toBeGreaterThan(9007199254740992);
  expect(standIn('1E2')).toBe(100);
  expect(standIn('-1e400')).toBe(-Number.MAX_VALUE);
});
