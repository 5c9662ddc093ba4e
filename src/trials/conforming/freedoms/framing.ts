import fc from 'fast-check';
import type { PlainFreedom } from '../freedom.ts';

/** How a body ends. */
export const framing: PlainFreedom = {
  name: 'framing',
  ways: [
    { title: 'one chunk', doing: fc.constant({ wire: { framing: 'chunked' } }) },
    {
      title: 'chunks of one byte at first',
      doing: fc.constant({ wire: { framing: 'chunked', chunks: Array(64).fill(1) } }),
    },
    {
      title: 'chunks of any size, with extensions',
      doing: fc.array(fc.integer({ min: 1, max: 200 }), { maxLength: 10 }).map((chunks) => ({
        wire: { framing: 'chunked', chunks, chunkExtension: ';name="a;b";flag' },
      })),
    },
    {
      title: 'chunks and trailers',
      doing: fc.array(fc.integer({ min: 1, max: 50 }), { maxLength: 5 }).map((chunks) => ({
        wire: {
          framing: 'chunked',
          chunks,
          trailers: [
            ['x-checksum', 'abc'],
            ['server-timing', 'total;dur=1'],
          ],
        },
      })),
    },
    { title: 'bodies that end with the connection', doing: fc.constant({ wire: { framing: 'close' } }) },
    { title: 'HTTP/1.0 with a length', doing: fc.constant({ wire: { version: '1.0' } }) },
    {
      title: 'HTTP/1.0, the body ends with the connection',
      doing: fc.constant({ wire: { version: '1.0', framing: 'close' } }),
    },
  ],
};
