import { expect } from '@playwright/test';
import fc from 'fast-check';
import type { Doing, Freedom } from '../../src/suites/modelarts-plugins/freedoms/freedom.ts';
import { membersOf } from '../../src/suites/modelarts-plugins/freedoms/members.ts';
import { unknownMembersOf } from '../../src/suites/modelarts-plugins/freedoms/unknown-members.ts';
import { startMock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { fromSource, responseOf } from '../contract/the-contract.ts';
import { ask, bodyOf, CREATE, LIST, pathOf } from '../mock/ask.ts';
import { test } from '../own-test.ts';

/** The 200s to a DELETE of servers that make use of a way. */
async function deletedBy({ ways }: Freedom, title: string, count: number): Promise<readonly unknown[]> {
  const doing = ways.find((way) => way.title === title)?.doing;
  if (doing === undefined) throw new Error(`There is no way \`${title}\`.`);
  return Promise.all(fc.sample(doing, { seed: 20250317, numRuns: count }).map(deleted));
}

async function deleted({ options, manner }: Doing): Promise<unknown> {
  const mock = await startMock(options, manner?.());
  try {
    await ask(mock, 'POST', LIST, { body: CREATE });
    const came = await ask(mock, 'DELETE', pathOf());
    expect(came.status).toBe(200);
    return bodyOf(came);
  } finally {
    await mock.close();
  }
}

test('without its optional members a 200 has what the contract demands, and nothing else', async () => {
  const response = await responseOf(200);
  const mandatory = response.fields.filter(({ required }) => required).map(({ path }) => path);
  const bodies = await deletedBy(membersOf(await fromSource), 'no answer has optional members', 1);
  expect(bodies.map((body) => [...response.observed(body)].sort())).toEqual([mandatory.toSorted()]);
});

test('members that no page names come to stand in every object that the contract describes', async () => {
  const response = await responseOf(200);
  const way = 'plug-ins have members that no page names';
  const bodies = await deletedBy(unknownMembersOf(await fromSource), way, 40);
  expect(bodies.flatMap((body) => response.validate(body))).toEqual([]);
  const places = bodies
    .flatMap((body) => response.undocumented(body).pointers)
    .map((pointer) => pointer.replace(/\/[^/]*$/, ''));
  const described = response.fields.slice(1).map(({ steps }) => steps.slice(0, -1));
  expect([...new Set(places)].sort()).toEqual(
    [
      ...new Set(described.map((steps) => steps.map((step) => `/${step === '*' ? 0 : step}`).join(''))),
    ].sort(),
  );
});
