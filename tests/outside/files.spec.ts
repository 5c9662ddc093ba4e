import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { ReportInput } from '../../src/engine/model/report.ts';
import { reportHar } from '../../src/engine/report/har.ts';
import { reportHtml } from '../../src/engine/report/html.ts';
import { reportJunit } from '../../src/engine/report/junit.ts';
import { sensitivityHtml } from '../../src/trials/report/page.ts';
import { liveSettings, run } from '../campaign/run.ts';
import { test } from '../own-test.ts';
import { CONFORMANT, UNREACHABLE } from '../report/other-samples.ts';
import { SAMPLE } from '../report/sample.ts';
import { DOUBTFUL, PROVEN, reported } from '../report/sensitivity-samples.ts';
import { formats } from './formats.ts';

test.setTimeout(600_000);

const NONE = { har: [], junit: [], html: [] };

async function faultsOf(texts: { readonly har: string; readonly junit: string; readonly html: string }) {
  const judges = await formats();
  return {
    har: await judges.har(texts.har),
    junit: await judges.junit(texts.junit),
    html: await judges.html(texts.html),
  };
}

function textsOf(input: ReportInput) {
  return { har: reportHar(input), junit: reportJunit(input), html: reportHtml(input) };
}

function written() {
  const read = (name: string) => readFileSync(join(test.info().outputPath('reports'), name), 'utf8');
  return { har: read('evidence.har'), junit: read('junit.xml'), html: read('conformance.html') };
}

for (const deviation of [undefined, 'bad-utf-8-400', 'cut-answer', 'not-http', 'html-400', 'never-deleted']) {
  const of = deviation === undefined ? 'a conforming endpoint' : `\`${deviation}\``;
  test(`HAR, JUnit and HTML of a run against ${of} are valid @slow`, async () => {
    await run({ MODELARTS_SETTLE_TIMEOUT_MS: '300' }, deviation === undefined ? {} : { deviation });
    expect(await faultsOf(written())).toEqual(NONE);
  });
}

test('HAR, JUnit and HTML of a run that reached nothing are valid @slow', async () => {
  await run({ ...liveSettings('http://127.0.0.1:9'), MODELARTS_SETTLE_TIMEOUT_MS: '300' });
  expect(await faultsOf(written())).toEqual(NONE);
});

for (const [title, input] of [
  ['with every outcome, waivers and hostile texts', SAMPLE],
  ['of a conformant run', CONFORMANT],
  ['of an unreachable endpoint', UNREACHABLE],
  ['without an exchange', { ...CONFORMANT, exchanges: [] }],
] as const) {
  test(`HAR, JUnit and HTML of a report ${title} are valid @slow`, async () => {
    expect(await faultsOf(textsOf(input))).toEqual(NONE);
  });
}

/** A page of six hundred rows takes half a minute: some of those that are alike, and all that are not. */
const SOME_DOUBTFUL = [...DOUBTFUL.slice(0, 10), ...DOUBTFUL.slice(-6)];

for (const [title, trials] of Object.entries({ proven: PROVEN, 'in doubt': SOME_DOUBTFUL })) {
  test(`the page on sensitivity is valid HTML, ${title} @slow`, async () => {
    expect(await (await formats()).html(sensitivityHtml(...reported(trials)))).toEqual([]);
  });
}

test('a file with a fault is told from a valid one @slow', async () => {
  const texts = textsOf(SAMPLE);
  const broken = {
    har: texts.har.replace(/"startedDateTime":"[^"]+"/, '"startedDateTime":"today"'),
    junit: texts.junit.replace('<testcase ', '<testcase zone="Z" '),
    html: texts.html.replace('</main>', '<p><div></p></main>'),
  };
  expect(await faultsOf(broken)).toEqual({
    har: expect.arrayContaining([expect.stringContaining('/log/entries/0/startedDateTime')]),
    junit: [expect.stringContaining("'zone'")],
    html: expect.arrayContaining([expect.stringMatching(/close-order|element-permitted-content/)]),
  });
});
