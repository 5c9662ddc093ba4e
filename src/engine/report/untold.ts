import type { Contract } from '../model/contract.ts';
import type { Note } from '../model/evidence.ts';
import type { OperationUnderTest } from '../model/requirement.ts';

/** What cannot be told of the documented answers, by how the description has them: a note each. */
export function untoldNotes(contract: Contract, tested: readonly OperationUnderTest[]): readonly Note[] {
  return tested.flatMap(({ id }) =>
    [...(contract.operations.get(id)?.responses.values() ?? [])].flatMap(({ untold }) =>
      untold.map((message) => ({ message })),
    ),
  );
}
