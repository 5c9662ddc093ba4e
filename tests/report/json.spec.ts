import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { createAjv } from '../../src/engine/contract/ajv.ts';
import type { Report } from '../../src/engine/model/report.ts';
import { SCHEMAS } from '../../src/engine/package-root.ts';
import { reportJson } from '../../src/engine/report/json.ts';
import { resource } from '../../src/suites/modelarts-plugins/resource.ts';
import { test } from '../own-test.ts';
import { asWritten } from './as-written.ts';
import { CONFORMANT, UNREACHABLE } from './other-samples.ts';
import { SAMPLE, WAIVER } from './sample.ts';

/** The file's schema calls the names as one suite does; here they are called as the sample's does. */
const { keys } = SAMPLE.suite.resource;
const schema = Object.entries(resource.keys).reduce(
  (text, [name, key]) => text.replaceAll(`"${key}"`, `"${Object(keys)[name]}"`),
  readFileSync(new URL('conformance-report.schema.json', SCHEMAS), 'utf8'),
);
const validate = createAjv().compile(JSON.parse(schema));

type Json = Record<string, unknown>;

for (const [name, input] of Object.entries({ SAMPLE, CONFORMANT, UNREACHABLE })) {
  test(`the JSON of ${name} is the report itself and fits its schema`, () => {
    const value: unknown = JSON.parse(reportJson(input));
    expect(value).toEqual(asWritten(input.report));
    expect([validate(value), validate.errors]).toEqual([true, null]);
  });
}

test('a report of an earlier version, without bases, readings and reasons, still fits', () => {
  const report: Json = JSON.parse(reportJson(SAMPLE));
  for (const requirement of report['requirements'] as Json[]) {
    for (const name of ['readings', 'because']) delete requirement[name];
    for (const finding of requirement['findings'] as Json[])
      for (const name of ['basis', 'note']) delete finding[name];
  }
  expect([validate(report), validate.errors]).toEqual([true, null]);
});

test('the waivers that are to be looked after, and all that cover a requirement, stand in it whole', () => {
  const other = {
    requirement: WAIVER.requirement,
    reason: 'a',
    until: '2025-04-01',
    approvedBy: 'b',
    pool: 'kitchen',
  };
  const waivers = { expired: [other], notYet: [WAIVER], stale: [], expiring: [WAIVER, other] };
  const requirements = SAMPLE.report.requirements.map((one) =>
    one.waiver === undefined ? one : { ...one, moreWaivers: [other] },
  );
  const report = { ...SAMPLE.report, requirements, waivers };
  const value: unknown = JSON.parse(reportJson({ ...SAMPLE, report }));
  expect(value).toEqual(asWritten(report));
  expect([validate(value), validate.errors]).toEqual([true, null]);
});

test('it is indented by two, ends in a line feed, and does not depend on the order of members', () => {
  const text = reportJson(SAMPLE);
  const turned = Object.fromEntries(Object.entries(SAMPLE.report).reverse()) as unknown as Report; // same members
  expect(text).toMatch(/^\{\n {2}"verdict": "non-conformant",\n.*\n\}\n$/s);
  expect(reportJson({ ...SAMPLE, report: turned })).toBe(text);
});

/** Objects of the file, by the way to them. */
const OBJECTS: Readonly<Record<string, (report: Json) => unknown>> = {
  'the report': (report) => report,
  ...Object.fromEntries(
    ['target', 'contract', 'suite', 'environment', 'counts'].map((name) => [
      name,
      (report: Json) => report[name],
    ]),
  ),
  ...Object.fromEntries(
    ['requirements', 'scenarios', 'notes', 'readings'].map((name) => [
      name,
      (report: Json) => (report[name] as unknown[])[0], // the sample has each list
    ]),
  ),
  blocked: (report) => (report['scenarios'] as Json[]).find(({ blocked }) => blocked !== null)?.['blocked'],
  finding: (report) => (report['requirements'] as Json[]).flatMap(({ findings }) => findings as Json[])[0],
};

for (const [name, find] of Object.entries(OBJECTS)) {
  test(`a member too much in ${name}, or one too few, does not fit`, () => {
    const report: Json = JSON.parse(reportJson(SAMPLE));
    const object = find(report) as Json; // every one of them is an object
    object['more'] = 1;
    expect(validate(report)).toBe(false);
    delete object['more'];
    expect(validate(report)).toBe(true);
    delete object[Object.keys(object)[0] ?? ''];
    expect(validate(report)).toBe(false);
  });
}

for (const [name, change] of Object.entries({
  'a waiver without the outcome': { waiver: WAIVER },
  'a waiver that is its reason alone': { outcome: 'waived', waiver: 'x' },
  'others without a first waiver': { outcome: 'failed', moreWaivers: [WAIVER] },
  'the outcome waived without a waiver': { outcome: 'waived' },
  'an unknown outcome': { outcome: 'ok' },
  'a title without a level': { title: 'holds' },
  'a reason without its sentence': { because: { requirement: 'delete.404.json' } },
  'a reading twice': { readings: ['accepted', 'accepted'] },
  'a finding of an unknown basis': { findings: [{ kind: 'drift', message: 'x', basis: 'guessed' }] },
  'a pointer that is none': { findings: [{ kind: 'drift', message: 'x', pointer: 'a/b' }] },
})) {
  test(`${name} does not fit`, () => {
    const report: Json = JSON.parse(reportJson(CONFORMANT));
    expect(validate(report)).toBe(true);
    const [first = {}, ...others] = report['requirements'] as Json[]; // a list of objects
    expect(validate({ ...report, requirements: [{ ...first, ...change }, ...others] })).toBe(false);
  });
}
