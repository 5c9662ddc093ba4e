import { surplusFrom } from '../../../lifecycle/settings/endpoint-path.ts';
import { segmentsOf } from '../../../lifecycle/settings/url-segments.ts';

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
