import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sumOf } from '../../engine/contract/digest.ts';
import { member } from '../../engine/contract/json-value.ts';
import type { Json } from '../../engine/json.ts';
import { parseJson } from '../../engine/json.ts';
import { hostOnThisMachine } from '../../engine/loopback.ts';
import type { Report } from '../../engine/model/report.ts';
import { EXIT } from '../../engine/model/verdict.ts';
import { EVIDENCE_FOLDER, RUN_FOLDER } from '../../engine/report/file-names.ts';
import type { LeftByRun } from './again.ts';
import { inFolder, LEFT, LEFT_SPECS, PACKED } from './names.ts';
import { piecesOf } from './run-folder.ts';
import type { Sums } from './run-sums.ts';

/** Why a run is not packed, by what its report says, in a sentence; null where it may be. */
export function refusedByReport(report: Report, allowLoopback: boolean): string | null {
  const { verdict, interrupted, run, target } = report;
  if (target.mock)
    return 'The run was against a mock, which is nobody’s endpoint; right would be a run against a live one.';
  if (run.exitCode === EXIT.fault)
    return 'The run ended with a fault of the suite itself; right would be a run that did not.';
  if (interrupted) return 'The run was interrupted; right would be one that was carried through.';
  if (verdict === 'inconclusive')
    return `The run is inconclusive: ${report.reason} Right would be one with a verdict.`;
  if (hostOnThisMachine(target.endpoint) !== null && !allowLoopback)
    return `The endpoint was on this machine (\`${target.endpoint}\`), where anybody may put one; right would be another, or \`--allow-loopback\`, and every page says so.`;
  return null;
}

/** Why the files of a folder are not packed, in sentences: they are not what the run wrote. */
export function refusedByFiles(dir: string, { report, settings }: LeftByRun): readonly string[] {
  if (existsSync(join(dir, RUN_FOLDER)))
    return ['A run is under way in that folder, or one was killed there.'];
  const file = join(dir, EVIDENCE_FOLDER, LEFT.sums);
  if (!existsSync(file))
    return [
      `There is no \`${EVIDENCE_FOLDER}/${LEFT.sums}\`: nothing of this version ran there, or the folder was not kept.`,
    ];
  const sums = readSums(parseJson(readFileSync(file, 'utf8')));
  if (sums === null) return [`\`${EVIDENCE_FOLDER}/${LEFT.sums}\` is not what a run writes.`];
  if (sums.run !== report.run.id)
    return [
      `The files are of two runs: \`conformance.json\` is of \`${report.run.id}\`, and the sums are of \`${sums.run}\`.`,
    ];
  const summed = new Set(sums.files.map(({ path }) => path));
  const unsummed = packedOf(settings).find((path) => !summed.has(path));
  if (unsummed !== undefined)
    return [`\`${EVIDENCE_FOLDER}/${LEFT.sums}\` has no sum of \`${unsummed}\`, which is packed.`];
  return sums.files.flatMap(({ path, sha256 }) => {
    const here = join(dir, path);
    if (!existsSync(here)) return [`\`${path}\`, which the run wrote, is missing.`];
    return sumOf(piecesOf(here)).sha256 === sha256 ? [] : [`\`${path}\` was changed since the run.`];
  });
}

/** What is packed of the folder of a run, by its paths there. */
function packedOf({ description, statements }: LeftByRun['settings']): readonly string[] {
  const specs = [description, ...(statements === null ? [] : [statements])];
  const { html, json, markdown, junit, har, ledger, settings, waivers } = PACKED;
  return [
    ...[html, json, markdown, junit, har, ledger, settings, waivers],
    ...specs.map((name) => `${LEFT_SPECS}/${name}`),
  ].map(inFolder);
}

function readSums(value: Json | undefined): Sums | null {
  const files = member(value, 'files');
  const isOne = (one: unknown) =>
    ['path', 'sha256'].every((name) => typeof member(one, name) === 'string') &&
    isBelow(String(member(one, 'path')));
  // As just looked at.
  return typeof member(value, 'run') === 'string' && Array.isArray(files) && files.every(isOne)
    ? (value as unknown as Sums)
    : null;
}

function isBelow(path: string): boolean {
  return !path.startsWith('/') && !path.split(/[\\/]/).includes('..');
}
