import { expect } from '@playwright/test';
import { judge } from '../../../src/engine/judge/judge.ts';
import { test } from '../../own-test.ts';
import { deletion, evidence, plugin, raw } from './build.ts';
import { given } from './given.ts';

test('inputs as deep as is looked at are compared', () => {
  const inputs: unknown = JSON.parse(`${'{"a":'.repeat(900)}1${'}'.repeat(900)}`);
  const other = plugin(undefined, { spec: { template: { name: 'node-local-dns', inputs } } });
  const run = [evidence('installed', deletion(raw(200, { data: JSON.stringify(other) })))];
  const all = judge({ ...given, evidence: run, source: 'install', settleTimeoutMs: 900_000 });
  expect(all.find(({ id }) => id === 'delete.200.instance.inputs')?.outcome).toBe('failed');
});
