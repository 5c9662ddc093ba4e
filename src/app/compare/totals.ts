import { readFileSync } from 'node:fs';
import { member } from '../../engine/contract/json-value.ts';
import { parseJson } from '../../engine/json.ts';
import { unreadable } from '../../engine/text-file.ts';
import { shownPath } from '../terminal/shown-path.ts';

/** The file of the totals of many targets. */
export const TOTALS = 'targets.json';

/** The targets of a total, each by its name, which is that of its folder: those that left a report, and those that did not. */
export type TargetNames =
  | { readonly withReport: readonly string[]; readonly without: readonly string[] }
  | { readonly problem: string };

/** Reads the names of targets from the totals; of all else there each report says it itself. */
export function namesOfTotals(file: string): TargetNames {
  const right = `right would be the \`${TOTALS}\` of a run at many targets.`;
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    return { problem: unreadable(error, shownPath(file)).replace(', or none.', '.') };
  }
  const value = parseJson(text);
  if (value === undefined) return { problem: `${shownPath(file)} is no JSON; ${right}` };
  const targets: unknown = member(value, 'targets');
  if (!Array.isArray(targets) || targets.length === 0)
    return { problem: `${shownPath(file)} has no \`targets\`; ${right}` };
  const names = targets.map((one: unknown) => member(one, 'name'));
  if (!names.every(isFolderName))
    return { problem: `A target in ${shownPath(file)} has no name that a folder can have; ${right}` };
  const isReported = (_: unknown, at: number) => (member(targets[at], 'report') ?? null) !== null;
  return {
    withReport: names.filter(isReported),
    without: names.filter((name, at) => !isReported(name, at)),
  };
}

/** Whether it leads to no other place. */
function isFolderName(name: unknown): name is string {
  return typeof name === 'string' && !['', '.', '..'].includes(name) && !/[/\\\0]/.test(name);
}
