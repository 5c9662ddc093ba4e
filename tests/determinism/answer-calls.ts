import type { Body } from '../../src/engine/model/exchange.ts';
import { cloned } from '../report/cloned.ts';
import { HOSTILE } from '../report/hostile.ts';
import { SAMPLE } from '../report/sample.ts';
import type { Calls } from './calls.ts';

const JSON_TEXTS = ['{"a":[1,{}],"b":{}}', `{"a":{"a":${JSON.stringify(HOSTILE)}},"b":[[],null]}`];
const TEXTS = ['', '{"a":', '<html><title>502 Bad Gateway</title></html>', HOSTILE, ...JSON_TEXTS];

const comments = () => [
  { pointer: '/a', kind: 'violation', message: '`a` is wrong.', expected: 'a string', requirement: 'one' },
  { pointer: '/b/c', kind: 'drift', message: '`b.c` is missing.', requirement: 'other', isMissing: true },
  { pointer: '', kind: 'violation', message: HOSTILE, requirement: 'third' },
];
const pointers = () => new Set(['/a', '/metadata/name']);
const findings = () => ['/a', '/b'].map((pointer) => ({ code: 'missing', pointer }));

const bodies = (): readonly Body[] => [
  ...cloned(SAMPLE).exchanges.flatMap(({ response }) => (response === null ? [] : [response.body])),
  ...TEXTS.map((data) => ({ encoding: 'utf-8', data, bytesOnWire: data.length }) as const),
  { encoding: 'base64', data: 'AAEC/w==', bytesOnWire: 4 },
  { encoding: 'utf-8', data: 'It is not kept.', bytesOnWire: 4, notKept: 'It is not kept.' },
];
const byBody = () => bodies().map((body) => [body]);
const byText = () => TEXTS.map((text) => [text]);

/** How each function is called that shows a body. */
export const ANSWER_CALLS: Calls = {
  'engine/report/html/annotated-body.ts': {
    annotatedBody: () => bodies().map((body) => [body, comments()]),
  },
  'engine/report/html/annotated-lines.ts': {
    annotatedLines: () => JSON_TEXTS.map((text) => [text, comments()]),
  },
  'engine/report/html/body.ts': {
    responseBody: () => bodies().map((body) => [body, 400]),
    textBody: () => TEXTS.map((text) => [text, 400]),
    bodyRemarks: byBody,
    isUnkept: byBody,
    hexDump: () => [[Buffer.from(HOSTILE)]],
  },
  'engine/report/html/body-comments.ts': {
    bodyComments: () => SAMPLE.exchanges.map((_, index) => [SAMPLE.report.requirements, index]),
  },
  'engine/report/html/first-look.ts': {
    firstLook: () => bodies().map((body) => [body, findings()]),
    firstLookPart: () => bodies().map((body) => [body, findings()]),
  },
  'engine/report/html/json-fault.ts': { jsonFault: byText },
  'engine/report/html/json-near.ts': {
    linesNear: () => JSON_TEXTS.map((text) => [text, pointers(), 2]),
  },
  'engine/report/html/markup-look.ts': { markupLook: byText },
};
