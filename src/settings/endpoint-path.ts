import { folded } from './folded.ts';
import { shownValue } from './values.ts';

/**
 * What is wrong with an endpoint whose path holds what every request appends to it: a `v2` at its end, or one that goes
 * on as `v2/…/pools`. Null where nothing is: a gateway's prefix such as `/v2/modelarts` is its own affair.
 */
export function apiPathProblem(endpoint: string): string | null {
  const segments = segmentsOf(endpoint);
  const at = segments.findLastIndex(
    ({ read }, index) =>
      read === 'v2' &&
      (index === segments.length - 1 || segments.slice(index + 1).some((later) => later.read === 'pools')),
  );
  return surplusFrom(endpoint, segments[at], '/v2/…/pools/…');
}

/**
 * What is wrong with the endpoint of an IAM whose path holds that of the tokens; null where nothing is. Its version
 * alone, `/v3`, is taken as it is.
 */
export function tokensPathProblem(endpoint: string): string | null {
  const segments = segmentsOf(endpoint);
  const at = segments.findIndex(({ read }, index) => {
    const [before, after] = [segments[index - 1]?.read, segments[index + 1]?.read];
    if (read === 'auth') return after === 'tokens' || (before === 'v3' && after === undefined);
    return read === 'v3' && after === undefined && segments[index]?.written !== 'v3';
  });
  const begin = segments[at - 1]?.read === 'v3' ? at - 1 : at;
  return surplusFrom(endpoint, segments[begin], '/v3/auth/tokens');
}

function surplusFrom(endpoint: string, segment: Segment | undefined, appended: string): string | null {
  if (segment === undefined) return null;
  const bare = endpoint.slice(0, segment.at).replace(/(?:\/|%(?:25)*2f)+$/i, '');
  return `is ${shownValue(endpoint)}, and requests append \`${appended}\` to it; right would be \`${bare}\``;
}

/** A part of a path: as it is written, as a careless reader reads it, and where it begins in the URL. */
interface Segment {
  readonly written: string;
  readonly read: string;
  readonly at: number;
}

/** Slashes, an encoded one too, which is one to many gateways; or what stands between them. */
const PARTS = /(?:\/|%(?:25)*2f)+|((?:(?!%(?:25)*2f)[^/])+)/gi;

function segmentsOf(endpoint: string): readonly Segment[] {
  const path = endpoint.indexOf('/', endpoint.indexOf('://') + 3);
  const segments: Segment[] = [];
  if (path === -1) return segments;
  for (const { 1: written, index } of endpoint.slice(path).matchAll(PARTS)) {
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
