import type { JudgedRequirement } from '../model/report.ts';
import type { Sources } from '../model/sources.ts';

/** The requirements, each with what the documents say where it comes from, and how many deviations prove it. */
export function withSources(
  requirements: readonly JudgedRequirement[],
  { says, proofs }: Sources,
): readonly JudgedRequirement[] {
  return requirements.map((one) => {
    const { id, clause, readings = [] } = one;
    const all = says[id] ?? [];
    // The sentence of the very clause, where there is one: the others are of what it follows from.
    const exact = all.filter((said) => said.clause === clause);
    const sentences = (exact.length === 0 ? all : exact).map((said) => said.says);
    return {
      ...one,
      source: {
        ...{ clause, says: one.title, readings, ...one.source },
        ...(sentences.length === 0 ? {} : { says: sentences.join(' ') }),
      },
      provenBy: proofs[id]?.length ?? 0,
    };
  });
}
