import type { KeyObject } from 'node:crypto';
import { ContractError } from '../../engine/contract/contract-error.ts';
import type { Verdict } from '../../engine/model/verdict.ts';
import { PACKAGE } from '../../engine/package-root.ts';
import { HarError } from '../../engine/report/har-reader.ts';
import { WaiversError } from '../../engine/verdict/waivers-error.ts';
import type { Resource } from '../../lifecycle/walk/walked-suite.ts';
import { judgedAgain, type SuiteAgain } from './again.ts';
import { contentProblems, runProblems } from './content.ts';
import { differingOutcomes, differingTexts, type OutcomeDifference } from './differences.ts';
import { type OwnFiles, otherFiles } from './own-files.ts';
import { fitting, PackedError, type PackedFiles, readPackedRun } from './packed-run.ts';
import { type Manifest, readManifest } from './sealed/manifest.ts';
import { checkSignature, type SignatureCheck } from './sealed/signature.ts';
import { checkSums } from './sealed/sums.ts';
import { ZipError } from './sealed/zip-error.ts';
import { type OpenZip, openZip } from './sealed/zip-read.ts';

const LEDGER_SCHEMA = 'ledger.schema.json';

/** Exit codes of `verify`. */
export const VERIFIED = {
  same: 0,
  another: 1,
  noZip: 2,
  version: 3,
  fault: 4,
  notIntact: 5,
} as const;

/** What a pack is checked by. */
export interface VerifyBy {
  readonly suite: SuiteAgain & { readonly resource: Resource };
  /** The key that it has to be signed with; null: that of whoever signed it. */
  readonly key: KeyObject | null;
  /** Of this version: the SHA-256 of its description, and of what is the same in each of its packs. */
  readonly own: { readonly description: string; readonly files: OwnFiles };
}

/** What became of a pack. */
export interface Verified {
  readonly exitCode: (typeof VERIFIED)[keyof typeof VERIFIED];
  /** What is wrong, a sentence each; none where the evidence gives the same. */
  readonly problems: readonly string[];
  readonly outcomes: readonly OutcomeDifference[];
  /** Null where the pack does not say it, or cannot be relied on. */
  readonly manifest: Omit<Manifest, 'files'> | null;
  /** What the rules say of the evidence; null where that was not asked. */
  readonly verdict: Verdict | null;
  readonly signature: SignatureCheck['text'] | null;
  /** Whether the description is the one that this version came with; null where there is none. */
  readonly ownDescription: boolean | null;
}

const NOTHING: Omit<Verified, 'exitCode' | 'problems'> = {
  outcomes: [],
  manifest: null,
  verdict: null,
  signature: null,
  ownDescription: null,
};

/** Checks a pack: that it is safe, intact and signed, and that its evidence gives what it says. Needs no network. */
export async function verify(path: string, by: VerifyBy): Promise<Verified> {
  let zip: OpenZip;
  try {
    zip = openZip(path);
  } catch (error) {
    return zipProblem(error);
  }
  try {
    return await verifyZip(zip, by);
  } catch (error) {
    return zipProblem(error);
  } finally {
    zip.close();
  }
}

function zipProblem(error: unknown): Verified {
  if (!(error instanceof ZipError)) throw error;
  const exitCode = error.kind === 'no-zip' ? VERIFIED.noZip : VERIFIED.notIntact;
  return { ...NOTHING, exitCode, problems: [error.message] };
}

async function verifyZip(zip: OpenZip, by: VerifyBy): Promise<Verified> {
  const read = readManifest(zip);
  if (typeof read === 'string') return { ...NOTHING, exitCode: VERIFIED.notIntact, problems: [read] };
  const { files, ...manifest } = read.manifest;
  const signature = checkSignature(zip, read.bytes, by.key);
  const broken = [...checkSums(zip, read.manifest), ...signature.problems];
  const known = {
    ...NOTHING,
    manifest,
    signature: signature.text,
    ownDescription: manifest.contract === by.own.description,
  };
  if (broken.length > 0) return { ...known, exitCode: VERIFIED.notIntact, problems: broken };
  const judged = await judgePack(zip, read.manifest, by, known);
  if (judged.exitCode !== VERIFIED.same || !isOfThis(manifest)) return judged;
  if (zip.isAsWritten()) return judged;
  const problem =
    'The zip was unpacked and zipped again: what it holds is intact, its bytes are not those of `pack`.';
  return { ...judged, exitCode: VERIFIED.notIntact, problems: [problem] };
}

async function judgePack(
  zip: OpenZip,
  manifest: Manifest,
  by: VerifyBy,
  known: Omit<Verified, 'exitCode' | 'problems'>,
): Promise<Verified> {
  const isOwn = isOfThis(manifest);
  const otherVersion = `The pack was made by ${manifest.suite.name} ${manifest.suite.version}, this is ${PACKAGE.name} ${PACKAGE.version}: what differs may be the version's.`;
  const notCompared = `${otherVersion} The pages and tables were not compared.`;
  const notIntact = (problems: readonly string[]) => ({ ...known, exitCode: VERIFIED.notIntact, problems });
  try {
    const files = filesOf(zip);
    const schema = (name: string) => files.bytesOf(`schemas/${name}`).toString('utf8');
    const left = readPackedRun(files, schema, by.suite.resource);
    const inconsistent = [
      ...(isOwn ? otherFiles(zip, left.settings, by.own.files) : []),
      ...contentProblems(manifest, left),
      ...(isOwn ? runProblems(files, left, { suite: by.suite, fits: fitting(LEDGER_SCHEMA, schema) }) : []),
    ];
    if (inconsistent.length > 0) return notIntact(inconsistent);
    const { input } = await judgedAgain(left, by.suite);
    const outcomes = differingOutcomes(manifest, left.report, input.report);
    const texts = isOwn ? differingTexts(files, manifest, input) : [];
    const differs = outcomes.length > 0 || texts.length > 0;
    const exitCode = differs ? (isOwn ? VERIFIED.another : VERIFIED.version) : VERIFIED.same;
    const problems = isOwn ? texts : [notCompared];
    return { ...known, exitCode, problems, outcomes, verdict: input.report.verdict };
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    if (isOwn) return notIntact([error.message]);
    return { ...known, exitCode: VERIFIED.version, problems: [error.message, otherVersion] };
  }
}

function isOfThis({ suite }: Pick<Manifest, 'suite'>): boolean {
  return suite.name === PACKAGE.name && suite.version === PACKAGE.version;
}

/** The files of a zip as those of a run. */
function filesOf(zip: OpenZip): PackedFiles {
  const there = (path: string) => {
    if (!zip.has(path)) throw new PackedError(`There is no \`${path}\`, which each pack has.`);
    return path;
  };
  return {
    bytesOf: (path) => zip.bytesOf(there(path)),
    partsOf: (path) => zip.partsOf(there(path)),
  };
}

/** Whether a file of a run is not what a run leaves: one sentence says which. */
export function isUnreadable(error: unknown): error is Error {
  return [PackedError, HarError, ContractError, WaiversError].some((kind) => error instanceof kind);
}
