import { type PlacedValue, type Problem, readPlacedYaml, YamlProblem } from '../../engine/placed-yaml.ts';
import { EVIDENCE_FOLDER, PLAYWRIGHT_REPORT } from '../../engine/report/file-names.ts';
import { kindOf, READABLE, textIn } from '../../engine/text-file.ts';
import { SettingsError } from '../../lifecycle/settings/settings.ts';
import { shownPath } from '../terminal/shown-path.ts';
import type { TargetEntry } from './target-entry.ts';
import { shapeProblems } from './target-shape.ts';

/** As many of the things that are wrong with a file as are told. */
const MOST = 50;

/** What stands beside the folders of targets. */
const FOLDERS: readonly string[] = [PLAYWRIGHT_REPORT, EVIDENCE_FOLDER];
const FILES = ['.html', '.json', '.md', '.xml', '.har', '.env', '.ndjson', '.unfinished'];

/** What Windows keeps for devices, whatever ends such a name has. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?: *\.|$)/;

/** A longer name no file system bears; so many bytes. */
const LONGEST_NAME = 255;

/** A file of targets, as far as it can be read. */
export interface TargetsFile {
  /** Those entries whose shape is right, with their indices in the file. */
  readonly entries: readonly PlacedEntry[];
  /** Of the others those that have a name, so that all that is wrong with them is told at once. */
  readonly others: readonly OtherEntry[];
  /** What is wrong with the shape of entries, and with names. */
  readonly problems: readonly Problem[];
  readonly told: PlacedValue['told'];
  /** How it is called in sentences. */
  readonly shown: string;
}

export interface PlacedEntry {
  readonly index: number;
  readonly entry: TargetEntry;
}

/** An entry whose shape is wrong, with stand-ins for what is not right of it. */
export interface OtherEntry extends PlacedEntry {
  /** Its members of which nothing more can be told. */
  readonly wrong: readonly string[];
}

/** In the place of what is wrong or missing: all else of the entry is looked at nevertheless. */
const STAND_IN: Omit<TargetEntry, 'name'> = {
  ...{ endpoint: 'https://example.com', allowDelete: 'example.com', auth: {} },
  ...{ projectId: 'project', pool: 'pool', template: 'template' },
};

/** Reads a file of targets. Throws a SettingsError where it is none at all. */
export async function readTargetsFile(file: string): Promise<TargetsFile> {
  const shown = shownPath(file);
  const yaml = await import('yaml');
  const { value, told } = placed(() =>
    readPlacedYaml({ text: textOf(file, shown), shown, yaml, merge: true }),
  );
  const problems = shapeProblems(value);
  if (problems.some(({ path }) => path.length === 0) || !Array.isArray(value))
    throw new SettingsError(told(problems));
  const wrong = new Set(problems.map(({ path: [index] }) => index));
  const entries = value.flatMap((entry: TargetEntry, index) => (wrong.has(index) ? [] : [{ index, entry }]));
  const others = [...wrong].flatMap((index) => otherOf(value[Number(index)], Number(index), problems));
  const named = [...entries, ...others].sort((one, other) => one.index - other.index);
  return {
    ...{ entries, others },
    problems: [...problems, ...nameProblems(named), ...named.flatMap(numberProblem)],
    told,
    shown,
  };
}

/** The sentences of an error, no more than anybody reads. */
export function fewOf(sentences: readonly string[]): readonly string[] {
  const left = sentences.length - MOST;
  return left > 0 ? [...sentences.slice(0, MOST), `${left} more are wrong there.`] : sentences;
}

/** An entry by what is right of it; nothing where its name is not. */
function otherOf(value: unknown, index: number, problems: readonly Problem[]): readonly OtherEntry[] {
  const of = problems.filter(({ path }) => path[0] === index);
  const wrong = of.map(({ path, lacks }) => String(path[1] ?? lacks ?? 'name'));
  if (wrong.includes('name')) return [];
  // The host that deletions are allowed at is that of the endpoint.
  if (wrong.includes('endpoint')) wrong.push('allowDelete');
  const right = Object.entries(Object(value)).filter(([name]) => !wrong.includes(name));
  // What the schema finds nothing wrong with has the type that it says.
  const entry = { ...STAND_IN, ...Object.fromEntries(right) } as TargetEntry;
  return [{ index, wrong, entry }];
}

/** Names are those of folders, which many systems do not tell apart by letter case. */
function nameProblems(entries: readonly PlacedEntry[]): readonly Problem[] {
  const seen = new Map<string, string>();
  return entries.flatMap(({ index, entry: { name } }) => {
    // Upper case first: it takes `ς` for `σ` and `ß` for `ss`, as file systems do.
    const folded = name.normalize('NFKC').toUpperCase().toLowerCase();
    const earlier = seen.get(folded);
    seen.set(folded, earlier ?? name);
    const path = [index, 'name'];
    if (FOLDERS.includes(folded) || FILES.some((end) => folded.endsWith(end)))
      return [
        {
          path,
          sentence: `\`name\` is \`${name}\`, as what a run writes may be called; right would be another.`,
        },
      ];
    if (DEVICE.test(folded))
      return [{ path, sentence: `\`name\` is \`${name}\`, a device to Windows; right would be another.` }];
    const bytes = Buffer.byteLength(name);
    if (bytes > LONGEST_NAME)
      return [
        {
          path,
          sentence: `\`name\` has ${bytes} bytes as a folder; right would be at most ${LONGEST_NAME}.`,
        },
      ];
    if (earlier === undefined) return [];
    const same =
      earlier === name ? 'another target has' : `differs from \`${earlier}\` by its spelling alone`;
    return [{ path, sentence: `\`name\` is \`${name}\`, which ${same}; right would be one of its own.` }];
  });
}

/** Of a number that YAML knows and JSON does not, or of more digits than are kept: inputs are sent as JSON. */
function numberProblem({ index, entry: { inputs } }: PlacedEntry): readonly Problem[] {
  const found: number[] = [];
  JSON.stringify(inputs, (_, value: unknown) => {
    if (typeof value === 'number' && !isKept(value)) found.push(value);
    return value;
  });
  const right = 'right would be a smaller one, or a text in quotes';
  const sentence = `\`inputs\` holds \`${found[0]}\`, a number that would not arrive as it is written; ${right}.`;
  return found.length === 0 ? [] : [{ path: [index, 'inputs'], sentence }];
}

/** Whether JSON has such a number, and all of its digits are kept. */
function isKept(value: number): boolean {
  return Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value));
}

function placed(read: () => PlacedValue): PlacedValue {
  try {
    return read();
  } catch (error) {
    throw error instanceof YamlProblem ? new SettingsError([error.message]) : error;
  }
}

function textOf(file: string, shown: string): string {
  const kind = kindOf(file);
  if (kind !== 'file') {
    const found = kind === 'nothing' ? 'which is not there' : 'which is no regular file';
    throw new SettingsError([`\`--targets\` names ${shown}, ${found}; right would be a file of targets.`]);
  }
  const read = textIn(file, shown, READABLE.needed);
  if ('problem' in read) throw new SettingsError([read.problem]);
  return read.text.replace(/^\uFEFF/, '');
}
