import fc from 'fast-check';
import type { Context } from '../mock/context.ts';
import type { Doing, Freedom } from './freedom.ts';

type Near = (asked: string, context: Context) => boolean;

const isOther: Near = (asked, { pool }) => asked !== pool.options.templateName;

/** Names near that of the run's own plug-in, which are nobody's here. */
const NEAR: Readonly<Record<string, Near>> = {
  'a name without its last letter': (asked, context) =>
    isOther(asked, context) && asked !== '' && context.pool.options.templateName.startsWith(asked),
  'a blank behind a name': (asked) => asked.endsWith(' '),
  'a per cent sign in a name': (asked) => asked.includes('%'),
  'another letter case of the pool': (_, { asked, pool }) =>
    asked.names?.collection !== pool.options.poolName &&
    asked.names?.collection.toLowerCase() === pool.options.poolName.toLowerCase(),
};

/** Answers what is asked of such a name with another status, DELETE alone or whatever is asked. */
function refused(near: Near, status: number, whatever: boolean): Doing {
  return {
    manner: () => ({
      answer: (answer, context) => {
        const { asked, refusal } = context;
        const isMeant = whatever || asked.operation === 'DeletePlugin';
        return isMeant && refusal !== null && near(asked.names?.item ?? '', context)
          ? { ...answer, status }
          : answer;
      },
    }),
  };
}

/** The pool is found in any letter case, by whoever asks for it. */
const anyCaseOfPool: Doing = {
  manner: () => ({
    reads: (asked, { options: { poolName } }) =>
      asked.names?.collection.toLowerCase() === poolName.toLowerCase()
        ? { ...asked, names: { ...asked.names, collection: poolName } }
        : asked,
  }),
};

/** What becomes of names that are only near those of the run: nobody is deleted by them. */
export const nearNames: Freedom = {
  name: 'near-names',
  ways: [
    ...Object.entries(NEAR).map(([what, near]) => ({
      title: `${what} is refused in another way`,
      doing: fc
        .tuple(fc.constantFrom(403, 404, 409, 414), fc.boolean())
        .map(([status, whatever]) => refused(near, status, whatever)),
      // Whoever has that name there is shown.
      without: ['neighbours', 'letter-case'],
    })),
    { title: 'pools are one in any letter case', doing: fc.constant(anyCaseOfPool), without: ['members'] },
    {
      title:
        'neighbours whose names begin alike, so that nothing may be sent to what they could be taken for',
      doing: fc
        .constantFrom('node-local-dnt', 'node-local-dns-2', 'Node-Local-DN', 'node-local-dns  ')
        .map((templateName) => ({
          options: {
            neighbours: [
              {
                templateName,
                version: '1.0.0',
                inputs: {},
                creationTimestamp: '2025-02-03T08:15:40Z',
              },
            ],
          },
        })),
      without: ['neighbours', 'letter-case'],
    },
  ],
};
