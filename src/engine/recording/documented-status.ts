import { documentedAnswer } from '../contract/answer-key.ts';
import { statusOfAnswer } from '../judge/body/read-answer.ts';
import { violation } from '../judge/finding.ts';
import type { Demand, JudgedSuite, Rule } from '../judge/rule.ts';
import { troubleWith } from '../judge/trouble.ts';
import type { Contract } from '../model/contract.ts';
import type { OperationUnderTest } from '../model/requirement.ts';

/** The end of the key of the group that the requirement stands in, and its facet. */
export const STATUS_GROUP = 'status';

/** What HTTP has any server or cache answer, whatever it was asked: not modified, no such method here, and a proxy's sign-in. */
const OF_ANY: readonly number[] = [304, 405, 407, 511];

/** What is demanded of the statuses of an operation in a recording, where nobody knows what a request was to be answered. */
export function statusDemand(operation: OperationUnderTest): Demand {
  return {
    ...{ operation, status: null, facet: STATUS_GROUP, field: null, name: 'documented' },
    ...{ title: TITLE, basis: 'documented', clause: 'Status Codes', readings: [] },
    shownBy: (probe) => probe.operation === operation.id,
  };
}

const TITLE = 'MUST answer with a status that the document has, unless it is one that any request may meet';

/**
 * The rule: a documented status holds, one that some request of the suite may meet says nothing without knowing which
 * request it was, and every other one breaks the document.
 */
export function documentedStatus(
  { operations }: Contract,
  { scenarios }: JudgedSuite,
  { id }: OperationUnderTest,
): Rule {
  const tested = operations.get(id);
  const isDocumented = (status: number) =>
    tested !== undefined && documentedAnswer(tested, status) !== undefined;
  const expected = scenarios
    .flatMap(({ probes }) => probes)
    .filter(({ operation }) => operation === id)
    .map((probe) => probe.expected);
  const mayBe = (status: number) =>
    OF_ANY.includes(status) ||
    expected.some(
      ({ passes, drift }) =>
        drift.includes(status) || passes.some(([from, to]) => status >= from && status <= to),
    );
  return {
    id: 'recording/status',
    ...{ title: TITLE, basis: 'documented', clause: 'Status Codes' },
    demands: () => [],
    appliesTo: (subject) => {
      const status = subject.exchange === null ? null : statusOfAnswer(subject.exchange);
      if (troubleWith(subject) !== null || status === null) return true;
      return isDocumented(status) || !mayBe(status);
    },
    unseen: () => ({
      reason: 'No answer of the recording has a status that says more than that it was refused.',
    }),
    judge: (subject) => {
      const why = troubleWith(subject);
      if (why !== null) return [why];
      const status = subject.exchange === null ? null : statusOfAnswer(subject.exchange);
      if (status === null || isDocumented(status)) return [];
      const { method } = subject.probe;
      return [
        violation(
          subject.exchange,
          `status-${status}`,
          `A ${method} was answered ${status}, which the document does not have.`,
          { expected: [...(tested?.responses.keys() ?? [])].join(' or '), actual: String(status) },
        ),
      ];
    },
  };
}
