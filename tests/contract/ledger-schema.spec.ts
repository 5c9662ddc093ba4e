import { expect } from '@playwright/test';
import { ownSchema } from '../../src/engine/contract/own-schema.ts';
import { test } from '../own-test.ts';

const validate = ownSchema('ledger.schema.json');

const LINE = {
  at: '2025-03-17T12:29:18.123Z',
  run: '3f1c0d52-8a57-4a3e-9f0b-6f1d2c3b4a59',
  event: 'installed',
  endpoint: 'https://modelarts.eu-de.example.com',
  projectId: 'p',
  poolName: 'pool-a',
  templateName: 'log-agent',
};

const OPTIONAL = { name: 'pool-a-log-agent', creationTimestamp: '2025-03-17T12:29:18Z', mock: true };

for (const event of [
  'install-intended',
  'install-accepted',
  'installed',
  'may-be-replaced',
  'not-gone',
  'delete-intended',
  'deleted',
  'gone',
]) {
  test(`a line of ${event} fits`, () => {
    expect([validate({ ...LINE, event }), validate({ ...LINE, ...OPTIONAL, event })]).toEqual([true, true]);
  });
}

for (const name of Object.keys(LINE)) {
  test(`a line without \`${name}\` does not fit`, () => {
    expect(validate({ ...LINE, [name]: undefined })).toBe(false);
  });
}

for (const wrong of [
  { at: '2025-03-17 12:29:18' },
  { run: 'first' },
  { event: 'removed' },
  { endpoint: '' },
  { poolName: 1 },
  { mock: 'yes' },
  { token: 'secret' },
]) {
  test(`a line with ${JSON.stringify(wrong)} does not fit`, () => {
    expect(validate({ ...LINE, ...wrong })).toBe(false);
  });
}
