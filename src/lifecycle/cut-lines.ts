import { readFileSync, statSync } from 'node:fs';
import type { ResourceWords } from '../engine/model/resource.ts';

/** The numbers, from 1, of the lines of a ledger that are no whole JSON object: a full disk or a power cut left a part of each. */
export function cutLinesIn(file: string): readonly number[] {
  if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, index) => (line.trim() === '' || isObject(line) ? [] : [index + 1]));
}

/** That a ledger has cut lines, and what to do, in a sentence or two; null where it has none. */
export function cutLinesText(file: string, words: ResourceWords): string | null {
  return cutText(file, cutLinesIn(file), words);
}

/** The same of lines that are known to be cut. */
export function cutText(
  file: string,
  numbers: readonly number[],
  { item, collection }: ResourceWords,
): string | null {
  if (numbers.length === 0) return null;
  const [where, them] =
    numbers.length === 1
      ? [`a cut line at line ${numbers[0]}`, 'that line']
      : [`cut lines at lines ${shortened(numbers)}`, 'those lines'];
  return `The ledger \`${file}\` has ${where}: what a run installed may stand there and nowhere else. Look whether a ${item} that nobody knows of is in the ${collection}, then take ${them} out of the file.`;
}

/** As many numbers as a sentence holds. */
const MOST = 10;

function shortened(numbers: readonly number[]): string {
  const more = numbers.length - MOST;
  return `${numbers.slice(0, MOST).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function isObject(line: string): boolean {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
