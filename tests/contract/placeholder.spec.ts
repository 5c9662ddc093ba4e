import { expect } from '@playwright/test';
import { test } from '../own-test.ts';
import { FULL_200, FULL_400 } from './full-bodies.ts';
import { responseOf } from './the-contract.ts';

/** Whether an error code, or a time, may have had its form before a part of it was redacted. */
const TEXTS: Readonly<Record<string, boolean>> = {
  'ModelArts.[REDACTED]': true,
  'ModelArts.50[REDACTED-2]': true,
  '[REDACTED-12.30].50004000': true,
  '[REDACTED]': false,
  '[REDACTED].[REDACTED]': false,
  'ModelArts.[REDACTED]!': false,
  'ModelArts [REDACTED]': false,
  'ModelArts.[REDACTED*]': false,
  'ModelArts.REDACTED': false,
  [`ModelArts.[REDACTED]${'0'.repeat(2000)}`]: false,
};

for (const [error_code, mayFit] of Object.entries(TEXTS)) {
  test(`the error code \`${error_code.slice(0, 40)}\` ${mayFit ? 'may have had' : 'never had'} its shape`, async () => {
    const found = (await responseOf(400)).validate({ ...FULL_400, error_code });
    expect(found.map(({ pointer }) => pointer)).toEqual(mayFit ? [] : ['/error_code']);
  });
}

test('a time of which digits were redacted may have been one, and a constant never', async () => {
  const response = await responseOf(200);
  const at = (creationTimestamp: string) =>
    response.validate({ ...FULL_200, metadata: { ...FULL_200.metadata, creationTimestamp } });
  expect(at('2025-03-17T12:29:18.[REDACTED]Z')).toEqual([]);
  expect(at('[REDACTED]')).toHaveLength(1);
  expect(response.validate({ ...FULL_200, kind: '[REDACTED]' })).toHaveLength(1);
});
