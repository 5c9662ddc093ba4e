import { PACKAGE } from '../../engine/package-root.ts';
import { inertLine } from '../../engine/report/inert.ts';
import { VERIFIED, type Verified } from './verify.ts';

/** What an exit code says, in words. */
const WORDS: Readonly<Record<Verified['exitCode'], string>> = {
  [VERIFIED.same]: 'the evidence gives the same',
  [VERIFIED.another]: 'the evidence gives something else',
  [VERIFIED.noZip]: 'no pack',
  [VERIFIED.version]: 'of another version',
  [VERIFIED.fault]: 'not checked',
  [VERIFIED.notIntact]: 'not intact',
};

/** What became of a pack, for a terminal. */
export function verifiedLines(file: string, verified: Verified): readonly string[] {
  const { exitCode, manifest, signature, ownDescription, outcomes, problems, verdict } = verified;
  const facts =
    manifest === null
      ? []
      : [
          `run          ${manifest.run}`,
          `verdict      ${manifest.verdict}${verdict === null ? '' : `; the rules say ${verdict}`}`,
          `suite        ${manifest.suite.name} ${manifest.suite.version}; this is ${PACKAGE.version}`,
          `description  ${manifest.contract}, ${ownDescription === true ? 'the one that this came with' : 'another than this came with'}`,
          ...(signature === null ? [] : [`signature    ${signature}`]),
        ];
  return [
    `${file}: ${WORDS[exitCode]}.`,
    ...facts.map((line) => `  ${line}`),
    ...outcomes.map(
      ({ id, pack, rules, exchange }) =>
        `  ${id}: the pack says ${pack}, the rules say ${rules}${exchange === undefined ? '' : ` (exchange ${exchange})`}`,
    ),
    ...problems.map((problem) => `  ${problem}`),
  ].map(inertLine);
}

/** The same for programs: as `schemas/verify.schema.json` has it. */
export function verifiedJson(file: string, verified: Verified): string {
  const { exitCode, manifest, signature, ownDescription, outcomes, problems, verdict } = verified;
  return JSON.stringify(
    {
      ...{ formatVersion: 1, file, exitCode, result: WORDS[exitCode] },
      run: manifest?.run ?? null,
      verdict: { pack: manifest?.verdict ?? null, rules: verdict },
      suite: { pack: manifest?.suite.version ?? null, own: PACKAGE.version },
      contract: { sha256: manifest?.contract ?? null, own: ownDescription },
      ...{ signature, outcomes, problems },
    },
    null,
    2,
  );
}
