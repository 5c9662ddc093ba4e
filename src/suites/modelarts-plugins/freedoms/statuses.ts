import fc from 'fast-check';
import type { Context } from '../mock/context.ts';
import type { Reason } from '../mock/refusal.ts';
import type { Doing, Freedom } from './freedom.ts';

type Statuses = Readonly<Partial<Record<Reason, number>>>;

function answering(when: (context: Context) => boolean, statuses: Statuses): Doing {
  return {
    manner: () => ({
      answer: (answer, context) => {
        const status = context.refusal === null ? undefined : statuses[context.refusal.reason];
        return status !== undefined && when(context) ? { ...answer, status } : answer;
      },
    }),
  };
}

const isDelete = ({ asked }: Context) => asked.operation === 'DeletePlugin';

const name = fc.constantFrom(400, 403, 404, 414);
const project = fc.constantFrom(400, 401, 403, 404, 414);
const absent = fc.constantFrom(400, 404, 409);

const refusals: fc.Arbitrary<Statuses> = fc.record({
  'pool-name-ill-formed': name,
  'pool-name-over-long': name,
  'template-name-ill-formed': name,
  'template-name-over-long': name,
  'project-id-ill-formed': project,
  'project-id-over-long': project,
  'no-such-plugin': absent,
  'no-such-pool': absent,
});

/** A run without a single 400 does not show what a 400 looks like, and is inconclusive by definition. */
function withOne400(statuses: Statuses): Statuses {
  return Object.values(statuses).includes(400) ? statuses : { ...statuses, 'no-such-pool': 400 };
}

/** Which of the statuses that a row allows: drift is no violation. */
export const refusalStatuses: Freedom = {
  name: 'refusal-statuses',
  ways: [
    {
      title: 'refusals of any allowed status',
      doing: refusals.map((drawn) => answering(isDelete, withOne400(drawn))),
    },
    {
      title: 'refusals by a gateway, but for unknown pools',
      doing: fc.constant(
        answering(isDelete, {
          'pool-name-ill-formed': 403,
          'pool-name-over-long': 414,
          'template-name-ill-formed': 404,
          'template-name-over-long': 414,
          'project-id-ill-formed': 401,
          'project-id-over-long': 403,
          'no-such-plugin': 404,
        }),
      ),
    },
    {
      title: 'the same DELETE again is answered 409',
      doing: fc.constant(answering(isDelete, { 'no-such-plugin': 409 })),
    },
  ],
};

/** Whoever is not known is told so in one of two ways. */
export const credentialStatuses: Freedom = {
  name: 'credential-statuses',
  ways: [
    { title: '403 without a token', doing: fc.constant(answering(() => true, { 'no-token': 403 })) },
    { title: '403 to a wrong token', doing: fc.constant(answering(() => true, { 'wrong-token': 403 })) },
    {
      title: '403 to either',
      doing: fc.constant(answering(() => true, { 'no-token': 403, 'wrong-token': 403 })),
    },
  ],
};

/** Any 4xx but 429, which is trouble. */
const refused = fc
  .oneof(fc.constantFrom(405, 400, 401, 403, 408, 501), fc.integer({ min: 400, max: 499 }))
  .filter((status) => status !== 429);

/** What a method gets that the path does not document. */
export const methodStatuses: Freedom = {
  name: 'method-statuses',
  ways: [
    { title: '405 to other methods', doing: fc.constant(answering(() => true, { 'no-such-api': 405 })) },
    {
      title: 'any 4xx or 501 to other methods',
      doing: refused.map((status) => answering(() => true, { 'no-such-api': status })),
    },
    { title: '501 to other methods', doing: fc.constant(answering(() => true, { 'no-such-api': 501 })) },
  ],
};

/** How Show says that there is nothing. */
export const showStatuses: Freedom = {
  name: 'show-statuses',
  ways: [
    {
      title: 'Show of what is not there is 400',
      doing: fc.constant(
        answering(({ asked }) => asked.operation === 'ShowPlugin', { 'no-such-plugin': 400 }),
      ),
    },
    {
      title: 'Show of what is not there is 410',
      doing: fc.constant(
        answering(({ asked }) => asked.operation === 'ShowPlugin', { 'no-such-plugin': 410 }),
      ),
    },
    {
      title: 'Show in an unknown pool is 404',
      doing: fc.constant(answering(({ asked }) => asked.operation === 'ShowPlugin', { 'no-such-pool': 404 })),
    },
  ],
};
