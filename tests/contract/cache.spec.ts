import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { expect } from '@playwright/test';
import { CACHED_DESCRIPTION, CACHED_VALIDATORS, readCache } from '../../src/engine/contract/cache.ts';
import { writeCache } from '../../src/engine/contract/write-cache.ts';
import type { Contract } from '../../src/engine/model/contract.ts';
import { pluginsContract, pluginsDescription } from '../../src/suites/modelarts-plugins/load.ts';
import { DESCRIPTION } from '../../src/suites/modelarts-plugins/places.ts';
import { modelartsPlugins } from '../../src/suites/modelarts-plugins/suite.ts';
import { test } from '../own-test.ts';
import { BODIES } from './bodies.ts';
import { FULL_200 } from './full-bodies.ts';
import { fromSource } from './the-contract.ts';

async function built(): Promise<URL> {
  const folder = pathToFileURL(`${test.info().outputPath('cache')}/`);
  await writeCache(DESCRIPTION, modelartsPlugins.operations, folder);
  return folder;
}

/** All that a contract says of itself and of bodies, as data. */
function told(contract: Contract) {
  const { operations, ...rest } = contract;
  return {
    ...rest,
    operations: [...operations].map(([id, { responses, ...operation }]) => [
      id,
      operation,
      [...responses].map(([status, { validate, undocumented, observed, holds, ...response }]) => [
        status,
        response,
        response.fields.map(({ steps }) => holds(steps.map((step) => (step === '*' ? 0 : step)))),
        [...BODIES.map((one) => one.body), FULL_200, { items: [{ kind: 1 }, 2] }].map((body) => [
          validate(body),
          undocumented(body),
          [...observed(body)],
        ]),
      ]),
    ]),
  };
}

test('what the build leaves says the same as the source @slow', async () => {
  const folder = await built();
  const { sha256 } = await pluginsDescription({ cache: null });
  expect(await readCache(folder, sha256)).not.toBeNull();
  expect(told(await pluginsContract({ cache: folder }))).toEqual(told(await fromSource));
});

test('of another hash, half there or broken it is not used @slow', async () => {
  const { sha256 } = await pluginsDescription({ cache: null });
  const folder = await built();
  expect(await readCache(folder, '0'.repeat(64))).toBeNull();
  expect(await readCache(new URL('none/', folder), sha256)).toBeNull();
  writeFileSync(new URL(CACHED_DESCRIPTION, folder), '{"sha256":');
  expect(await readCache(folder, sha256)).toBeNull();
  expect(told(await pluginsContract({ cache: folder }))).toEqual(told(await fromSource));
});

test('compiled schemas of another description are not used @slow', async () => {
  const { sha256 } = await pluginsDescription({ cache: null });
  const folder = await built();
  const other = 'export const sha256 = "0"; export const create = () => new Map();';
  writeFileSync(new URL(CACHED_VALIDATORS, folder), other);
  expect(await readCache(folder, sha256)).toBeNull();
});
