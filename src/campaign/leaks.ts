import { existsSync } from 'node:fs';
import { type Redact, redactor } from '../record/redact.ts';
import { reportsIn } from '../report/report-files.ts';
import { replaceText } from '../scan/replace-text.ts';
import { removeSecretFiles } from '../scan/scan.ts';
import type { Settings } from '../settings/settings.ts';
import type { Plan } from './plan.ts';
import { secretsOf } from './secrets.ts';

/** A file that the run wrote held a secret: a fault of the suite, whatever the verdict. */
export class LeakError extends Error {
  constructor(leaks: readonly string[]) {
    super(leaks.join('\n'));
    this.name = 'LeakError';
  }
}

/**
 * Looks through all that a run wrote, below `folders` too. A file with a secret is removed, of the ledger only the
 * secret; gives a sentence for each. What was printed cannot be taken back.
 */
export function removeLeaks(
  settings: Settings,
  plan: Plan,
  folders: readonly string[] = [],
): readonly string[] {
  const { ledger, reportsDir } = settings;
  const secrets = secretsOf(settings, plan);
  const removed = removeSecretFiles([...reportsIn(reportsDir), ...folders], secrets);
  const redact = redactor(() => secrets);
  const replaced = existsSync(ledger) && replaceText(ledger, redact);
  return [
    ...removed.map((file) => `\`${file}\` held a secret of this run and was removed.`),
    ...(replaced && !isNamed(plan, redact)
      ? [`\`${ledger}\` held a secret of this run, which was replaced.`]
      : []),
  ];
}

/** The ledger says where things were installed: a secret that was put there by the settings is no fault of the suite. */
function isNamed({ names, target }: Plan, redact: Redact): boolean {
  return [...Object.values(names), target.endpoint].some((name) => redact(name) !== name);
}
