import { isJsonObject, type Json, type JsonObject } from '../../engine/json.ts';
import type { Verdict } from '../../engine/model/verdict.ts';
import { shownName } from './zip-error.ts';

/** Whether a value is what a member has to be, and that in words. */
type Kind = readonly [what: string, is: (value: Json | undefined) => boolean];

const VERDICTS = {
  conformant: true,
  'conformant-with-waivers': true,
  'non-conformant': true,
  inconclusive: true,
} satisfies Record<Verdict, true>;

const isText = (value: Json | undefined): value is string => typeof value === 'string' && value !== '';
const matches = (pattern: RegExp) => (value: Json | undefined) => isText(value) && pattern.test(value);

const TEXT: Kind = ['a text that is not empty', isText];
const SUM: Kind = ['64 hex digits in lower case', matches(/^[0-9a-f]{64}$/)];
const UUID: Kind = ['a UUID', matches(/^[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$/)];
const VERDICT: Kind = ['a verdict', (value) => isText(value) && Object.hasOwn(VERDICTS, value)];
const LENGTH: Kind = ['a length in bytes', (value) => Number.isSafeInteger(value) && Number(value) >= 0];
const OBJECT: Kind = ['an object', isJsonObject];
const LIST: Kind = ['a list', Array.isArray];
const VERSION: Kind = ['`1`', (value) => value === 1];

const MEMBERS = {
  formatVersion: VERSION,
  run: UUID,
  verdict: VERDICT,
  contract: SUM,
  suite: OBJECT,
  files: LIST,
};
const OF_SUITE = { name: TEXT, version: TEXT };
const OF_FILE = { path: TEXT, sha256: SUM, bytes: LENGTH };

/** What keeps a JSON value from being a manifest, in one sentence; null where nothing does. Its schema says the same. */
export function shapeProblem(value: Json): string | null {
  if (!isJsonObject(value)) return '`MANIFEST.json` holds no object.';
  const { formatVersion, suite, files } = value;
  if (typeof formatVersion === 'number' && formatVersion !== 1) {
    return `\`MANIFEST.json\` has the format version \`${formatVersion}\`, and this version of the suite reads \`1\`.`;
  }
  return (
    memberProblem(value, '', MEMBERS) ??
    memberProblem(suite, '/suite', OF_SUITE) ??
    // Looked at above.
    firstProblem(files as readonly Json[])
  );
}

function firstProblem(files: readonly Json[]): string | null {
  for (const [index, file] of files.entries()) {
    const problem = memberProblem(file, `/files/${index}`, OF_FILE);
    if (problem !== null) return problem;
  }
  return null;
}

function memberProblem(
  value: Json | undefined,
  place: string,
  members: Readonly<Record<string, Kind>>,
): string | null {
  if (!isJsonObject(value)) return `In \`MANIFEST.json\` \`${place}\` is not an object.`;
  const wrong = Object.entries(members).find(([name, [, is]]) => !is(own(value, name)));
  if (wrong !== undefined) {
    const [name, [what]] = wrong;
    const found = Object.hasOwn(value, name) ? `is not ${what}` : 'is missing';
    return `In \`MANIFEST.json\` \`${place}/${name}\` ${found}.`;
  }
  const unknown = Object.keys(value).find((name) => !Object.hasOwn(members, name));
  return unknown === undefined ? null : `In \`MANIFEST.json\` \`${place}/${shownName(unknown)}\` is unknown.`;
}

function own(value: JsonObject, name: string): Json | undefined {
  return Object.hasOwn(value, name) ? value[name] : undefined;
}
