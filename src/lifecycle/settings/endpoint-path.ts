import { type Segment, segmentsOf } from './url-segments.ts';
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
