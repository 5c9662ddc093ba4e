import { expect } from '@playwright/test';
import { pluginsContract } from '../../src/suites/modelarts-plugins/load.ts';
import { deviations } from '../../src/suites/modelarts-plugins/mock/deviations/deviations.ts';
import { body200 } from '../../src/suites/modelarts-plugins/mock/deviations/families/body-200.ts';
import { body400 } from '../../src/suites/modelarts-plugins/mock/deviations/families/body-400.ts';
import { scenarios } from '../../src/suites/modelarts-plugins/scenarios/scenarios.ts';
import { test } from '../own-test.ts';
import { ask, bodyOf, type Came, CREATE, LIST, pathOf, withMock } from './ask.ts';
import { deleteTwice } from './delete-twice.ts';
import { walk } from './walk.ts';

/** What the description says against an answer; an answer that it does not document is an error. */
async function against(operation: string, came: Came) {
  const contract = await pluginsContract();
  const response = contract.operations.get(operation)?.responses.get(String(came.status));
  if (response === undefined) throw new Error(`${operation} documents no ${came.status}.`);
  const body = bodyOf(came);
  return { errors: response.validate(body), undocumented: response.undocumented(body).pointers };
}

const FITS = { errors: [], undocumented: [] };

test('the mock answers every supporting operation as the description says', () =>
  withMock({ installMs: 60_000, removeMs: 60_000 }, async (mock) => {
    expect(await against('ListPlugins', await ask(mock, 'GET', LIST))).toEqual(FITS);
    expect(await against('CreatePlugin', await ask(mock, 'POST', LIST, { body: CREATE }))).toEqual(FITS);
    expect(await against('CreatePlugin', await ask(mock, 'POST', LIST, { body: CREATE }))).toEqual(FITS);
    for (const path of [pathOf(), `${pathOf()}?detail=true`, pathOf({ item: 'No_Name' })]) {
      expect(await against('ShowPlugin', await ask(mock, 'GET', path))).toEqual(FITS);
    }
    expect(await against('DeletePlugin', await ask(mock, 'DELETE', pathOf()))).toEqual(FITS);
    expect(await against('ShowPlugin', await ask(mock, 'GET', pathOf()))).toEqual(FITS);
    expect(await against('DeletePlugin', await ask(mock, 'DELETE', pathOf()))).toEqual(FITS);
  }));

test('every documented answer of the walk fits the description and has no member that it does not name', async () => {
  const met = await walk(null);
  let judged = 0;
  for (const probe of scenarios.flatMap((scenario) => scenario.probes)) {
    const came = met.get(probe.id)?.came;
    if (came === undefined || (came.status !== 200 && came.status !== 400)) continue;
    expect([probe.id, await against('DeletePlugin', came)]).toEqual([probe.id, FITS]);
    judged += 1;
  }
  expect(judged).toBe(17);
});

test('one DELETE 200 shows every documented field, and the 400s between them too', async () => {
  const responses = (await pluginsContract()).operations.get('DeletePlugin')?.responses;
  const met = [...(await walk(null)).values()].map(({ came }) => came);
  for (const status of [200, 400]) {
    const response = responses?.get(String(status));
    const observed = new Set(
      met
        .filter((came) => came.status === status)
        .flatMap((came) => [...(response?.observed(bodyOf(came)) ?? [])]),
    );
    const told =
      status === 200
        ? 'the mock describes a plug-in in src/suites/modelarts-plugins/mock/plugin.ts and src/suites/modelarts-plugins/mock/workloads.ts'
        : 'the mock says why it refuses in src/suites/modelarts-plugins/mock/answer.ts';
    expect([...observed].sort(), told).toEqual(response?.fields.map(({ path }) => path).sort());
  }
});

const FIELD = /^delete\.(200|400)\.body\.?/;

for (const { name, catches } of [...body200, ...body400]) {
  test(`${name} is an error of \`${catches}\` to the description`, async () => {
    const came = (await deleteTwice(name))[catches.startsWith('delete.200') ? 0 : 1];
    const { errors } = await against('DeletePlugin', came);
    expect(errors.map(({ field }) => field)).toContain(catches.replace(FIELD, ''));
  });
}

test('what is no deviation of a field fits the description', async () => {
  for (const { name, catches } of deviations.filter((one) => one.catches.startsWith('delete.200.instance'))) {
    expect([name, catches, (await against('DeletePlugin', (await deleteTwice(name))[0])).errors]).toEqual([
      name,
      catches,
      [],
    ]);
  }
});
