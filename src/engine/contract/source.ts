import { ContractError } from './contract-error.ts';
import type { KeywordSource, Source } from './description.ts';
import { isObject, member } from './json-value.ts';
import type { Part } from './reference.ts';

const BASES: readonly unknown[] = ['documented', 'sibling', 'observed', 'http'] satisfies Source['basis'][];
const KEYWORD_BASES: readonly unknown[] = [...BASES, 'reading' satisfies KeywordSource['basis']];

/**
 * The `x-source` of the first part that has one with more than the sources of its keywords; where none has, the
 * description itself documents it, at its place.
 */
export function sourceOf(parts: readonly Part[]): Source {
  for (const part of parts) {
    const source = member(part.value, 'x-source');
    if (source === undefined || hasKeywordsAlone(source)) continue;
    if (isSource(source)) return source;
    throw new ContractError(
      `The \`x-source\` at \`${part.pointer}\` has no known \`basis\` or no \`clause\`, or its \`readings\` are no list of ids.`,
      `${part.pointer}/x-source`,
    );
  }
  return { basis: 'documented', clause: parts[0]?.pointer ?? '' };
}

/** What the `x-source` of each part says of keywords of that part; of two that say it of one keyword the first counts. */
export function keywordSourcesOf(parts: readonly Part[]): ReadonlyMap<string, KeywordSource> {
  const sources = new Map<string, KeywordSource>();
  for (const part of parts) {
    for (const [keyword, source] of Object.entries(keywordsOf(part))) {
      if (!sources.has(keyword)) sources.set(keyword, checked(part, keyword, source));
    }
  }
  return sources;
}

function keywordsOf({ value }: Part): Readonly<Record<string, unknown>> {
  const keywords = member(member(value, 'x-source'), 'keywords');
  return isObject(keywords) ? keywords : {};
}

function checked(part: Part, keyword: string, source: unknown): KeywordSource {
  const pointer = `${part.pointer}/x-source/keywords/${keyword}`;
  if (member(part.value, keyword) === undefined) {
    throw new ContractError(
      `The \`x-source\` at \`${part.pointer}\` tells of the keyword \`${keyword}\`, which that schema does not have.`,
      pointer,
    );
  }
  if (isKeywordSource(source)) return source;
  throw new ContractError(
    `What the \`x-source\` at \`${part.pointer}\` tells of \`${keyword}\` has no known \`basis\` or no \`note\`, or its \`readings\` are no list of ids.`,
    pointer,
  );
}

function hasKeywordsAlone(source: unknown): boolean {
  return isObject(source) && Object.keys(source).length === 1 && isObject(source['keywords']);
}

function isSource(value: unknown): value is Source {
  return BASES.includes(member(value, 'basis')) && isText(member(value, 'clause')) && hasReadings(value);
}

function isKeywordSource(value: unknown): value is KeywordSource {
  return (
    KEYWORD_BASES.includes(member(value, 'basis')) && isText(member(value, 'note')) && hasReadings(value)
  );
}

function hasReadings(value: unknown): boolean {
  const readings = member(value, 'readings');
  return readings === undefined || (Array.isArray(readings) && readings.every(isText));
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}
