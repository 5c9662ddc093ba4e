import fc from 'fast-check';
import type { PlainFreedom } from '../freedom.ts';

/** What becomes of the connection, and how the bytes come over it. */
export const connection: PlainFreedom = {
  name: 'connection',
  ways: [
    { title: 'connections stay open', doing: fc.constant({ wire: { keepsAlive: true } }) },
    {
      title: 'connections stay open, with a time',
      doing: fc.constant({ wire: { keepsAlive: true, extra: [['keep-alive', 'timeout=5, max=100']] } }),
      without: ['headers'],
    },
  ],
};

/** In which packets an answer comes. */
export const packets: PlainFreedom = {
  name: 'packets',
  ways: [
    {
      title: 'a few packets',
      doing: fc
        .array(fc.double({ min: 0, max: 0.99, noNaN: true }), { minLength: 1, maxLength: 4 })
        .map((cuts) => ({ wire: { cuts } })),
    },
    {
      title: 'packets that cut the status line',
      doing: fc.constant({ wire: { cuts: [0.003, 0.01, 0.02] } }),
    },
    { title: 'packets that cut characters', doing: fc.constant({ wire: { cutsCharacters: true } }) },
  ],
};

/** How long an answer takes. */
export const slowness: PlainFreedom = {
  name: 'slowness',
  ways: [
    {
      title: 'every answer takes a while',
      doing: fc
        .array(fc.integer({ min: 0, max: 25 }), { minLength: 1, maxLength: 7 })
        .map((delays) => ({ wire: { delays } })),
    },
    {
      title: 'now and then an answer takes long',
      doing: fc.constant({ wire: { delays: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 400] } }),
    },
  ],
};

/** Answers before the answer. */
export const informational: PlainFreedom = {
  name: 'informational',
  ways: [
    { title: '103 before each answer', doing: fc.constant({ wire: { informational: [103] } }) },
    {
      title: '102 and 103 before each answer',
      doing: fc.constant({ wire: { informational: [102, 102, 103] } }),
    },
    { title: '100 before each answer', doing: fc.constant({ wire: { informational: [100] } }) },
    { title: '199 before each answer', doing: fc.constant({ wire: { informational: [199] } }) },
  ],
};

/** The text behind a status code means nothing. */
export const reason: PlainFreedom = {
  name: 'reason',
  ways: [
    { title: 'no reason phrase', doing: fc.constant({ wire: { reason: '' } }) },
    {
      title: 'an odd reason phrase',
      doing: fc
        .constantFrom('404 Not Found', 'Très bien', '\tError', 'x'.repeat(2000))
        .map((reason) => ({ wire: { reason } })),
    },
  ],
};
