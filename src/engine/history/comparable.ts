import type { HistoryLine } from '../model/history.ts';
import type { ResourceWords } from '../model/resource.ts';

/** As many digits of a hash as tell two apart. */
const DIGITS = 12;

/** In what two runs differ, so that what one found says nothing of the other, as a sentence; null where they can be compared. */
export function differenceOf(now: HistoryLine, then: HistoryLine, words: ResourceWords): string | null {
  const pairs: readonly (readonly [what: string, now: string, then: string])[] = [
    ['the endpoint', now.target.endpoint, then.target.endpoint],
    ['the project', now.target.project, then.target.project],
    [`the ${words.collection}`, now.target.collection, then.target.collection],
    [`the ${words.item}`, now.target.item, then.target.item],
    ['the source', now.source, then.source],
    ['the description', now.contract.slice(0, DIGITS), then.contract.slice(0, DIGITS)],
    ['the strictness', String(now.strict), String(then.strict)],
    ['the major version of the suite', majorOf(now.suite), majorOf(then.suite)],
  ];
  const other = pairs.filter(([, one, before]) => one !== before);
  if (other.length === 0) return null;
  const told = other.map(([what, one, before]) => `${what} was \`${before}\` then and is \`${one}\` now`);
  const sentence = told.join(', ');
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}

function majorOf(version: string): string {
  return version.split('.')[0] ?? '';
}

/** Whether a version comes before another, by its numbers. */
export function isBefore(version: string, other: string): boolean {
  const [one, two] = [version, other].map((text) => text.split('-')[0]?.split('.').map(Number) ?? []);
  for (const at of [0, 1, 2]) {
    const [a = 0, b = 0] = [one?.[at], two?.[at]];
    if (a !== b) return a < b;
  }
  return false;
}
