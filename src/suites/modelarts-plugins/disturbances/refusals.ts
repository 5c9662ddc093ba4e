import { befallen } from '../../../trials/mishap.ts';
import { type Answer, jsonAnswer } from '../../../trials/mock/answer.ts';
import { gatewayAnswer } from '../../huaweicloud/mock/gateway.ts';
import { gateway } from '../gateway.ts';
import type { PluginMock } from '../mock/deviation.ts';
import type { Disturbance } from './disturbance.ts';

/** Requests that had to be refused, each by what tells it from the others. */
const REQUESTS: Readonly<Record<string, (path: string, method: string, token: string | null) => boolean>> = {
  'ill-formed-pool': (path) => path.includes('/pools/Not_A_Name'),
  'ill-formed-template': (path) => path.includes('/plugins/Not_A_Name'),
  'ill-formed-project': (path) => path.includes('/v2/Not_A_Name'),
  'over-long-pool': (path) => path.includes(`/pools/${'x'.repeat(256)}`),
  'over-long-project': (path) => path.includes(`/v2/${'x'.repeat(256)}`),
  'unknown-template': (path, method) => method === 'DELETE' && path.includes('/plugins/absent-'),
  'unknown-pool': (path, method) => method === 'DELETE' && path.includes('/pools/absent-'),
  wildcard: (path, method) => method === 'DELETE' && path.endsWith('%'),
  'pool-letter-case': (path, method) => method === 'DELETE' && path.includes('/pools/POOL-'),
  'no-token': (_, method, token) => method === 'DELETE' && token === null,
  put: (_, method) => method === 'PUT',
};

const ANSWERS: Readonly<Record<string, Answer>> = {
  429: gatewayAnswer(429, { 'retry-after': '0' }),
  502: gatewayAnswer(502),
  504: jsonAnswer(504, {}),
};

/** One request that had to be refused, which something in front of the endpoint answers each time. */
export const refusals: readonly Disturbance[] = Object.entries(REQUESTS).flatMap(([what, is]) =>
  Object.entries(ANSWERS).map(([status, answer]) => ({
    name: `${what}-${status}`,
    title: `The request \`${what}\` is answered ${status} by a gateway each time, and changes nothing.`,
    manner: () =>
      befallen<PluginMock>(
        {
          hits: ({ wire, method, token }) => is(decodeURIComponent(wire.target), method, token),
          isCarriedOut: false,
          answer,
          write: null,
        },
        gateway.refusal,
      ),
  })),
);
