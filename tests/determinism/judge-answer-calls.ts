import { ExactNumber } from '../../src/engine/contract/exact-number.ts';
import type { Calls } from './calls.ts';
import { answered, bodies, byExchange, byStatus, FILES, responses, TEXTS, TRACES } from './judge-samples.ts';

/** How each function of `judge/answer/` is called. */
export const ANSWER_CALLS: Calls = {
  'engine/judge/body/answered.ts': {
    answeredWith: byStatus,
    answeredInJson: byStatus,
    judgedAnswer: byStatus,
    jsonAnswer: byStatus,
    objectAnswer: byStatus,
    otherMediaType: () => answered().map((one) => [one]),
    judgedBody: () => answered().map((one) => [one, { title: 1, extra: {}, errors: [{ found: {} }] }]),
  },
  'engine/judge/body/body.ts': { readBody: () => bodies().map((body) => [body]) },
  'engine/judge/body/duplicate-names.ts': { duplicateNames: () => TEXTS.slice(1, 2).map((text) => [text]) },
  'engine/judge/body/differences.ts': {
    differences: () => [
      [{ a: [1, {}], b: 2 }, { a: [1, 2], c: 3 }, [{ b: 2 }]],
      [{ a: 1 }, { a: new ExactNumber('1.0') }],
    ],
  },
  'engine/judge/body/exact-json.ts': { parseExactly: () => [['{"a":[1e400,"b",null]}'], ['2.0']] },
  'engine/judge/body/extent.ts': { surveyed: () => TEXTS.map((text) => [text, { levels: 2, values: 3 }]) },
  'engine/judge/body/internals.ts': {
    internalsIn: () => TEXTS.map((text) => [text]),
    internalsOf: () => TEXTS.map((text) => [{ a: [text, { file: text, line: 1 }] }]),
  },
  'engine/judge/body/internals/by-number.ts': { lineByNumber: () => TRACES.map((text) => [text]) },
  'engine/judge/body/internals/by-word.ts': { lineByWord: () => TRACES.map((text) => [text]) },
  'engine/judge/body/internals/file-name.ts': {
    fileNamed: () => FILES.map((name) => [name]),
    isOfCode: () => FILES.map((name) => [name]),
    lastWord: () => TRACES.map((text) => [text, 9]),
  },
  'engine/judge/body/internals/frames.ts': { traceIn: () => TRACES.map((text) => [text, 1]) },
  'engine/judge/body/internals/member-names.ts': {
    meaningOf: () => [['lineNumber'], ['file'], ['stack_trace']],
    saysTrace: () => [['a'], ['stackTrace']],
  },
  'engine/judge/body/internals/members.ts': {
    besideIn: () => [
      [{ file: 'x.go', line: 1 }, false],
      [['x.go', 1], true],
    ],
  },
  'engine/judge/body/internals/plain.ts': { plainText: () => TRACES.map((text) => [text]) },
  'engine/judge/body/internals/suffixes.ts': {
    isLineByOneNumber: () => [['go'], ['rs']],
    isSource: () => [['go'], ['com']],
    isDomain: () => [['go'], ['com']],
    isKnownSuffix: () => [['go'], ['com']],
    mayBeFile: () => [
      ['x', 'go'],
      ['spec', 'foo'],
    ],
  },
  'engine/judge/body/internals/word.ts': {
    // What it makes is asked for one place.
    wordsOf: () => FILES.map((name) => [name]),
    nameAt: () => TRACES.map((text) => [text, 9]),
  },
  'engine/judge/body/media-type.ts': {
    headerValues: () => responses().map((response) => [response, 'Content-Type']),
    mediaTypeOf: () => responses().map((response) => [response]),
    charsetsOf: () => responses().map((response) => [response]),
    isHtml: () => responses().map((response) => [response]),
  },
  'engine/judge/body/read-answer.ts': {
    statusOfAnswer: byExchange,
    isAccepted: byExchange,
    isAccepting: byExchange,
    isLost: byExchange,
    isFromGateway: byExchange,
    isUnclear: byExchange,
  },
  'engine/judge/body/same-json.ts': {
    sameJson: () => [
      [{ a: [1, {}] }, { a: [1, {}] }],
      [{ a: 1 }, { b: 1 }],
    ],
  },
};
