import { expect } from '@playwright/test';
import fc from 'fast-check';
import { type Json, replaced } from '../../src/engine/json.ts';
import { echo } from '../../src/suites/modelarts-plugins/freedoms/echo.ts';
import type { Manner } from '../../src/suites/modelarts-plugins/mock/deviation.ts';
import { startMock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { disclosing } from '../cli/disclosed.ts';
import { test } from '../own-test.ts';
import { idsOf, liveSettings, run } from './run.ts';

const TOKEN = 'MIIQabc+de/fgh"1\\2==';

/** A live run with this token against an endpoint of this manner. */
async function runWith(token: string, manner: Manner) {
  const mock = await startMock({ tokens: [token] }, manner);
  const finished = await run({ ...liveSettings(mock.endpoint), MODELARTS_AUTH_TOKEN: token });
  await mock.close();
  expect(disclosing(test.info().outputPath('reports'), [token])).toEqual([]);
  return finished.input;
}

/** An endpoint whose accepted DELETE is answered with another body. */
function describing(change: (body: Json) => Json): Manner {
  return {
    answer: (answer, { asked, refusal }) =>
      asked.operation === 'DeletePlugin' && refusal === null
        ? { ...answer, body: change(answer.body) }
        : answer,
  };
}

/** An endpoint whose errors have another body. */
function refusing(change: (body: Json) => Json): Manner {
  return {
    answer: (answer, { refusal }) => (refusal === null ? answer : { ...answer, body: change(answer.body) }),
  };
}

for (const { title, doing } of echo.ways) {
  test(`an endpoint conforms where ${title} @slow`, async () => {
    const [{ manner } = {}] = fc.sample(doing, 1);
    const { report } = await runWith(TOKEN, manner?.() ?? {});
    expect(idsOf(report, 'failed', 'inconclusive', 'not-observed')).toEqual([]);
    expect(report.verdict).toBe('conformant');
  });
}

test('a token of digits that stands in numbers breaks no JSON, and no count @slow', async () => {
  const token = '90210736455463';
  const count = (digits: string) => (body: Json) =>
    replaced(body, ['status', 'resources', '0', 'replicas'], Number(digits));
  const input = await runWith(token, describing(count(token)));
  expect(idsOf(input.report, 'failed', 'inconclusive', 'not-observed')).toEqual([]);
  const negative = await runWith(token, describing(count(`-${token}`)));
  expect(idsOf(negative.report, 'failed')).toEqual(['delete.200.body.status.resources.replicas']);
  const fraction = await runWith(token, describing(count(`${token}.5`)));
  expect(idsOf(fraction.report, 'failed')).toEqual(['delete.200.body.status.resources.replicas']);
});

test('what holds the token equals nothing that is allowed, and what differed still differs @slow', async () => {
  const kind = await runWith(
    TOKEN,
    describing((body) => replaced(body, ['kind'], TOKEN)),
  );
  expect(idsOf(kind.report, 'failed')).toEqual(['delete.200.body.kind']);
  const base64 = Buffer.from(TOKEN).toString('base64');
  const inputs = (text: string) => (body: Json) =>
    replaced(body, ['spec', 'template', 'inputs', 'custom', 'ndots'], text);
  const given = describing(inputs(TOKEN)).answer;
  const { report } = await runWith(TOKEN, {
    answer: (answer, context) =>
      context.asked.operation === 'ShowPlugin' && context.refusal === null
        ? { ...answer, body: inputs(base64)(answer.body) }
        : (given?.(answer, context) ?? answer),
  });
  expect(idsOf(report, 'failed')).toEqual(['delete.200.instance.inputs']);
  expect(
    report.requirements.find(({ id }) => id === 'delete.200.instance.inputs')?.findings[0],
  ).toMatchObject({
    pointer: '/spec/template/inputs/custom/ndots',
    expected: expect.stringMatching(/^"\[REDACTED-1\.\d+\]/),
    actual: '"[REDACTED]"',
  });
});

test('an error code that is the token has no shape of one, and two names that are the token are one @slow', async () => {
  const code = await runWith(
    TOKEN,
    refusing((body) => replaced(body, ['error_code'], TOKEN)),
  );
  expect(idsOf(code.report, 'failed')).toEqual(['delete.400.body.error_code']);
  const name = JSON.stringify(TOKEN);
  const escaped = name.replace('M', '\\u004d');
  const { report } = await runWith(TOKEN, {
    answer: (answer, { refusal }) =>
      refusal === null
        ? answer
        : {
            ...answer,
            bytes: Buffer.from(JSON.stringify(answer.body).replace('{', `{${name}:1,${escaped}:2,`)),
          },
  });
  expect(idsOf(report, 'failed')).toEqual(['delete.400.json.unique-names']);
});

test('an error code with digits that are the token may have the shape of one @slow', async () => {
  const { report } = await runWith(
    '73645546',
    refusing((body) => replaced(body, ['error_code'], 'ModelArts.73645546')),
  );
  expect(idsOf(report, 'failed', 'inconclusive', 'not-observed')).toEqual([]);
});
