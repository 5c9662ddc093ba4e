import type { Waiver } from '../model/waiver.ts';
import type { Problem } from '../placed-yaml.ts';
import { daysBetween, daysLater } from './days.ts';
import type { WaiversInput } from './waivers-input.ts';

/** Waivers whose shape was looked at. */
export interface Checked {
  readonly value: unknown;
  /** Whether nothing is wrong with the shape of this member of the waiver at that place, nor with the waiver itself. */
  readonly isRight: (index: number, member: keyof Waiver) => boolean;
  /** The line that a waiver begins in. */
  readonly lineOf: (index: number) => number;
}

/** What is wrong with what waivers say, as far as their shape lets it be told. */
export function senseProblems({ value, isRight, lineOf }: Checked, input: WaiversInput): readonly Problem[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((waiver: Waiver, index) => {
    const are = (...members: readonly (keyof Waiver)[]) => members.every((member) => isRight(index, member));
    const earlier = value.findIndex(
      (other: Waiver, at) =>
        at < index && WAIVES.every((member) => isRight(at, member)) && isSame(waiver, other),
    );
    return [
      ...(are('requirement') ? unknownProblem(waiver, index, input) : []),
      ...(are('until') ? untilProblem(waiver, index, input) : []),
      ...(are('until', 'since') ? sinceProblem(waiver, index) : []),
      ...(are(...WAIVES) && earlier >= 0 ? duplicateProblem(index, lineOf(earlier)) : []),
    ];
  });
}

/** The members that say what is waived. */
const WAIVES = ['requirement', 'scope', 'pool', 'fingerprints'] as const;

/** Whether two waivers waive the same: requirement, scope and pool are equal, and a fingerprint is common, or none is in either. */
export function isSame(one: Waiver, other: Waiver): boolean {
  if (one.requirement !== other.requirement || one.scope !== other.scope || one.pool !== other.pool)
    return false;
  const [these, those] = [one.fingerprints, other.fingerprints];
  if (these === undefined || those === undefined) return these === those;
  return these.some((fingerprint) => those.includes(fingerprint));
}

/** What is wrong with the last day of a waiver, without what it is said of; null where nothing is. */
export function tooFar(
  until: string,
  { today, maxDays }: Pick<WaiversInput, 'today' | 'maxDays'>,
): string | null {
  const ahead = daysBetween(today, until);
  if (ahead <= maxDays) return null;
  const last = daysLater(today, maxDays);
  return `is \`${until}\`, which is ${ahead} days ahead; right would be \`${last}\` or earlier, at most ${maxDays} days from today (\`CONFORMANCE_WAIVER_MAX_DAYS\`).`;
}

/** Says that an id is that of no requirement, with the one that is meant, where one is near. */
export function unknownText(
  id: string,
  { known, nearestOf }: Pick<WaiversInput, 'known' | 'nearestOf'>,
): string {
  const nearest = nearestOf(id, known);
  const right =
    nearest === null ? '`conformance explain` lists all' : `the nearest known one is \`${nearest}\``;
  return `\`${id}\` is no requirement; ${right}.`;
}

function unknownProblem({ requirement }: Waiver, index: number, input: WaiversInput): readonly Problem[] {
  if (input.known.includes(requirement)) return [];
  return [{ path: [index, 'requirement'], sentence: unknownText(requirement, input) }];
}

function untilProblem({ until }: Waiver, index: number, input: WaiversInput): readonly Problem[] {
  const problem = tooFar(until, input);
  return problem === null ? [] : [{ path: [index, 'until'], sentence: `\`until\` ${problem}` }];
}

function sinceProblem({ since, until }: Waiver, index: number): readonly Problem[] {
  if (since === undefined || since <= until) return [];
  const sentence = `\`since\` is \`${since}\`, which is after \`until\`; right would be \`${until}\` or earlier.`;
  return [{ path: [index, 'since'], sentence }];
}

function duplicateProblem(index: number, line: number): readonly Problem[] {
  const sentence = `This waives what the waiver in line ${line} waives; right would be one of them.`;
  return [{ path: [index], sentence }];
}
