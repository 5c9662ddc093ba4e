import { surplusFrom } from '../../lifecycle/settings/endpoint-path.ts';
import { segmentsOf } from '../../lifecycle/settings/url-segments.ts';

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
