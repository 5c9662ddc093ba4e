import type { Range } from '../multi-search.ts';

/** How bytes are packed. */
export type Packing = 'gzip' | 'zlib' | 'deflate' | 'brotli' | 'zip';

/** What a stretch of a text, or bytes that are packed, hold: a secret, or what the budget does not suffice to look through. */
export type Held = 'secret' | 'unlooked';

/** A stretch of a text that must not be shown. */
export interface Found extends Range {
  /** True where it was not looked through. */
  readonly unlooked?: true;
}

/** What packed bytes hold, and how they are packed. */
export interface Packed {
  readonly held: Held;
  readonly packing: Packing;
}

/** The ranges in order, those that overlap as one. */
export function united(ranges: readonly Found[]): readonly Found[] {
  if (ranges.length < 2) return ranges;
  const [first, ...others] = [...ranges].sort((a, b) => a.from - b.from);
  if (first === undefined) return [];
  const apart = [first];
  for (const range of others) {
    const last = apart.at(-1) ?? first;
    if (range.from >= last.to) apart.push(range);
    else apart[apart.length - 1] = together(last, range);
  }
  return apart;
}

/** Where one of them holds a secret, both do. */
function together(one: Found, other: Found): Found {
  const both = { from: one.from, to: Math.max(one.to, other.to) };
  return one.unlooked === true && other.unlooked === true ? { ...both, unlooked: true } : both;
}
