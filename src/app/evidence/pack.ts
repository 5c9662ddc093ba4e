import type { KeyObject } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { sha256OfBytes, sumOf } from '../../engine/contract/digest.ts';
import type { Report, ReportInput } from '../../engine/model/report.ts';
import { PACKAGE, PACKAGE_ROOT, SCHEMAS } from '../../engine/package-root.ts';
import { EVIDENCE_FOLDER } from '../../engine/report/file-names.ts';
import { harParts } from '../../engine/report/har.ts';
import { dayOf } from '../../engine/verdict/days.ts';
import { masked } from '../../lifecycle/masked/recording.ts';
import { Salted } from '../../lifecycle/masked/salted.ts';
import type { Resource } from '../../lifecycle/walk/walked-suite.ts';
import { UsageError } from '../cli/usage-error.ts';
import { type JudgedAgain, judgedAgain, type LeftByRun, type SuiteAgain } from './again.ts';
import { derivedTexts } from './derived.ts';
import { differingOutcomes } from './differences.ts';
import { folderFiles } from './folder-files.ts';
import { LEFT, LEFT_SPECS, PACKED } from './names.ts';
import type { OwnFiles } from './own-files.ts';
import { type PackedFiles, readPackedRun } from './packed-run.ts';
import { refusedByFiles, refusedByReport } from './refusals.ts';
import { sealPack } from './sealed/seal.ts';
import type { PackEntry } from './sealed/zip-bytes.ts';
import type { WrittenZip } from './sealed/zip-write.ts';

/** What is built for packs: the file that checks one, and what the suite consists of. */
const BUILT = new URL('dist/evidence/', PACKAGE_ROOT);

/** As `keepEvidence` draws it. */
const SALT = /^[0-9a-f]{64}$/;

/** How a run is packed. */
export interface PackOptions {
  /** The folder of the run. */
  readonly dir: string;
  /** The file that is written. */
  readonly out: string;
  /** The private key that it is signed with; null: it is not signed. */
  readonly key: KeyObject | null;
  /** What is told of neighbours stays as it is. */
  readonly whole: boolean;
  readonly allowLoopback: boolean;
}

/** What is packed of which suite. */
export type PackedSuite = SuiteAgain & {
  readonly resource: Resource;
  readonly documentedWords: ReadonlySet<string>;
};

/** A run that is ready to be sealed. */
interface Ready {
  readonly input: ReportInput;
  readonly files: readonly PackEntry[];
}

/** What a pack of a run is called where nobody says it, e.g. `conformance-2026-11-29-4e92972f.zip`. */
export function packName({ startedAt, run }: Pick<Report, 'startedAt' | 'run'>): string {
  return `conformance-${dayOf(startedAt)}-${run.id.slice(0, 8)}.zip`;
}

/** Seals a run's evidence into one zip. Throws a UsageError where that run is not to be packed. */
export async function packRun(options: PackOptions, suite: PackedSuite): Promise<WrittenZip> {
  const { dir, out, key } = options;
  const { input, files } = await ready(options, suite, folderFiles(dir));
  const { report } = input;
  const { name, version } = PACKAGE;
  const head = {
    run: report.run.id,
    verdict: report.verdict,
    contract: report.contract.sha256,
    suite: { name, version },
  };
  return sealPack(out, files, { head, key });
}

async function ready(
  { dir, whole, allowLoopback }: PackOptions,
  suite: PackedSuite,
  files: PackedFiles,
): Promise<Ready> {
  const left = readPackedRun(files, schemaOf, suite.resource);
  const { report } = left;
  const refused = refusedByReport(report, allowLoopback);
  if (refused !== null) throw new UsageError(refused);
  const changed = refusedByFiles(dir, left);
  if (changed[0] !== undefined) throw new UsageError(changed[0], ...changed.slice(1));
  if (report.suite.version !== PACKAGE.version)
    throw new UsageError(
      `The run was made by version ${report.suite.version}, this is ${PACKAGE.version}; right would be the same.`,
    );
  if (whole) {
    const { input } = await asRun(left, suite);
    return { input, files: entriesOf(input, files, left, () => files.partsOf(PACKED.har)) };
  }
  const salted = new Salted(saltIn(dir));
  const { names, kept } = ownOf(report, suite);
  const { recording, text } = masked(left.recording, { resource: suite.resource, names, salted, kept });
  const told = { ...report, notes: report.notes.map((note) => ({ ...note, message: text(note.message) })) };
  const { input } = await judgedAgain({ ...left, report: told, recording }, suite);
  // Judging takes the longest of all: what was recorded is judged only where that may be another's fault.
  if (differingOutcomes(report, report, input.report).length > 0) await asRun(left, suite);
  refuseOther(
    report,
    input.report,
    'With what others have in the pool masked, the rules find something else; `--whole` packs it as it is. They differ',
  );
  return { input, files: entriesOf(input, files, left, () => harParts(input)) };
}

/** What the run recorded, judged again; throws a UsageError where that is another outcome than its report has. */
async function asRun(left: LeftByRun, suite: PackedSuite): Promise<JudgedAgain> {
  const judged = await judgedAgain(left, suite);
  const what = 'What the run recorded gives another outcome than its report has';
  refuseOther(left.report, judged.input.report, what);
  return judged;
}

/** By one that anybody knows what is masked could be tried out. */
function saltIn(dir: string): string {
  const salt = folderFiles(dir).bytesOf(LEFT.salt).toString('utf8').trim();
  if (SALT.test(salt)) return salt;
  throw new UsageError(
    `\`${EVIDENCE_FOLDER}/${LEFT.salt}\` is not what a run leaves; right would be the folder as the run left it, or \`--whole\`.`,
  );
}

function ownOf({ target }: Report, { documentedWords }: PackedSuite) {
  const { project, collection, item } = target;
  return { names: { project, collection, item }, kept: documentedWords };
}

function refuseOther(said: Report, given: Report, what: string): void {
  const [first] = differingOutcomes(said, said, given);
  if (first === undefined) return;
  throw new UsageError(`${what} at \`${first.id}\`: ${first.pack}, and now ${first.rules}.`);
}

function entriesOf(
  input: ReportInput,
  files: PackedFiles,
  { settings }: LeftByRun,
  har: () => Iterable<Buffer | string>,
): readonly PackEntry[] {
  const specs = [settings.description, ...(settings.statements === null ? [] : [settings.statements])];
  const copied = [
    PACKED.ledger,
    PACKED.settings,
    PACKED.waivers,
    ...specs.map((name) => `${LEFT_SPECS}/${name}`),
  ];
  return [
    ...[...derivedTexts(input, sumOf(har()).sha256)].map(([path, text]) => ({ path, parts: () => [text] })),
    { path: PACKED.har, parts: har },
    ...copied.map((path) => ({ path, parts: () => files.partsOf(path) })),
    ...Object.entries(OWN).map(([path, place]) => ({ path, parts: () => [readFileSync(place())] })),
  ];
}

/** Where that stands which is the same in each pack of this version. */
const OWN: Readonly<Record<string, () => URL>> = Object.fromEntries([
  ...readdirSync(SCHEMAS).map((name) => [`schemas/${name}`, () => new URL(name, SCHEMAS)] as const),
  ...[PACKED.verify, PACKED.sbom].map((path) => [path, () => new URL(path, BUILT)] as const),
]);

/** The sums of what is the same in each pack of this version. */
export function ownFiles(): OwnFiles {
  const sums = Object.entries(OWN).map(([path, place]) => [path, sha256OfBytes(readFileSync(place()))]);
  return Object.fromEntries(sums);
}

function schemaOf(name: string): string {
  return readFileSync(new URL(name, SCHEMAS), 'utf8');
}
