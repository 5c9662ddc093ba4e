import { deserialize, serialize } from 'node:v8';
import type { Given, Subject } from '../../src/engine/judge/rule.ts';
import { subjectsOf } from '../../src/engine/judge/subjects.ts';
import type { Evidence } from '../../src/engine/model/evidence.ts';
import type { Body, Exchange } from '../../src/engine/model/exchange.ts';
import { poolIn } from '../../src/lifecycle/effects/snapshot.ts';
import { caseFiles, casesOf, GENERAL, OF_PLUGINS, type RulesAndCases } from '../judge/all-cases.ts';
import { contract, given } from '../judge/contract.ts';

/** Every sixth of what the cases show the rules: of millions of values one tells as much as any. */
async function runsOf(folder: RulesAndCases): Promise<readonly (readonly Evidence[])[]> {
  const cases = (await Promise.all(caseFiles(folder).map((rule) => casesOf(folder, rule)))).flat();
  return cases
    .filter((_, index) => index % 6 === 0)
    .map(({ evidence }) => evidence)
    .filter((evidence) => JSON.stringify(evidence).length < 100_000);
}

const RUNS = serialize(await runsOf(GENERAL));
const RUNS_OF_PLUGINS = serialize(await runsOf(OF_PLUGINS));

export const TRACES = [
  'Pools.java:12',
  'x &lt;br&gt; x.yaml, line 12',
  'at a.b.C.d(C.java)\\n\tat a.b.C.e(C.java)',
];
export const FILES = ['Pools.java', 'https://x.example/a.js', '/srv/x.conf', 'spec.template.name'];
export const TEXTS = [
  '',
  '{"a":1,"a":{"b":[1,2,{}]}}',
  'no\n\tat a.B.c(B.java:12)',
  'x.go:12 and 10.0.0.1.py:80',
  '[[[]]]',
];

export const runs = (): readonly (readonly Evidence[])[] => deserialize(RUNS);
function subjectsIn(all: readonly (readonly Evidence[])[], by: Given): readonly Subject[] {
  return all.flatMap((evidence) =>
    subjectsOf({ ...by, evidence, settleTimeoutMs: 900_000 }).filter(
      ({ evidence: own }) => own.exchanges.length > 0,
    ),
  );
}
export const subjects = () => subjectsIn(runs(), given);
/** Those of a suite with rules of its own. */
export const ownSubjects = () => subjectsIn(deserialize(RUNS_OF_PLUGINS), OF_PLUGINS.given);
export const exchanges = (): readonly Exchange[] =>
  runs()
    .flat()
    .flatMap((one) => one.exchanges);
export const responses = () => exchanges().flatMap(({ response }) => (response === null ? [] : [response]));
export const bodies = (): readonly Body[] => responses().map(({ body }) => body);
export const pools = () =>
  exchanges()
    .map((one) => poolIn(given.suite.resource, one))
    .filter((pool) => pool !== null);
export const notesOfPools = () => pools().flatMap(({ what }) => what);
export const demands = () => given.suite.rules.flatMap((rule) => rule.demands(given, rule));
export const inputs = () =>
  runs().flatMap((evidence) =>
    (['install', 'existing'] as const).map((source) => ({
      ...given,
      evidence,
      source,
      settleTimeoutMs: 900_000,
    })),
  );
export const answered = () =>
  subjects().flatMap((subject) => {
    const documented = contract.operations.get('DeleteNote')?.responses.get('404');
    const { exchange } = subject;
    return exchange === null || exchange.response === null || documented === undefined
      ? []
      : [{ exchange, response: exchange.response, documented }];
  });
export const fields = () => contract.operations.get('DeleteNote')?.responses.get('404')?.fields ?? [];
export const bySubject = () => subjects().map((subject) => [subject]);
export const withheld = () =>
  (['drift', 'not-observed', 'not-applicable'] as const).map((outcome, exchange) => ({
    ...{ probe: 'unknown-note', reason: 'It was kept back.', outcome },
    ...(exchange === 0 ? {} : { exchange }),
  }));
export const byStatus = () =>
  subjects().flatMap((subject) =>
    ['204', '404', 'default'].map((status) => [subject, { operation: given.suite.operations[0], status }]),
  );
export const byExchange = () => exchanges().map((exchange) => [exchange]);
export const told = () =>
  [...exchanges().slice(0, 3), null].map((exchange) => [exchange, 'it-is', 'It is.', { actual: '1' }]);
