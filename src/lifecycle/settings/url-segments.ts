import { folded } from './folded.ts';

/** A part of a path: as it is written, as a careless reader reads it, and where it begins in the URL. */
export interface Segment {
  readonly written: string;
  readonly read: string;
  readonly at: number;
}

/** Slashes, an encoded one too, which is one to many gateways; or what stands between them. */
const PARTS = /(?:\/|%(?:25)*2f)+|((?:(?!%(?:25)*2f)[^/])+)/gi;

/** The parts of a URL's path, dot segments resolved. */
export function segmentsOf(url: string): readonly Segment[] {
  const path = url.indexOf('/', url.indexOf('://') + 3);
  const segments: Segment[] = [];
  if (path === -1) return segments;
  for (const { 1: written, index } of url.slice(path).matchAll(PARTS)) {
    if (written === undefined) continue;
    const segment = { written, read: asRead(written), at: path + index };
    if (segment.read === '..') segments.pop();
    else if (segment.read !== '' && segment.read !== '.') segments.push(segment);
  }
  return segments;
}

/** Decoded as often as it is encoded, without parameters, in lower case. */
function asRead(segment: string): string {
  const decoded = segment.replace(/%([2-7][0-9a-f])/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  return decoded === segment ? folded(segment.replace(/;.*/s, '')).toLowerCase() : asRead(decoded);
}
