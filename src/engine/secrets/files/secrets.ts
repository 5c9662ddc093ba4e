import { secretFinder } from '../find-secrets.ts';
import { type Budget, budgetOfFiles } from '../look/budget.ts';
import type { Sought } from '../look/look-through.ts';
import { longestForm } from '../redact.ts';

/** What is looked for in files. */
export interface SecretsOfFiles {
  readonly sought: Sought;
  /** As many characters as no form of a secret is longer than. */
  readonly longest: number;
}

/** The secrets as they are looked for in many files; null where there are none. */
export function secretsOfFiles(
  secrets: readonly string[],
  budget: Budget = budgetOfFiles(),
): SecretsOfFiles | null {
  const sought = secretFinder(() => secrets, budget).sought();
  return sought === null ? null : { sought, longest: longestForm(secrets) };
}
