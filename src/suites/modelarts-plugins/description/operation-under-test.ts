import { ContractError } from '../../../engine/contract/contract-error.ts';
import type { Description } from '../../../engine/contract/description.ts';
import { type OperationPart, operationParts } from '../../../engine/contract/operation.ts';
import { DELETE_PLUGIN } from '../operations.ts';

/** The operation under test as the description has it. Throws a `ContractError` where that has none. */
export function operationUnderTest(description: Description): OperationPart {
  const operation = operationParts(description).find(({ id }) => id === DELETE_PLUGIN.id);
  if (operation === undefined)
    throw new ContractError(`The description has no operation \`${DELETE_PLUGIN.id}\`.`, '/paths');
  return operation;
}

/** What a file that is written from the description says of itself. */
export const GENERATED =
  'Generated from specs/modelarts-plugins.openapi.yaml by `npm run schemas`; edit that file, not this one.';
