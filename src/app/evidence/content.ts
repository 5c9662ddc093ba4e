import { sha256OfBytes } from '../../engine/contract/digest.ts';
import { parseJson } from '../../engine/json.ts';
import { endOf } from '../../engine/judge/exchange-times.ts';
import type { Exchange } from '../../engine/model/exchange.ts';
import type { Report } from '../../engine/model/report.ts';
import type { LeftByRun } from './again.ts';
import { PACKED } from './names.ts';
import type { PackedFiles } from './packed-run.ts';
import type { Manifest } from './sealed/manifest.ts';

/** So far two clocks of a machine may be apart, in milliseconds: its time may be set while a run goes on. */
const APART_MS = 2000;

/** In what the files of a pack, each of which is whole, do not belong together; a sentence each. */
export function contentProblems(
  files: PackedFiles,
  manifest: Manifest,
  { report, recording, settings, description }: LeftByRun,
): readonly string[] {
  const runs = [
    [PACKED.json, report.run.id],
    [PACKED.har, recording.run],
    [PACKED.settings, settings.run],
    ...ledgerRuns(files).map((run) => [PACKED.ledger, run] as const),
  ] as const;
  const other = runs.find(([, run]) => run !== manifest.run);
  const sha256 = sha256OfBytes(description);
  const contracts = [manifest.contract, report.contract.sha256];
  return [
    ...(other === undefined
      ? []
      : [`\`${other[0]}\` is of the run \`${other[1]}\`, and the manifest of \`${manifest.run}\`.`]),
    ...(contracts.every((one) => one === sha256)
      ? []
      : [`The description is another than the run was tested by: its SHA-256 is \`${sha256}\`.`]),
    ...(report.suite.version === manifest.suite.version
      ? []
      : [
          `\`${PACKED.json}\` is of version ${report.suite.version}, and the manifest of ${manifest.suite.version}.`,
        ]),
    ...clockProblems(report, recording.exchanges),
  ];
}

/** The runs that the lines of the ledger name, each once; '' for a line that names none. */
function ledgerRuns(files: PackedFiles): readonly string[] {
  const lines = files.bytesOf(PACKED.ledger).toString('utf8').split('\n').slice(0, -1);
  const runs = lines.map((line) => {
    const entry: unknown = parseJson(line);
    const run: unknown = Object(entry).run;
    return typeof run === 'string' ? run : '';
  });
  return [...new Set(runs)];
}

/** Whether the exchanges were sent one after the other, while the run went on. */
function clockProblems(report: Report, exchanges: readonly Exchange[]): readonly string[] {
  const begun = Date.parse(report.startedAt);
  let before = begun;
  for (const exchange of exchanges) {
    const at = Date.parse(exchange.startedAt);
    if (!(at >= before - APART_MS))
      return [
        `The clock was set back: entry ${exchange.index} of \`${PACKED.har}\` was sent before what stands before it.`,
      ];
    before = Math.max(at, before);
  }
  const last = exchanges.at(-1);
  if (last === undefined || endOf(last) <= begun + report.durationMs + APART_MS) return [];
  return [`Entry ${last.index} of \`${PACKED.har}\` ends after the run did.`];
}
