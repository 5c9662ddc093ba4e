import { levelOf } from '../../engine/judge/judged-requirement.ts';
import type { Ruled } from '../../engine/judge/requirements.ts';
import type { Contract, Reading } from '../../engine/model/contract.ts';
import type { Basis, FindingBasis, Level, RequiredMember } from '../../engine/model/requirement.ts';
import type { SaidThere, Sources } from '../../engine/model/sources.ts';

/** What was added to what the documents say, and why. */
export interface Added {
  /** Of a member of a body: the keyword of its schema, e.g. `pattern`. */
  readonly keyword?: string;
  readonly basis: FindingBasis;
  readonly note: string;
}

/** All that is known of a requirement without a run. An item of `schemas/explain.schema.json`. */
export interface Explained {
  readonly id: string;
  readonly title: string;
  readonly level: Level;
  readonly basis: Basis;
  readonly clause: string;
  /** What the documents say where it comes from. */
  readonly says: readonly SaidThere[];
  readonly added: readonly Added[];
  /** Those that it rests on. */
  readonly readings: readonly Reading[];
  /** Left out where it is about no member of a body. */
  readonly member?: RequiredMember;
  /** Those that can show it, in the order of the walk. */
  readonly scenarios: readonly string[];
  /** The names of the deviations that are there to break it. */
  readonly provenBy: readonly string[];
}

/** What is known of a requirement; throws where it rests on a reading that the description does not have. */
export function explained(
  { rule, demand, requirement }: Ruled,
  contract: Contract,
  sources: Sources,
): Explained {
  const { id, title, basis, clause, readings, member, scenarios } = requirement;
  const { breaks = rule.breaks } = demand;
  return {
    ...{ id, title, level: levelOf(requirement), basis, clause },
    says: sources.says[id] ?? [],
    added: [...addedTo(demand, contract), ...(breaks === undefined ? [] : [breaks])],
    readings: readings.map((reading) => readingOf(reading, contract)),
    ...(member === undefined ? {} : { member }),
    scenarios,
    provenBy: sources.proofs[id] ?? [],
  };
}

/** What was added to what the page says of a field, by keyword. */
function addedTo(
  { operation, status, field: path }: Ruled['demand'],
  { operations }: Contract,
): readonly Added[] {
  const response = operations.get(operation.id)?.responses.get(status ?? '');
  return response?.fields.find((one) => one.path === path)?.additions ?? [];
}

function readingOf(id: string, { readings }: Contract): Reading {
  const found = readings.find((one) => one.id === id);
  if (found === undefined) throw new Error(`The description has no reading \`${id}\`.`);
  return found;
}
