import fc from 'fast-check';
import type { Doing, Freedom } from './freedom.ts';

const oneForAll: Doing = {
  manner: () => ({
    reads: (asked, pool) => {
      const wanted = asked.names?.item.toLowerCase();
      const found = [...pool.plugins.keys()].find((name) => name.toLowerCase() === wanted);
      return asked.names === null || found === undefined
        ? asked
        : { ...asked, names: { ...asked.names, item: found } };
    },
  }),
};

/** Whether names differ by letter case. */
export const letterCase: Freedom = {
  name: 'letter-case',
  ways: [
    // Show finds the plug-in then under either name, and has to tell which it is.
    {
      title: 'names are one in any letter case',
      doing: fc.constant(oneForAll),
      without: ['neighbours', 'members'],
    },
    {
      title: 'upper-case letters are ill-formed',
      doing: fc.constant<Doing>({
        manner: () => ({
          refuses: ({ asked }) =>
            /[A-Z]/.test(asked.names?.item ?? '')
              ? {
                  reason: 'deviation',
                  status: 400,
                  code: 'ModelArts.50004000',
                  message: 'Bad request. Upper case.',
                  atGateway: false,
                }
              : null,
          tolerates: ({ reason }, { asked }) =>
            reason === 'no-such-plugin' && /[A-Z]/.test(asked.names?.item ?? ''),
        }),
      }),
    },
  ],
};
