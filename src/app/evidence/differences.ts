import type { JudgedRequirement, Report, ReportInput } from '../../engine/model/report.ts';
import { derivedTexts } from './derived.ts';
import { PACKED } from './names.ts';
import type { PackedFiles } from './packed-run.ts';
import type { Manifest } from './sealed/manifest.ts';

/** An outcome that the rules do not give. */
export interface OutcomeDifference {
  /** Of a requirement; `verdict` for that of the whole. */
  readonly id: string;
  readonly pack: string;
  readonly rules: string;
  /** The index of the exchange that shows it, where one does. */
  readonly exchange?: number;
}

/** In what the outcomes of a pack, and its verdict, are not those that the rules give; by the ids that both have. */
export function differingOutcomes(
  { verdict }: Pick<Manifest, 'verdict'>,
  said: Report,
  given: Report,
): readonly OutcomeDifference[] {
  const byId = new Map(given.requirements.map((one) => [one.id, one]));
  const requirements = said.requirements.flatMap((one) => differing(one, byId.get(one.id)));
  const verdicts = [verdict, said.verdict].filter((one) => one !== given.verdict);
  const whole = verdicts.map((one) => ({ id: 'verdict', pack: one, rules: given.verdict }));
  return [...requirements, ...whole.slice(0, 1)];
}

function differing(
  said: JudgedRequirement,
  given: JudgedRequirement | undefined,
): readonly OutcomeDifference[] {
  if (given === undefined) return [];
  const [pack, rules] = [outcomeOf(said), outcomeOf(given)];
  if (pack === rules) return [];
  const shown = given.findings[0]?.exchange ?? said.findings[0]?.exchange ?? given.exchanges?.[0];
  return [{ id: said.id, pack, rules, ...(shown === undefined ? {} : { exchange: shown }) }];
}

/** The outcome, and what was found: two failures of different kinds are two outcomes. */
function outcomeOf({ outcome, findings }: JudgedRequirement): string {
  const kinds = [...new Set(findings.map(({ fingerprint }) => fingerprint))].sort();
  return kinds.length === 0 ? outcome : `${outcome} (${kinds.join(', ')})`;
}

/** Which files of a pack are not those that its evidence gives, a sentence each. */
export function differingTexts(
  files: PackedFiles,
  { files: listed }: Pick<Manifest, 'files'>,
  input: ReportInput,
): readonly string[] {
  const har = listed.find(({ path }) => path === PACKED.har)?.sha256 ?? '';
  return [...derivedTexts(input, har)].flatMap(([path, text]) => {
    const found = files.bytesOf(path).toString('utf8');
    if (found === text) return [];
    const [lines, others] = [found.split('\n'), text.split('\n')];
    const at = lines.findIndex((line, index) => line !== others[index]);
    const line = at < 0 ? lines.length + 1 : at + 1;
    return [`\`${path}\` is not what the evidence gives: they differ from line ${line} on.`];
  });
}
