import { readFileSync } from 'node:fs';
import { createAjv } from '../contract/ajv.ts';
import type { JudgedRequirement } from '../model/report.ts';
import { SCHEMAS } from '../package-root.ts';

/** A day as one is written. */
const DAY = '2027-03-31';

/** A violation that somebody answers for, until a day. */
export interface Waiver {
  readonly requirement: string;
  readonly reason: string;
  /** The last day on which it holds, `YYYY-MM-DD`. */
  readonly until: string;
  readonly approvedBy: string;
  /** The host of the one target that it holds for; any target where it is left out. */
  readonly scope?: string;
}

/** Says in one sentence why the waivers cannot be used. */
export class WaiversError extends Error {
  override readonly name = 'WaiversError';
}

/** What waivers are read from. */
export interface WaiversInput {
  /** The text of the file. */
  readonly text: string;
  /** The YAML library's own, loaded only where there are waivers. */
  readonly parse: (text: string) => unknown;
  /** The ids of all requirements. */
  readonly known: readonly string[];
  /** The one among known names that is meant; null where none is near. */
  readonly nearestOf: (found: string, known: readonly string[]) => string | null;
}

/** Reads waivers; none where the text is empty. Throws a WaiversError where one is malformed or names no requirement. */
export function readWaivers({ text, parse, known, nearestOf }: WaiversInput): readonly Waiver[] {
  const waivers = checked(parsed(text, parse));
  for (const [index, { requirement }] of waivers.entries()) {
    const what = `Waiver ${index + 1} of the waivers, for \`${requirement}\`,`;
    if (!known.includes(requirement)) {
      const nearest = nearestOf(requirement, known);
      const right =
        nearest === null ? '`conformance explain` lists all' : `the nearest known one is \`${nearest}\``;
      throw new WaiversError(`${what} names no requirement; ${right}.`);
    }
  }
  return waivers;
}

/** The waivers that still hold on a day, `YYYY-MM-DD`, and those that no longer do. */
export function onDay(
  waivers: readonly Waiver[],
  today: string,
): { readonly valid: readonly Waiver[]; readonly expired: readonly Waiver[] } {
  return {
    valid: waivers.filter(({ until }) => until >= today),
    expired: waivers.filter(({ until }) => until < today),
  };
}

/** Turns a failure that a waiver for this host names into `waived`; its findings stay. */
export function applyWaivers(
  requirements: readonly JudgedRequirement[],
  waivers: readonly Waiver[],
  host: string,
): readonly JudgedRequirement[] {
  return requirements.map((one) => {
    const waiver = waivers.find(
      ({ requirement, scope }) => requirement === one.id && (scope === undefined || scope === host),
    );
    if (one.outcome !== 'failed' || waiver === undefined) return one;
    const { reason, until, approvedBy } = waiver;
    const because = { reason: `${approvedBy} waived it until ${until}: ${reason}` };
    return { ...one, outcome: 'waived', because, waiver: reason };
  });
}

function parsed(text: string, parse: (text: string) => unknown): unknown {
  try {
    return parse(text);
  } catch (error) {
    const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    throw new WaiversError(`The waivers are no YAML: ${reason.replace(/[.:]$/, '')}.`);
  }
}

function checked(value: unknown): readonly Waiver[] {
  const schema: object = JSON.parse(readFileSync(new URL('waivers.schema.json', SCHEMAS), 'utf8'));
  const validate = createAjv().compile<readonly Waiver[]>(schema);
  // A file that holds nothing but comments holds no waiver.
  if (value === null) return [];
  if (validate(value)) return value;
  const [first] = validate.errors ?? [];
  const [, index, member] = first?.instancePath.split('/') ?? [];
  if (member === 'until') {
    const found = JSON.stringify((value as readonly { readonly until: unknown }[])[Number(index)]?.until);
    throw new WaiversError(
      `\`until\` of waiver ${Number(index) + 1} of the waivers is \`${found}\`, which is no day; right would be e.g. \`${DAY}\`.`,
    );
  }
  const extra: unknown = first?.params['additionalProperty'];
  const what = typeof extra === 'string' ? ` (\`${extra}\`)` : '';
  throw new WaiversError(
    `The waivers do not fit their schema at \`${first?.instancePath ?? ''}\`: ${first?.message}${what}.`,
  );
}
