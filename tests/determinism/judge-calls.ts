import { ExactNumber } from '../../src/contract/exact-number.ts';
import { poolIn } from '../../src/judge/pool/seen.ts';
import type { Rule, Subject } from '../../src/judge/rule.ts';
import { rules } from '../../src/judge/rules/rules.ts';
import { subjectsOf } from '../../src/judge/subjects.ts';
import type { Evidence } from '../../src/model/evidence.ts';
import type { Body, Exchange } from '../../src/model/exchange.ts';
import { scenarios } from '../../src/scenarios/scenarios.ts';
import { casesOf, ruleFiles } from '../judge/all-cases.ts';
import { contract } from '../judge/contract.ts';
import type { Calls } from './calls.ts';

const cases = (await Promise.all(ruleFiles.map((rule) => casesOf(rule)))).flat();
/** Every third of what the cases show the rules: of millions of values one tells as much as any. */
const RUNS = cases
  .filter((_, index) => index % 3 === 0)
  .map(({ evidence }) => evidence)
  .filter((evidence) => JSON.stringify(evidence).length < 100_000);
const [first, second] = rules as readonly [Rule, Rule];
const TRACES = ['Pools.java:12', 'x &lt;br&gt; x.yaml, line 12', 'at a.b.C.d(C.java)\\n\tat a.b.C.e(C.java)'];
const FILES = ['Pools.java', 'https://x.example/a.js', '/srv/x.conf', 'spec.template.name'];
const TEXTS = [
  '',
  '{"a":1,"a":{"b":[1,2,{}]}}',
  'no\n\tat a.B.c(B.java:12)',
  'x.go:12 and 10.0.0.1.py:80',
  '[[[]]]',
];

const runs = (): readonly (readonly Evidence[])[] => structuredClone(RUNS);
const subjects = (): readonly Subject[] =>
  runs().flatMap((evidence) =>
    subjectsOf(contract, evidence, 900_000).filter(({ evidence: own }) => own.exchanges.length > 0),
  );
const exchanges = (): readonly Exchange[] =>
  runs()
    .flat()
    .flatMap((one) => one.exchanges);
const responses = () => exchanges().flatMap(({ response }) => (response === null ? [] : [response]));
const bodies = (): readonly Body[] => responses().map(({ body }) => body);
const pools = () =>
  exchanges()
    .map(poolIn)
    .filter((pool) => pool !== null);
const plugins = () => pools().flatMap(({ what }) => what);
const demands = () => rules.flatMap((rule) => rule.demands(contract, rule));
const inputs = () =>
  runs().flatMap((evidence) =>
    (['install', 'existing'] as const).map((pluginSource) => ({
      contract,
      evidence,
      pluginSource,
      settleTimeoutMs: 900_000,
    })),
  );
const answered = () =>
  subjects().flatMap((subject) => {
    const documented = contract.operations.get('DeletePlugin')?.responses.get(200);
    const { exchange } = subject;
    return exchange === null || exchange.response === null || documented === undefined
      ? []
      : [{ exchange, response: exchange.response, documented }];
  });
const fields = () => contract.operations.get('DeletePlugin')?.responses.get(200)?.fields ?? [];
const bySubject = () => subjects().map((subject) => [subject]);
const withheld = () =>
  (['drift', 'not-observed', 'not-applicable'] as const).map((outcome, exchange) => ({
    ...{ probe: 'prefix', reason: 'It was kept back.', outcome },
    ...(exchange === 0 ? {} : { exchange }),
  }));
const byStatus = () => subjects().flatMap((subject) => [200, 400].map((status) => [subject, status]));
const byExchange = () => exchanges().map((exchange) => [exchange]);
const told = () =>
  [...exchanges().slice(0, 3), null].map((exchange) => [exchange, 'It is.', { actual: '1' }]);

/** How each function of `judge/` is called. */
export const JUDGE_CALLS: Calls = {
  'judge/acceptance.ts': {
    acceptance: bySubject,
    isAccepting: byExchange,
    isLost: byExchange,
    isFromGateway: byExchange,
    twinAccepted: () => [[subjects()]],
  },
  'judge/answer/answered.ts': {
    answeredWith: byStatus,
    jsonAnswer: byStatus,
    objectAnswer: bySubject,
    judgedBody: () => answered().map((one) => [one, { kind: 1, extra: {}, status: { phase: 'Gone' } }]),
  },
  'judge/answer/body.ts': { readBody: () => bodies().map((body) => [body]) },
  'judge/answer/duplicate-names.ts': { duplicateNames: () => TEXTS.slice(1, 2).map((text) => [text]) },
  'judge/answer/differences.ts': {
    differences: () => [
      [{ a: [1, {}], b: 2 }, { a: [1, 2], c: 3 }, [{ b: 2 }]],
      [{ a: 1 }, { a: new ExactNumber('1.0') }],
    ],
  },
  'judge/answer/exact-json.ts': { parseExactly: () => [['{"a":[1e400,"b",null]}'], ['2.0']] },
  'judge/answer/extent.ts': { surveyed: () => TEXTS.map((text) => [text, { levels: 2, values: 3 }]) },
  'judge/answer/internals.ts': {
    internalsIn: () => TEXTS.map((text) => [text]),
    internalsOf: () => TEXTS.map((text) => [{ a: [text, { file: text, line: 1 }] }]),
  },
  'judge/answer/internals/by-number.ts': { lineByNumber: () => TRACES.map((text) => [text]) },
  'judge/answer/internals/by-word.ts': { lineByWord: () => TRACES.map((text) => [text]) },
  'judge/answer/internals/file-name.ts': {
    fileNamed: () => FILES.map((name) => [name]),
    isOfCode: () => FILES.map((name) => [name]),
    lastWord: () => TRACES.map((text) => [text, 9]),
  },
  'judge/answer/internals/frames.ts': { traceIn: () => TRACES.map((text) => [text, 1]) },
  'judge/answer/internals/member-names.ts': {
    meaningOf: () => [['lineNumber'], ['file'], ['stack_trace']],
    saysTrace: () => [['a'], ['stackTrace']],
  },
  'judge/answer/internals/members.ts': {
    besideIn: () => [
      [{ file: 'x.go', line: 1 }, false],
      [['x.go', 1], true],
    ],
  },
  'judge/answer/internals/plain.ts': { plainText: () => TRACES.map((text) => [text]) },
  'judge/answer/internals/suffixes.ts': {
    isLineByOneNumber: () => [['go'], ['rs']],
    isSource: () => [['go'], ['com']],
    isDomain: () => [['go'], ['com']],
    isKnownSuffix: () => [['go'], ['com']],
    mayBeFile: () => [
      ['x', 'go'],
      ['spec', 'foo'],
    ],
  },
  'judge/answer/internals/word.ts': {
    // What it makes is asked for one place.
    wordsOf: () => FILES.map((name) => [name]),
    nameAt: () => TRACES.map((text) => [text, 9]),
  },
  'judge/answer/media-type.ts': {
    headerValues: () => responses().map((response) => [response, 'Content-Type']),
    mediaTypeOf: () => responses().map((response) => [response]),
    charsetsOf: () => responses().map((response) => [response]),
    isHtml: () => responses().map((response) => [response]),
  },
  'judge/answer/same-json.ts': {
    sameJson: () => [
      [{ a: [1, {}] }, { a: [1, {}] }],
      [{ a: 1 }, { b: 1 }],
    ],
  },
  'judge/deletions.ts': {
    deletionsIn: () => runs().map((run) => [run.flatMap((one) => one.exchanges), 'node-local-dns']),
    reappearances: () => [
      [
        { url: '', created: null, notShown: true, notListed: true, later: exchanges(), isLast: true },
        'log-agent',
      ],
    ],
  },
  'judge/demands.ts': {
    single: () => [['delete.x']],
    perProbe: () => [[() => 'MUST be']],
    perStatus: () => [['x', () => 'MUST be']],
    perField: () => [[() => 'MUST be']],
    statusOf: () => demands().map((demand) => [demand]),
    fieldOf: () => demands().map((demand) => [demand]),
    memberId: () => fields().map(({ path }) => [200, path]),
    holdersOf: () => fields().map((field) => [field, fields()]),
  },
  'judge/described.ts': { describes: () => [[{ member: 'name', pointer: '/metadata/name' }]] },
  'judge/finding.ts': {
    finding: () => told().map((one) => ['drift', ...one]),
    violation: told,
    drift: told,
    trouble: told,
  },
  'judge/judge.ts': {
    judge: () => inputs().map((input) => [input]),
    judgeScenario: () => inputs().flatMap((input) => scenarios.map(({ id }) => [{ ...input, scenario: id }])),
  },
  'judge/lost.ts': { isDeletion: byExchange, isLostForGood: bySubject },
  'judge/outcome.ts': {
    judgeDemand: () =>
      demandsOf(first)
        .concat(demandsOf(second))
        .flatMap(([rule, demand]) =>
          [true, false].map((proven) => [rule, demand, subjects().slice(0, 99), proven]),
        ),
  },
  'judge/pool/around.ts': {
    poolBefore: bySubject,
    poolBeforeIndex: () => subjects().map((subject) => [subject, 3]),
    poolAfter: bySubject,
    finalShow: bySubject,
    waitWasOver: bySubject,
    goneAfter: () =>
      runs()
        .flat()
        .flatMap((one) => one.exchanges.map((exchange) => [one.exchanges, exchange])),
    after: bySubject,
  },
  'judge/pool/changes.ts': {
    changes: () => pools().map((pool, at) => [pools()[at + 1]?.what ?? [], pool, 'A plug-in']),
    described: () => plugins().map((plugin) => [plugin]),
  },
  'judge/pool/own.ts': {
    ownUrl: bySubject,
    ownTemplate: bySubject,
    givenInstance: bySubject,
    listedInstance: bySubject,
    isInstance: () =>
      plugins().flatMap((plugin) => [null, plugins()[0]].map((given) => [plugin, 'log-agent', given])),
  },
  'judge/pool/seen.ts': {
    statusOfAnswer: byExchange,
    saysGone: () => [[404], [200], [null]],
    poolIn: byExchange,
    pluginIn: byExchange,
    resourceOf: byExchange,
  },
  'judge/refused.ts': { damage: bySubject },
  'judge/requirements.ts': { requirements: () => [[contract]], ruled: () => [[contract]] },
  'judge/rows.ts': { rowsOf: () => [[200], [400]] },
  'judge/status.ts': { judgeStatus: bySubject },
  'judge/subjects.ts': { subjectsOf: () => runs().map((evidence) => [contract, evidence]) },
  'judge/trouble.ts': {
    troubleWith: bySubject,
    blockedFinding: () => [[{ cause: 'It is.', tried: '', remedy: 'Ask.', endsRun: true, exchange: 3 }]],
  },
  'judge/unseen.ts': {
    unseenAnswer: () => demands().map((demand) => [subjects(), demand]),
    unseenMember: () => fields().map(({ path }) => [subjects(), 200, path, 'it does not show']),
  },
  'judge/withheld.ts': {
    setAside: bySubject,
    judgedAside: () => [[withheld()], [withheld().slice(1)], [[]]],
    withheldFinding: () => withheld().map((one) => ['drift', one]),
  },
};

/** How each function of a rule is called. */
export const RULE_CALLS: Calls = Object.fromEntries(
  rules.map((rule) => {
    const bySubjectAndDemand = () =>
      subjects().flatMap((subject) => demandsOf(rule).map(([, demand]) => [subject, demand]));
    return [
      rule.id,
      {
        demands: () => [[contract, rule]],
        appliesTo: bySubjectAndDemand,
        judge: bySubjectAndDemand,
        unseen: () => demandsOf(rule).map(([, demand]) => [subjects(), demand]),
      },
    ] as const;
  }),
);

function demandsOf(rule: Rule) {
  return rule.demands(contract, rule).map((demand) => [rule, demand] as const);
}
