import { assertRegular } from '../campaign/claim.ts';
import { onInterrupt } from '../campaign/interrupt.ts';
import { assertFree } from '../campaign/store.ts';
import { type Swept, sweep as sweepLedger } from '../campaign/sweep.ts';
import { processVoice } from '../campaign/terminal-voice.ts';
import { EXIT } from '../model/verdict.ts';
import { visible } from '../report/inert.ts';
import { readProcessSettings } from '../settings/read.ts';
import { cutLinesText } from '../target/cut-lines.ts';
import { readLedger } from '../target/ledger.ts';
import { type Leftover, leftoversIn } from '../target/leftovers.ts';
import { UsageError } from './usage-error.ts';

/** The options of `conformance sweep`. */
export interface SweepCommand {
  readonly dryRun?: boolean;
}

/** Removes what the ledger says earlier runs left, and gives the exit code. Throws SettingsError, UsageError or BusyError before anything is sent. */
export async function sweep({ dryRun = false }: SweepCommand): Promise<number> {
  const settings = readProcessSettings({});
  const { target, ledger, reportsDir } = settings;
  assertRegular(ledger);
  assertFree(reportsDir);
  const cut = cutLinesText(ledger);
  if (cut !== null) console.log(visible(`? ${cut}`));
  const left = leftoversIn(readLedger(ledger));
  if (left.length === 0) {
    if (cut !== null) return EXIT.inconclusive;
    console.log(`Nothing was left behind, says the ledger \`${ledger}\`.`);
    return EXIT.ok;
  }
  if (target === null) {
    throw new UsageError(
      `\`MODELARTS_ENDPOINT\` is not set, and the ledger \`${ledger}\` names what was left at ${[...new Set(left.map(({ endpoint }) => endpoint))].join(', ')}; right would be that endpoint, armed and with its credentials.`,
    );
  }
  const interrupt = new AbortController();
  onInterrupt(() => interrupt.abort(), 'Interrupted: nothing more is sent; a second signal ends at once.');
  const voice = processVoice(process.stdout);
  const swept = await sweepLedger(settings, target, { voice, signal: interrupt.signal, dryRun });
  console.log(swept.map(textOf).join('\n'));
  if (interrupt.signal.aborted) return EXIT.interrupted;
  return cut !== null || swept.some(({ outcome }) => outcome === 'left') ? EXIT.inconclusive : EXIT.ok;
}

const MARKS = {
  removed: '✓ removed',
  gone: '✓ gone already',
  there: '· would be removed',
  left: '? left alone',
} as const satisfies Record<Swept['outcome'], string>;

function textOf({ leftover, outcome, blocked }: Swept): string {
  const lines = [`${MARKS[outcome]}: ${nameOf(leftover)}`];
  if (blocked !== null)
    lines.push(`    ${blocked.cause}`, `    tried  ${blocked.tried}`, `    to do  ${blocked.remedy}`);
  return visible(lines.join('\n'));
}

/** A leftover as people find it again. */
function nameOf({ templateName, poolName, endpoint, at, creationTimestamp }: Leftover): string {
  const created = creationTimestamp === null ? '' : `, created ${creationTimestamp}`;
  return `\`${templateName}\` in \`${poolName}\` at ${endpoint}, installed by the run of ${at}${created}`;
}
