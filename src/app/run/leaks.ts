import { existsSync } from 'node:fs';
import { reportsIn } from '../../engine/report/report-files.ts';
import { replaceText } from '../../engine/secrets/files/replace-text.ts';
import { type LookedBefore, lookThroughFiles } from '../../engine/secrets/files/scan.ts';
import { secretsOfFiles } from '../../engine/secrets/files/secrets.ts';
import { budgetOfFiles } from '../../engine/secrets/look/budget.ts';
import { type Redact, redactor } from '../../engine/secrets/redact.ts';
import type { Settings } from '../../lifecycle/settings/settings.ts';
import type { Plan } from '../../lifecycle/walk/plan.ts';
import { secretsOf } from './secrets.ts';

/** A file that the run wrote held a secret: a fault of the suite, whatever the verdict. */
export class LeakError extends Error {
  constructor(leaks: readonly string[]) {
    super(leaks.join('\n'));
    this.name = 'LeakError';
  }
}

/** What a look through the files of a run found, in sentences. */
export interface Leaks {
  /** Of secrets that were found: faults of the suite. */
  readonly faults: readonly string[];
  /** Of files that were not looked through, and are not kept. */
  readonly unlooked: readonly string[];
}

/** What is looked through beside the reports, and what was before. */
export interface LeaksIn {
  readonly folders?: readonly string[];
  readonly before?: LookedBefore;
}

/**
 * Looks through all that a run wrote, below `folders` too. A file with a secret is removed, of the ledger only the
 * secret; gives a sentence for each. What was printed cannot be taken back.
 */
export function* removeLeaks(
  settings: Settings,
  plan: Plan,
  { folders = [], before }: LeaksIn = {},
): Generator<undefined, Leaks> {
  const { ledger, reportsDir } = settings;
  const secrets = secretsOf(settings, plan);
  const budget = budgetOfFiles(plan.searchBudget);
  const paths = [...reportsIn(reportsDir), ...folders];
  const { removed, unlooked } = yield* lookThroughFiles(paths, secretsOfFiles(secrets, budget), before);
  const redact = redactor(() => secrets, budget);
  const replaced = existsSync(ledger) && replaceText(ledger, redact);
  return {
    faults: [
      ...removed.map((file) => `\`${file}\` held a secret of this run and was removed.`),
      ...(replaced && !isNamed(plan, redact)
        ? [`\`${ledger}\` held a secret of this run, which was replaced.`]
        : []),
    ],
    unlooked: unlooked.map(
      (file) =>
        `\`${file}\` is packed so that it was not looked through for secrets: only its length and its SHA-256 are kept.`,
    ),
  };
}

/** The ledger says where things were installed: a secret that was put there by the settings is no fault of the suite. */
function isNamed({ names, target }: Plan, redact: Redact): boolean {
  return [...Object.values(names), target.endpoint].some((name) => redact(name) !== name);
}
