import type { Contract } from '../model/contract.ts';
import type { Report } from '../model/report.ts';
import type { About } from '../model/requirement.ts';
import type { Given, JudgedSuite, RequirementGroup } from './rule.ts';

/** The groups of the page, in its order: those of each documented answer, then the others. */
export function groupsOf({ suite, contract }: Given): NonNullable<Report['groups']> {
  return suite.operations.flatMap((operation) => {
    const statuses = statusesOf(contract, operation.id);
    const ofAnswers = statuses.flatMap((status) =>
      suite.groups
        .filter(({ ofAnswer }) => ofAnswer)
        .map((group) => ({ key: keyOf(group, { operation, status }), title: group.title(status) })),
    );
    const others = suite.groups.filter(({ ofAnswer }) => !ofAnswer);
    return [
      ...ofAnswers,
      ...others.map((group) => ({ key: keyOf(group, { operation, status: null }), title: group.title('') })),
    ];
  });
}

/** The key of the group that a requirement stands in, e.g. `delete.200.wire`. Throws where the suite has none for its facet. */
export function groupOf({ groups }: JudgedSuite, about: About): string {
  const { facet, status } = about;
  const group = groups.find((one) => one.ofAnswer === (status !== null) && one.facets.includes(facet));
  if (group === undefined) throw new Error(`No group of the suite has the facet \`${facet}\`.`);
  return keyOf(group, about);
}

function keyOf(
  { key }: RequirementGroup,
  { operation, status }: Pick<About, 'operation' | 'status'>,
): string {
  return [operation.slug, ...(status === null ? [] : [status]), ...(key === '' ? [] : [key])].join('.');
}

/** The answers that the description has for an operation, as it calls them, in its order. */
export function statusesOf({ operations }: Contract, operation: string): readonly string[] {
  return [...(operations.get(operation)?.responses.keys() ?? [])];
}
