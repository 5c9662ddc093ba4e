import type { ErrorObject } from 'ajv';
import { ownSchema } from '../../engine/contract/own-schema.ts';
import { nearestOf } from '../../engine/nearest.ts';
import type { Problem } from '../../engine/placed-yaml.ts';
import { shownValue } from '../../lifecycle/settings/values.ts';
import { AUTH_WAYS, ENTRY_MEMBERS } from './target-entry.ts';

const NAMES = Object.keys(ENTRY_MEMBERS);
const AUTH_NAMES: readonly string[] = AUTH_WAYS.flatMap(({ needed, others }) => [...needed, ...others]);
const VARIABLE = 'the name of a variable; the value itself stands in no file';

/** What is wrong with the shape of `targets.yaml`, by its schema. Of no value of `auth` any is quoted: it may be a secret. */
export function shapeProblems(value: unknown): readonly Problem[] {
  const fits = ownSchema('targets.schema.json');
  if (fits(value)) return [];
  const errors = fits.errors ?? [];
  const ofAuth = new Set(errors.map(authAt).filter((index) => index !== null));
  return [
    ...errors.filter((error) => authAt(error) === null).map(problemOf),
    // Which of its ways was meant says no schema.
    ...[...ofAuth].flatMap((index) => authProblems(Object(value)[index].auth, index)),
  ];
}

/** The entry whose `auth` an error is about; null where it is about something else. */
function authAt({ instancePath }: ErrorObject): number | null {
  const index = /^\/(\d+)\/auth(?:\/|$)/.exec(instancePath)?.[1];
  return index === undefined ? null : Number(index);
}

function problemOf({ instancePath, keyword, params, data }: ErrorObject): Problem {
  const [index, member] = instancePath.split('/').slice(1);
  if (index === undefined) {
    const kind = data === null || data === undefined ? 'nothing' : kindOf(data);
    const found = keyword === 'minItems' ? 'an empty list' : kind;
    const right = 'a list of targets, each of which begins with `- name:`';
    return { path: [], sentence: `The file holds ${found}; right would be ${right}.` };
  }
  const path = [Number(index)];
  if (member !== undefined)
    return { path: [...path, member], sentence: `\`${member}\` ${memberFault(member, keyword, data)}.` };
  if (keyword === 'required') {
    const name = String(params['missingProperty']);
    return { path, lacks: name, sentence: `The target has no \`${name}\`; right would be ${rightOf(name)}.` };
  }
  if (keyword === 'additionalProperties') {
    const name = String(params['additionalProperty']);
    return { path: [...path, name], isName: true, sentence: unknownMember(name, 'a target', NAMES) };
  }
  return {
    path,
    sentence: `The target is ${kindOf(data)}; right would be members, of which \`name\` is one.`,
  };
}

function memberFault(name: string, keyword: string, data: unknown): string {
  const right = `right would be ${rightOf(name)}`;
  if (typeof data === 'string' && keyword === 'type') return `is a text; ${right}`;
  if (typeof data === 'string') return `is ${data === '' ? 'empty' : shownValue(data)}; ${right}`;
  if (typeof data === 'number' || typeof data === 'boolean') {
    const isText = name !== 'perHost' && name !== 'inputs';
    return isText
      ? `is \`${data}\`, which YAML reads as no text; right would be the same in quotes`
      : `is \`${data}\`; ${right}`;
  }
  return `is ${kindOf(data)}; ${right}`;
}

function authProblems(auth: unknown, index: number): readonly Problem[] {
  const path = [index, 'auth'];
  const right = `right would be ${ENTRY_MEMBERS.auth}`;
  if (typeof auth !== 'object' || auth === null || Array.isArray(auth))
    return [{ path, sentence: `\`auth\` is no map; ${right}.` }];
  const given = Object.entries(auth);
  const problems = given.flatMap(([name, found]): readonly Problem[] => {
    if (!AUTH_NAMES.includes(name))
      return [{ path: [...path, name], isName: true, sentence: unknownInAuth(name) }];
    const isRight = typeof found === 'string' && (name === 'iamEndpoint' ? found !== '' : isVariable(found));
    const wanted = name === 'iamEndpoint' ? 'the URL of IAM' : VARIABLE;
    return isRight
      ? []
      : [{ path: [...path, name], sentence: `\`${name}\` is not right; right would be ${wanted}.` }];
  });
  if (problems.length > 0) return problems;
  const names = given.map(([name]) => name);
  const way = AUTH_WAYS.find(({ needed, others }) =>
    [...needed, ...others].some((name) => names.includes(name)),
  );
  if (way === undefined) return [{ path, sentence: `\`auth\` is empty; ${right}.` }];
  const known: readonly string[] = [...way.needed, ...way.others];
  const foreign = names.filter((name) => !known.includes(name));
  const missing = way.needed.filter((name) => !names.includes(name));
  if (foreign.length > 0)
    return [{ path, sentence: `\`auth\` has more than one way to authenticate (${list(names)}); ${right}.` }];
  const [lacks] = missing;
  return lacks === undefined
    ? []
    : [{ path, lacks, sentence: `\`auth\` has no ${list(missing)}; right would be all of that way.` }];
}

function isVariable(text: string): boolean {
  return /^[A-Za-z_]\w*$/.test(text);
}

function unknownMember(name: string, of: string, known: readonly string[]): string {
  const nearest = nearestOf(name, known);
  const right = nearest === null ? `one of ${list(known)}` : `\`${nearest}\``;
  return `${shownValue(name)} is no member of ${of}; right would be ${right}.`;
}

/** Quoted only where it is like a right one: somebody may have written the secret itself as a member. */
function unknownInAuth(name: string): string {
  if (nearestOf(name, AUTH_NAMES) !== null) return unknownMember(name, '`auth`', AUTH_NAMES);
  return `\`auth\` has a member that is none of its own; right would be one of ${list(AUTH_NAMES)}.`;
}

function rightOf(name: string): string {
  // Ajv names members of the schema alone here.
  return ENTRY_MEMBERS[name as keyof typeof ENTRY_MEMBERS] ?? 'nothing';
}

function list(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return 'empty';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'a map' : 'a single value';
}
