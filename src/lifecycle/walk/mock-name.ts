import { headerValues } from '../../engine/judge/body/media-type.ts';
import type { Blocked } from '../../engine/model/evidence.ts';
import type { Exchange } from '../../engine/model/exchange.ts';
import { PACKAGE } from '../../engine/package-root.ts';
import type { SettingNames } from './walked-suite.ts';

const NAME = 'conformance-mock';

/** How the mock names itself in `Server`, wherever it listens. */
export const MOCK_SERVER = `${NAME}/${PACKAGE.version}`;

/** The name of the mock that answered in the target's place, as its `Server` gives it; null where none did. */
export function mockNameIn({ response, purpose }: Exchange): string | null {
  // An IAM is not the target.
  if (response === null || purpose === 'sign-in') return null;
  return headerValues(response, 'server').find((value) => value.trim().startsWith(`${NAME}/`)) ?? null;
}

/** Why a run that was to be live ends with its first List; null where no mock answered that. */
export function mockInstead({ endpoint }: SettingNames, exchange: Exchange): Blocked | null {
  const name = mockNameIn(exchange);
  if (name === null) return null;
  return {
    cause: `The target is a mock, \`${name}\` by its \`Server\`, and a live endpoint was asked for.`,
    tried: 'A List was sent, and nothing else.',
    remedy: liveRemedy(endpoint),
    endsRun: true,
    lasts: true,
    exchange: exchange.index,
  };
}

/** What mends that; `endpoint`: the setting of the address. */
export function liveRemedy(endpoint: string): string {
  return `Set \`${endpoint}\` to a live endpoint, or leave \`--live\` and \`CONFORMANCE_LIVE\` out.`;
}
