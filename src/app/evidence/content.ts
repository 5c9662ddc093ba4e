import { sha256OfBytes } from '../../engine/contract/digest.ts';
import { endOf } from '../../engine/judge/exchange-times.ts';
import type { Exchange } from '../../engine/model/exchange.ts';
import type { Report } from '../../engine/model/report.ts';
import type { LeftByRun } from './again.ts';
import { harProblem } from './har-again.ts';
import { APART_MS, type LedgerBy, ledgerProblems } from './ledger-content.ts';
import { PACKED } from './names.ts';
import type { PackedFiles } from './packed-run.ts';
import type { RunSettings } from './run-settings.ts';
import type { Manifest } from './sealed/manifest.ts';

/** In what the files of a pack, each of which is whole, do not belong together; a sentence each. */
export function contentProblems(
  manifest: Manifest,
  { report, recording, settings, description }: LeftByRun,
): readonly string[] {
  const runs = [
    [PACKED.json, report.run.id],
    [PACKED.har, recording.run],
    [PACKED.settings, settings.run],
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

/** In what they are not what a run of this version leaves, a sentence each. */
export function runProblems(
  files: PackedFiles,
  { report, recording, settings }: LeftByRun,
  { suite, fits }: Pick<LedgerBy, 'suite' | 'fits'>,
): readonly string[] {
  const { exchanges } = recording;
  const har = harProblem(files.partsOf(PACKED.har), { report, ...recording });
  return [
    ...settingsProblems(settings, report, suite),
    ...ledgerProblems(files.bytesOf(PACKED.ledger).toString('utf8'), {
      ...{ suite, report, exchanges, fits },
      version: settings.target.templateVersion,
    }),
    ...placeProblems(report, exchanges),
    ...(har === null ? [] : [har]),
  ];
}

/** In what a run was not set as its report has it. */
function settingsProblems(
  settings: RunSettings,
  { target, strict, limits, run }: Report,
  { resource: { keys } }: LedgerBy['suite'],
): readonly string[] {
  const { requestTimeoutMs, settleTimeoutMs, runTimeoutMs } = settings;
  const pairs = {
    endpoint: [settings.target.endpoint, target.endpoint],
    authentication: [settings.target.authentication, target.authentication],
    [keys.project]: [settings.target[keys.project], target.project],
    [keys.collection]: [settings.target[keys.collection], target.collection],
    [keys.item]: [settings.target[keys.item], target.item],
    [keys.source]: [settings.target[keys.source], target.source],
    strict: [settings.strict, strict],
    attempts: [settings.attempts.most, run.mostAttempts],
    requestTimeoutMs: [requestTimeoutMs, limits?.requestTimeoutMs ?? requestTimeoutMs],
    settleTimeoutMs: [settleTimeoutMs, limits?.settleTimeoutMs ?? settleTimeoutMs],
    runTimeoutMs: [runTimeoutMs, limits === undefined ? runTimeoutMs : limits.runTimeoutMs],
  };
  return Object.entries(pairs)
    .filter(([, [set, told]]) => set !== told)
    .map(
      ([name, [set, told]]) =>
        `\`${PACKED.settings}\` has \`${String(set)}\` as \`${name}\`, and \`${PACKED.json}\` \`${String(told)}\`.`,
    );
}

/** Whether all was sent to the target; who gives a token is another. */
function placeProblems({ target }: Report, exchanges: readonly Exchange[]): readonly string[] {
  const other = exchanges.find(
    ({ purpose, request }) => purpose !== 'sign-in' && !request.url.startsWith(`${target.endpoint}/`),
  );
  return other === undefined
    ? []
    : [`Entry ${other.index} of \`${PACKED.har}\` was sent elsewhere than to \`${target.endpoint}\`.`];
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
