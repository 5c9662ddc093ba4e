import { loadContract } from '../../engine/contract/contract.ts';
import { type Loaded, type LoadOptions, loadDescription } from '../../engine/contract/load-description.ts';
import { loadStatements, type Statements } from '../../engine/contract/statements.ts';
import type { Contract } from '../../engine/model/contract.ts';
import { operations } from './operations.ts';
import { DESCRIPTION, STATEMENTS } from './places.ts';

/** The compiled description of the plug-ins of ModelArts, or of another file; throws a ContractError where it cannot be used. */
export function pluginsContract({
  file = DESCRIPTION,
  ...options
}: Partial<LoadOptions> = {}): Promise<Contract> {
  return loadContract({ file, ...options, tested: operations });
}

/** The same description, checked and compiled, before anything is made of it. */
export function pluginsDescription(options: Omit<LoadOptions, 'file'> = {}): Promise<Loaded> {
  return loadDescription({ file: DESCRIPTION, ...options });
}

/** What the page under test says, sentence by sentence; throws a ContractError where the file is not as its schema has it. */
export function pluginsStatements(file: URL = STATEMENTS): Promise<Statements> {
  return loadStatements(file);
}
