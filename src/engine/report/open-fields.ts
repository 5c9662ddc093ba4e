import type { Contract } from '../model/contract.ts';
import type { Note } from '../model/evidence.ts';
import type { OperationUnderTest } from '../model/requirement.ts';

/** In which fields of the documented answers a member that no page names is no drift, a note each. */
export function openFieldNotes(contract: Contract, tested: readonly OperationUnderTest[]): readonly Note[] {
  return tested.flatMap(({ id }) =>
    [...(contract.operations.get(id)?.responses.values() ?? [])].flatMap(({ status, open }) =>
      open.map(({ path, keyword }) => ({
        message: `What no page names in ${path === '' ? 'the body' : `\`${path}\``} of the ${status} is not told: the description has \`${keyword}\` there.`,
      })),
    ),
  );
}
