import { expect } from '@playwright/test';
import { redactor } from '../../src/engine/secrets/redact.ts';
import { redactError } from '../../src/engine/secrets/redact-error.ts';
import { test } from '../own-test.ts';

const redact = redactor(() => ['canary']);

test('an error stays what it is; its message, its trace and those of its cause lose their secrets', () => {
  const error = new TypeError('no canary', { cause: new Error('canary as well', { cause: 'a canary' }) });
  const shown = redactError(error, redact);
  expect(shown).toBe(error);
  expect(error).toMatchObject({
    message: 'no [REDACTED]',
    stack: expect.stringMatching(/^TypeError: no \[REDACTED\]\n +at /),
    cause: { message: '[REDACTED] as well', cause: 'a [REDACTED]' },
  });
});

test('what is no error is thrown as it is, but for a text', () => {
  expect(redactError('a canary', redact)).toBe('a [REDACTED]');
  expect(redactError(7, redact)).toBe(7);
});
