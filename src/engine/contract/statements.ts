import { readFileSync } from 'node:fs';
import { ContractError } from './contract-error.ts';
import { member } from './json-value.ts';
import { ownSchema } from './own-schema.ts';

/** One thing that the page under test says: checked by requirements, or left out for a reason. */
export type Statement = {
  /** A permanent readable path. */
  readonly id: string;
  readonly clause: string;
  readonly says: string;
} & ({ readonly requirements: readonly string[] } | { readonly excluded: string });

/** Requirements that come from elsewhere than the page. */
export interface OtherSource {
  readonly source: string;
  readonly says: string;
  readonly requirements: readonly string[];
}

/** Every statement of the page, and the requirements that have another source. */
export interface Statements {
  readonly document: string;
  readonly statements: readonly Statement[];
  readonly other: readonly OtherSource[];
}

/** The statements in a text that was checked when it was tested by; throws a ContractError where it holds none. */
export async function statementsOf(text: string): Promise<Statements> {
  const { parse } = await import('yaml');
  let value: unknown;
  try {
    value = parse(text);
  } catch {
    // What is no YAML holds none.
  }
  const lists = [member(value, 'statements'), member(value, 'other')];
  // Each of its entries was checked by the schema.
  if (lists.every(Array.isArray)) return value as Statements;
  throw new ContractError('The statements of the document cannot be read.');
}

/** Reads the statements; throws a ContractError where the file is not what its schema says. */
export async function loadStatements(file: URL): Promise<Statements> {
  const { parse } = await import('yaml');
  const statements: unknown = parse(readFileSync(file, 'utf8'));
  const validate = ownSchema<Statements>('statements.schema.json');
  if (validate(statements)) return statements;
  const [first] = validate.errors ?? [];
  const pointer = first?.instancePath ?? '';
  throw new ContractError(
    `The statements do not fit their schema at \`${pointer}\`: ${first?.message}.`,
    pointer,
  );
}
