import type { KeyObject } from 'node:crypto';
import { ContractError } from '../../engine/contract/contract-error.ts';
import { sha256OfBytes } from '../../engine/contract/digest.ts';
import type { Verdict } from '../../engine/model/verdict.ts';
import { PACKAGE } from '../../engine/package-root.ts';
import { HarError } from '../../engine/report/har-reader.ts';
import { WaiversError } from '../../engine/verdict/waivers-error.ts';
import type { Resource } from '../../lifecycle/walk/walked-suite.ts';
import { judgedAgain, type SuiteAgain } from './again.ts';
import { contentProblems } from './content.ts';
import { differingOutcomes, differingTexts, type OutcomeDifference } from './differences.ts';
import { PackedError, readPackedRun } from './packed-run.ts';
import { type Manifest, readManifest } from './sealed/manifest.ts';
import { checkSignature, type SignatureCheck } from './sealed/signature.ts';
import { checkSums } from './sealed/sums.ts';
import { ZipError } from './sealed/zip-error.ts';
import { type OpenZip, openZip } from './sealed/zip-read.ts';

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
  /** Of this version: the SHA-256 of its description, and of its schemas by their names. */
  readonly own: { readonly description: string; readonly schemas: Readonly<Record<string, string>> };
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
  if (judged.exitCode !== VERIFIED.same || manifest.suite.version !== PACKAGE.version) return judged;
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
  const isOwn = manifest.suite.version === PACKAGE.version;
  const otherVersion = `The pack was made by version ${manifest.suite.version}, this is ${PACKAGE.version}: what differs may be the version's.`;
  try {
    const schema = (name: string) => schemaIn(zip, name, isOwn ? by.own.schemas : {});
    const left = readPackedRun(zip, schema, by.suite.resource);
    const inconsistent = contentProblems(zip, manifest, left);
    if (inconsistent.length > 0) return { ...known, exitCode: VERIFIED.notIntact, problems: inconsistent };
    const { input } = await judgedAgain(left, by.suite);
    const outcomes = differingOutcomes(manifest, left.report, input.report);
    const texts = isOwn ? differingTexts(zip, manifest, input) : [];
    const differs = outcomes.length > 0 || texts.length > 0;
    const exitCode = differs ? (isOwn ? VERIFIED.another : VERIFIED.version) : VERIFIED.same;
    const problems = [...(differs && !isOwn ? [otherVersion] : []), ...texts];
    return { ...known, exitCode, problems, outcomes, verdict: input.report.verdict };
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    const problems = [error.message, ...(isOwn ? [] : [otherVersion])];
    return { ...known, exitCode: isOwn ? VERIFIED.notIntact : VERIFIED.version, problems };
  }
}

/** A schema of the pack, which is that of this version where the pack is. */
function schemaIn(zip: OpenZip, name: string, own: Readonly<Record<string, string>>): string {
  const path = `schemas/${name}`;
  const bytes = zip.has(path) ? zip.bytesOf(path) : null;
  if (bytes === null) throw new PackedError(`There is no \`${path}\`.`);
  const right = own[name];
  if (right !== undefined && right !== sha256OfBytes(bytes))
    throw new PackedError(`\`${path}\` is not that of this version.`);
  return bytes.toString('utf8');
}

function isUnreadable(error: unknown): error is Error {
  return [PackedError, HarError, ContractError, WaiversError].some((kind) => error instanceof kind);
}
