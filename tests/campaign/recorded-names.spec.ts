import { expect } from '@playwright/test';
import { ask } from '../../src/lifecycle/walk/ask.ts';
import { heldBack } from '../../src/lifecycle/walk/held-back.ts';
import { show } from '../../src/lifecycle/walk/pool.ts';
import { startMock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { scenarios } from '../../src/suites/modelarts-plugins/scenarios/scenarios.ts';
import { test } from '../own-test.ts';
import { erase, install, refused, THERE, walkAt } from './walk-at.ts';

test('a secret that is a name of the settings in other letter case keeps no look from being known again', async () => {
  const poolName = 'thistles-and-brambles';
  const token = poolName.toUpperCase();
  const mock = await startMock({ neighbours: [THERE], poolName, tokens: [token] });
  const walk = walkAt(mock, { MODELARTS_AUTH_TOKEN: token, MODELARTS_POOL_NAME: poolName });
  install(walk);
  const { exchange } = await show(walk, 'read-back', null);
  expect(exchange.names).toEqual({ ...walk.plan.names, collection: '[REDACTED]' });
  // That would be recorded with the same names.
  const alike = { ...walk.plan.names, collection: token };
  await expect(show(walk, 'read-back', null, alike)).rejects.toMatchObject(refused);
  const probe = { names: () => alike, mustNotExist: true, laxity: 'any-letter-case-of-collection' } as const;
  const [first] = scenarios.flatMap(({ probes }) => probes);
  if (first === undefined) throw new Error('There is no probe.');
  expect(await heldBack(walk, { ...first, ...probe }, [])).toMatchObject({ outcome: 'not-observed' });
  expect(mock.requests()).toBe(1);
  expect((await erase(walk)).response?.status).toBe(200);
  await mock.close();
});

test("a probe of a name that holds a secret is not sent where Show just gave somebody's plug-in of what may be that name", async () => {
  const token = 'a-token-of-the-run';
  const templateName = `log-agent-${token}`;
  const mock = await startMock({ neighbours: [{ ...THERE, templateName }], tokens: [token] });
  const walk = walkAt(mock, { MODELARTS_AUTH_TOKEN: token });
  const names = { ...walk.plan.names, item: templateName };
  const { exchange } = await show(walk, 'read-back', null, names);
  expect(exchange.names?.item).toBe('log-agent-[REDACTED]');
  const asked = { purpose: 'probe', operation: 'DeletePlugin', method: 'DELETE', probe: 'prefix' } as const;
  for (const one of [templateName, templateName.toUpperCase().replace('LOG-AGENT', 'log-agent')]) {
    await expect(ask(walk, { ...asked, names: { ...names, item: one } })).rejects.toMatchObject(refused);
  }
  expect(mock.requests()).toBe(1);
  await mock.close();
});
