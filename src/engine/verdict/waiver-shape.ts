import type { ErrorObject } from 'ajv';
import { ownSchema } from '../contract/own-schema.ts';
import type { Problem } from '../placed-yaml.ts';
import { daysLater } from './days.ts';
import type { WaiversInput } from './waivers-input.ts';

/** As many characters of a value as a sentence shows. */
const MOST = 60;

/** The members of a waiver, and what is right for each. */
const MEMBERS: Readonly<Record<string, string>> = {
  requirement: 'the id of a requirement; `conformance explain` lists all',
  reason: 'a text that says why it may fail',
  until: 'the last day on which it may fail',
  approvedBy: 'the name of who answers for it',
  scope: 'a host, with the port where the endpoint has one',
  pool: 'a name, as the settings have it',
  fingerprints: 'a list of them, as `conformance.json` has them',
  ticket: 'a text',
  since: 'the day on which it was first granted',
};

const DAYS: readonly string[] = ['until', 'since'];

/** What anybody may have called with digits alone. */
const TEXTS: readonly string[] = ['reason', 'approvedBy', 'scope', 'pool', 'ticket'];

/** What is wrong with the shape of waivers, by their schema. */
export function shapeProblems(
  value: unknown,
  { today, nearestOf }: Pick<WaiversInput, 'today' | 'nearestOf'>,
): readonly Problem[] {
  const validate = ownSchema('waivers.schema.json');
  if (validate(value)) return [];
  return (validate.errors ?? []).map((error) => problemOf(error, { today, nearestOf }));
}

function problemOf(error: ErrorObject, input: Pick<WaiversInput, 'today' | 'nearestOf'>): Problem {
  const path = pathOf(error.instancePath);
  const [, member, at] = path;
  if (member === undefined) return problemOfWaiver(error, path, input);
  const name = String(member);
  const isOfItems = error.keyword === 'minItems' || error.keyword === 'uniqueItems';
  if (at !== undefined || isOfItems) return fingerprintProblem(error, path);
  return { path, sentence: `\`${name}\` is ${memberProblem(name, error, input.today)}.` };
}

/** What a member is that it should not be, and what would be right. */
function memberProblem(name: string, { keyword, data }: ErrorObject, today: string): string {
  const found = shownValue(data);
  if (DAYS.includes(name))
    return `${found}, which is no day; right would be e.g. \`${daysLater(today, 30)}\``;
  if (keyword === 'pattern' || keyword === 'minLength')
    return `${found}, which says nothing; right would be ${MEMBERS[name]}`;
  if (TEXTS.includes(name) && (typeof data === 'number' || typeof data === 'boolean'))
    return `${found}, which YAML reads as no text; right would be the same in quotes`;
  return `${kindOf(data)}; right would be ${MEMBERS[name]}`;
}

/** Of the list, or of one waiver as a whole. */
function problemOfWaiver(
  { keyword, params, data }: ErrorObject,
  path: Problem['path'],
  { nearestOf }: Pick<WaiversInput, 'nearestOf'>,
): Problem {
  if (path.length === 0) {
    const right = 'a list of waivers, each of which begins with `- requirement:`';
    return { path, sentence: `The file holds ${kindOf(data)}; right would be ${right}, or nothing.` };
  }
  if (keyword === 'required') {
    const name = String(params['missingProperty']);
    return { path, lacks: name, sentence: `The waiver has no \`${name}\`; right would be ${MEMBERS[name]}.` };
  }
  if (keyword === 'additionalProperties') {
    const name = String(params['additionalProperty']);
    const nearest = nearestOf(name, Object.keys(MEMBERS));
    const members = Object.keys(MEMBERS).map((one) => `\`${one}\``);
    const right = nearest === null ? `one of ${members.join(', ')}` : `\`${nearest}\``;
    return {
      path: [...path, name],
      isName: true,
      sentence: `${shownValue(name)} is no member of a waiver; right would be ${right}.`,
    };
  }
  return {
    path,
    sentence: `The waiver is ${kindOf(data)}; right would be members, of which \`requirement\` is one.`,
  };
}

function fingerprintProblem({ keyword, data, params }: ErrorObject, path: Problem['path']): Problem {
  if (keyword === 'minItems')
    return {
      path,
      sentence: `\`fingerprints\` is empty; right would be ${MEMBERS['fingerprints']}, or no such member.`,
    };
  if (keyword === 'uniqueItems')
    return {
      path: [...path, Math.max(params['i'], params['j'])],
      sentence: 'This fingerprint stands there twice; right would be once.',
    };
  const isNumber = typeof data === 'number';
  const why = isNumber ? 'which YAML reads as a number' : 'which is no fingerprint';
  const right = isNumber
    ? 'the same in quotes'
    : '12 digits from 0 to 9 and a to f, as `conformance.json` has them';
  return { path, sentence: `The fingerprint is ${shownValue(data)}, ${why}; right would be ${right}.` };
}

function pathOf(pointer: string): (string | number)[] {
  return pointer
    .split('/')
    .slice(1)
    .map((part, depth) => (depth === 1 ? part : Number(part)));
}

function shownValue(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return `\`${text.length > MOST ? `${text.slice(0, MOST)}…` : text}\``;
}

function kindOf(value: unknown): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'a map' : `${shownValue(value)}, a single value`;
}
