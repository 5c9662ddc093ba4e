import type { Contract, Operation } from '../model/contract.ts';
import type { OperationUnderTest } from '../model/requirement.ts';
import { answerInWords } from './answer-key.ts';
import { compile, type Validators } from './compile.ts';
import { ContractError } from './contract-error.ts';
import type { Description } from './description.ts';
import { type Loaded, type LoadOptions, loadDescription } from './load-description.ts';
import { operationParts, readOperation } from './operation.ts';
import { readReadings } from './readings.ts';
import type { Compiler } from './response.ts';

export { ContractError };

/** The operations under test, which a description has to have. */
export type Tested = readonly OperationUnderTest[];

/** Loads the compiled description; throws a ContractError, one sentence with the place, where it cannot be used. */
export async function loadContract({
  tested,
  ...options
}: LoadOptions & { readonly tested: Tested }): Promise<Contract> {
  return contractOf(await loadDescription(options), tested);
}

/** The contract that a checked and compiled description makes. */
export function contractOf({ description, validators, sha256 }: Loaded, tested: Tested): Contract {
  const compiler = compilerOf(description, validators);
  const operations = operationParts(description).map((part) => readOperation(description, part, compiler));
  const byId = new Map(operations.map((operation) => [operation.id, operation]));
  const missing = tested.find(({ id }) => !byId.has(id));
  if (missing !== undefined) {
    throw new ContractError(`The description has no operation \`${missing.id}\`.`, '/paths');
  }
  const { title, version } = description.info;
  const readings = readReadings(description);
  checkReadings(byId.values(), new Set(readings.map(({ id }) => id)));
  return { title, version, sha256, operations: byId, readings };
}

/** Throws where a status or a field rests on a reading that is not in the list. */
function checkReadings(operations: Iterable<Operation>, known: ReadonlySet<string>): void {
  for (const { id, responses } of operations) {
    for (const { key, fields } of responses.values()) {
      const unknown = fields.flatMap(({ readings }) => readings).find((one) => !known.has(one));
      if (unknown === undefined) continue;
      throw new ContractError(
        `The ${answerInWords(key)} of \`${id}\` rests on the reading \`${unknown}\`, which \`x-readings\` does not have.`,
        '/x-readings',
      );
    }
  }
}

function compilerOf(description: Description, validators: Validators): Compiler {
  let first: Validators | null = null;
  return {
    all: (pointer) => found(validators, pointer),
    first: (pointer) => {
      first ??= compile(description, { allErrors: false }).validators;
      return found(first, pointer);
    },
  };
}

function found(validators: Validators, pointer: string) {
  const validator = validators.get(pointer);
  if (validator !== undefined) return validator;
  throw new ContractError(`The schema at \`${pointer}\` was not compiled.`, pointer);
}
