import type { Contract, Field } from '../model/contract.ts';
import type { RequiredMember, Requirement } from '../model/requirement.ts';
import { idOf } from './demands.ts';
import { groupOf, statusesOf } from './groups.ts';
import type { Demand, Given, Rule } from './rule.ts';

/** A requirement with what judges it. */
export interface Ruled {
  readonly rule: Rule;
  readonly demand: Demand;
  readonly requirement: Requirement;
}

/** Every requirement, in the order of the report, each with the scenarios that can show it. */
export function requirements(given: Given): readonly Requirement[] {
  return ruled(given).map(({ requirement }) => requirement);
}

/**
 * The same, each with its rule: those of each documented answer in the order of the description, then those of no one
 * answer in the order of the suite's facets. Throws, with its name, where a demand is about a facet or an answer that
 * neither knows, or a scenario stands in a chapter, or expects an answer, that neither knows.
 */
export function ruled({ suite, contract }: Given): readonly Ruled[] {
  const ofSuite = known.get(suite) ?? new WeakMap<Contract, readonly Ruled[]>();
  known.set(suite, ofSuite);
  const before = ofSuite.get(contract);
  if (before !== undefined) return before;
  const all = ruledAnew({ suite, contract });
  ofSuite.set(contract, all);
  return all;
}

/** A run asks for them after each scenario, and neither a suite nor a contract changes once it is made. */
const known = new WeakMap<Given['suite'], WeakMap<Contract, readonly Ruled[]>>();

function ruledAnew({ suite, contract }: Given): readonly Ruled[] {
  checkScenarios({ suite, contract });
  const all = suite.rules.flatMap((rule) =>
    rule
      .demands({ suite, contract }, rule)
      .map((demand) => ({ rule, demand, requirement: requirementOf({ suite, contract }, rule, demand) })),
  );
  const inOrder = suite.operations.flatMap((operation) => {
    const own = all.filter(({ demand }) => demand.operation.id === operation.id);
    return [
      ...statusesOf(contract, operation.id).flatMap((status) =>
        own.filter(({ demand }) => demand.status === status),
      ),
      ...suite.facets.flatMap((facet) =>
        own.filter(({ demand }) => demand.status === null && demand.facet === facet),
      ),
    ];
  });
  const left = all.find((one) => !inOrder.includes(one));
  if (left !== undefined) {
    throw new Error(
      `\`${left.requirement.id}\` is about an operation, an answer or a facet that neither the suite nor the description has.`,
    );
  }
  return inOrder;
}

function checkScenarios({ suite, contract }: Given): void {
  for (const { id, chapter, probes } of suite.scenarios) {
    if (!suite.chapters.includes(chapter)) {
      throw new Error(
        `The scenario \`${id}\` stands in the chapter \`${chapter}\`, which the suite does not have.`,
      );
    }
    for (const { operation, expected } of probes) {
      const key = expected.documented;
      if (key === null || contract.operations.get(operation ?? '')?.responses.has(key) === true) continue;
      throw new Error(
        `The expectation \`${expected.id}\` is of the answer \`${key}\` of \`${operation}\`, which the description does not have.`,
      );
    }
  }
}

function requirementOf({ suite, contract }: Given, rule: Rule, demand: Demand): Requirement {
  const { title, basis, clause, readings, shownBy, breaks = rule.breaks } = demand;
  const field = fieldOf(contract, demand);
  const notes = [
    ...(field?.additions ?? []).map(({ keyword, note }) => `\`${keyword}\`: ${note}`),
    ...(breaks === undefined ? [] : [breaks.note]),
  ];
  const shown = suite.scenarios.filter(({ probes }) => probes.some(shownBy));
  return {
    id: idOf(demand),
    group: groupOf(suite, demand),
    ...{ title, basis, clause, readings },
    ...(notes.length === 0 ? {} : { note: notes.join(' ') }),
    ...(field === undefined ? {} : { member: memberOfField(demand.status ?? '', field) }),
    scenarios: shown.map((scenario) => scenario.id),
  };
}

/** The documented field that a demand is about. */
function fieldOf(contract: Contract, { operation, status, facet, field }: Demand): Field | undefined {
  if (facet !== 'body') return undefined;
  const response = contract.operations.get(operation.id)?.responses.get(status ?? '');
  return response?.fields.find(({ path }) => path === field);
}

function memberOfField(answer: string, { path, required, expected }: Field): RequiredMember {
  return { answer, path, mayBeAbsent: !required, expected };
}
