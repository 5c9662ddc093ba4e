import { documentedAnswer } from '../contract/answer-key.ts';
import { statusOfAnswer } from '../judge/body/read-answer.ts';
import type { Given, JudgedSuite, Subject } from '../judge/rule.ts';
import type { Exchange } from '../model/exchange.ts';
import type { OperationUnderTest } from '../model/requirement.ts';
import type { Expectation, Probe } from '../model/scenario.ts';
import { probeAnswered, RECORDING } from './recorded-exchange.ts';

/** What is judged of a recording by another tool. */
export interface Recorded extends Given {
  /** Those that match an operation, in the order of the file; those under test are probes. */
  readonly exchanges: readonly Exchange[];
  /** Indexes of those whose request had credentials that the recording shows. */
  readonly withCredentials: ReadonlySet<number>;
}

/** No effect can be told where nobody looked on purpose. */
export function withoutEffects(suite: JudgedSuite): JudgedSuite {
  return { ...suite, effects: { hadEffect: () => false, isLostForGood: () => false } };
}

/** Each request under test by itself, with the control requests just before and after it. */
export function subjectsOf({ suite, contract, exchanges, withCredentials }: Recorded): readonly Subject[] {
  const before: (Exchange | undefined)[] = [];
  const after: (Exchange | undefined)[] = [];
  const isControl = ({ purpose }: Exchange) => purpose === suite.control.purpose;
  let last: Exchange | undefined;
  for (const [at, one] of exchanges.entries()) {
    before[at] = last;
    if (isControl(one)) last = one;
  }
  last = undefined;
  for (let at = exchanges.length - 1; at >= 0; at -= 1) {
    after[at] = last;
    const one = exchanges[at];
    if (one !== undefined && isControl(one)) last = one;
  }
  const isPlain = exchanges.some((one) => statusOfAnswer(one) !== null && !isRedirect(one));
  return exchanges.flatMap((exchange, at) => {
    const operation = suite.operations.find(({ id }) => id === exchange.operation);
    const tested = contract.operations.get(exchange.operation ?? '');
    if (operation === undefined || tested === undefined || exchange.purpose !== 'probe') return [];
    const status = statusOfAnswer(exchange);
    const key = status === null ? null : (documentedAnswer(tested, status)?.key ?? null);
    const hasCredentials = withCredentials.has(exchange.index);
    const probe = probeOf(operation, { key, status, method: exchange.request.method, hasCredentials });
    const around = [before[at], exchange, after[at]].filter((one) => one !== undefined);
    const evidence = { scenario: RECORDING, exchanges: around, notes: [], withheld: [], blocked: null };
    // Where every answer is a redirect, something in front of the endpoint may give it to whoever asks.
    const lost = isRedirect(exchange) && !isPlain ? { ...exchange, trouble: REDIRECTED } : exchange;
    return {
      ...{ suite, contract, probe, evidence, earlier: [], tries: [lost], exchange: lost },
      ...{ attempt: 1, attempts: 1, settleTimeoutMs: 0 },
    };
  });
}

const REDIRECTED = {
  kind: 'silent',
  message:
    'Every answer of the recording is a redirect, which something in front of the endpoint may have given.',
} as const;

function isRedirect(exchange: Exchange): boolean {
  const status = statusOfAnswer(exchange) ?? 0;
  return status >= 300 && status < 400;
}

/** A request of which nothing is known but how it was answered: the documented answer that it had is the one it is judged as. */
export function probeOf(
  operation: OperationUnderTest,
  {
    key,
    status,
    method,
    hasCredentials,
  }: {
    readonly key: string | null;
    readonly status: number | null;
    readonly method: string;
    readonly hasCredentials: boolean;
  },
): Probe {
  const refused = hasCredentials ? 'trouble' : 'answer';
  const expected: Expectation = {
    ...{
      id: RECORDING,
      kind: 'read',
      passes: [],
      drift: [],
      expected: '',
      must: '',
      clause: '',
      readings: [],
    },
    ...{
      basis: 'documented',
      documented: key,
      toOwn: false,
      refusedCredentials: { 401: refused, 403: refused },
    },
  };
  return {
    ...{ id: probeAnswered(status), expected, operation: operation.id, credentials: 'user', body: null },
    about: { operation, status: key, facet: 'answer', field: null, name: null },
    title: status === null ? 'without an answer' : `answered ${status}`,
    // Only its word is used.
    method: method as Probe['method'],
    names: (names) => names,
  };
}
