import { existsSync } from 'node:fs';
import { EXIT } from '../../engine/model/verdict.ts';
import { type CheckedLedger, readCheckedLedger, type UnusedLine } from '../../lifecycle/checked-ledger.ts';
import { cutText } from '../../lifecycle/cut-lines.ts';
import { type Leftover, leftoversIn } from '../../lifecycle/leftovers.ts';
import { assertFree, lockDirectory } from '../../lifecycle/locks/run-locks.ts';
import { type Swept, sweep as sweepLedgers } from '../../lifecycle/walk/sweep.ts';
import { modelartsPlugins } from '../../suites/modelarts-plugins/suite.ts';
import { assertRegular } from '../run/claim.ts';
import { tellFault } from '../run/fault.ts';
import { onInterrupt } from '../run/interrupt.ts';
import { readProcessSettings } from '../settings/read.ts';
import { print } from '../terminal/print.ts';
import { processVoice } from '../terminal/terminal-voice.ts';
import { sweepUnseen } from './sweep-unseen.ts';
import { UsageError } from './usage-error.ts';
import { wantedOf } from './wanted.ts';

const { resource } = modelartsPlugins;
const { isNamedBy } = resource;

/** The options of `conformance sweep`. */
export interface SweepCommand {
  readonly dryRun?: boolean;
  readonly all?: boolean;
  readonly unseen?: boolean;
  /** NAME@TIME each. */
  readonly remove?: readonly string[];
  /** Files in place of the one of the settings. */
  readonly ledger?: readonly string[];
}

/** Removes what ledgers say earlier runs left, and gives the exit code. Throws SettingsError, UsageError or BusyError before anything is sent. */
export async function sweep(command: SweepCommand): Promise<number> {
  const settings = readProcessSettings({});
  const { target, reportsDir } = settings;
  for (const file of command.ledger ?? [settings.ledger]) assertRegular(file);
  assertFree(reportsDir);
  const ledgers = ledgersOf(command, settings.ledger);
  const left = ledgers.flatMap(({ entries }) => leftoversIn(entries, isNamedBy));
  const unused = ledgers.flatMap((ledger) => ledger.unused);
  const cut = ledgers
    .flatMap((ledger) => cutText(ledger.file, ledger.cut, resource.words) ?? [])
    .map((text) => `? ${text}`);
  for (const line of [...cut, ...unused.map(unusedText), ...nothingText(command, settings.ledger, ledgers)])
    print(line);
  const wanted = wantedOf(command.remove ?? []);
  const looksFurther = command.unseen === true || wanted.length > 0;
  const isDoubtful = unused.length > 0 || cut.length > 0;
  if (left.length === 0 && !looksFurther) return isDoubtful ? EXIT.inconclusive : EXIT.ok;
  if (target === null) throw new UsageError(notSet(left));
  const interrupt = new AbortController();
  onInterrupt(() => interrupt.abort(), 'Interrupted: nothing more is sent; a second Ctrl-C ends at once.');
  const { dryRun = false, all = false } = command;
  const voice = processVoice();
  // It is let go of as the process ends; where the directory is not there yet, no run is in it.
  if (!dryRun && existsSync(reportsDir)) await lockDirectory(reportsDir, voice.say);
  const options = {
    suite: modelartsPlugins,
    onFault: tellFault,
    voice,
    signal: interrupt.signal,
    dryRun,
    all,
  };
  const swept = await sweepLedgers(settings, target, ledgers, options);
  for (const one of swept) print(...linesOf(one));
  const alone = swept.filter(({ outcome }) => outcome === 'left').map(({ leftover }) => leftover);
  const isLeft = looksFurther
    ? await sweepUnseen({ settings, target, options, left: alone, wanted })
    : alone.length > 0;
  if (interrupt.signal.aborted) return EXIT.interrupted;
  return isLeft || isDoubtful ? EXIT.inconclusive : EXIT.ok;
}

/** The ledgers that were asked for. Throws a UsageError where one that was named does not exist. */
function ledgersOf({ ledger: files }: SweepCommand, ofSettings: string): readonly CheckedLedger[] {
  return (files ?? [ofSettings]).flatMap((file) => {
    const ledger = readCheckedLedger(file, resource);
    if (ledger === null && files !== undefined)
      throw new UsageError(
        `\`--ledger\` names \`${file}\`, which does not exist; right would be the ledger of a run.`,
      );
    return ledger ?? [];
  });
}

function nothingText(
  { unseen, remove }: SweepCommand,
  ofSettings: string,
  ledgers: readonly CheckedLedger[],
): readonly string[] {
  if (ledgers.length === 0) {
    return [
      `There is no ledger \`${ofSettings}\`, so nothing is known of what runs left. A ledger that is elsewhere is given with \`--ledger FILE\`; \`--unseen\` lists what stands in the pool.`,
    ];
  }
  const isEmpty = ledgers.every(
    ({ entries, unused, cut }) => leftoversIn(entries, isNamedBy).length + unused.length + cut.length === 0,
  );
  if (!isEmpty || unseen === true || remove !== undefined) return [];
  const files = ledgers.map(({ file }) => `\`${file}\``).join(', ');
  return [`Nothing was left behind, says the ledger ${files}.`];
}

function notSet(left: readonly Leftover[]): string {
  const where = [...new Set(left.map(({ endpoint }) => endpoint))].join(', ');
  const known = where === '' ? '' : `, and what was left is at ${where}`;
  return `\`MODELARTS_ENDPOINT\` is not set${known}; right would be the endpoint of the runs, armed and with its credentials.`;
}

const MARKS = {
  removed: '✓ removed',
  gone: '✓ gone already',
  there: '· would be removed',
  left: '? left alone',
} as const satisfies Record<Swept['outcome'], string>;

function unusedText({ file, line, why }: UnusedLine): string {
  return `? left alone: line ${line} of \`${file}\`, which ${why}; nothing is removed by it`;
}

function linesOf({ leftover, outcome, blocked }: Swept): readonly string[] {
  const lines = [`${MARKS[outcome]}: ${nameOf(leftover)}`];
  if (blocked !== null)
    lines.push(`    ${blocked.cause}`, `    tried  ${blocked.tried}`, `    to do  ${blocked.remedy}`);
  return lines;
}

/** A leftover as people find it again. */
function nameOf({ item, collection, endpoint, at, creationTimestamp }: Leftover): string {
  const created = creationTimestamp === null ? '' : `, created ${creationTimestamp}`;
  return `\`${item}\` in \`${collection}\` at ${endpoint}, installed by the run of ${at}${created}`;
}
