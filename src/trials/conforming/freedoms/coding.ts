import { brotliCompressSync, constants, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { setAside } from '../../../engine/set-aside.ts';
import { bytesOf } from '../../mock/answer.ts';
import type { Asked } from '../../mock/manner.ts';
import type { PlainDoing, PlainFreedom } from '../freedom.ts';

const FAST = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } };
const gzip = (bytes: Buffer) => gzipSync(bytes, { level: 1, ...setAside(bytes) });
const brotli = (bytes: Buffer) => brotliCompressSync(bytes, { ...FAST, ...setAside(bytes) });

type Which = (asked: Asked) => boolean;

/** Every body but those of which `isLeft` is true is coded. */
function coded(name: string, code: (bytes: Buffer) => Buffer, isLeft: Which = () => false): PlainDoing {
  return {
    manner: () => ({
      answer: (answer, { asked }) =>
        isLeft(asked)
          ? answer
          : {
              ...answer,
              headers: { ...answer.headers, 'content-encoding': name },
              bytes: code(bytesOf(answer)),
            },
    }),
  };
}

/** The suite names no content codings, so any may be used (RFC 9110, section 12.5.3). */
export const codingBut = (isUnderTest: Which): PlainFreedom => ({
  name: 'coding',
  ways: [
    {
      title: 'bodies in gzip',
      doing: fc.constantFrom('gzip', 'x-gzip', 'GZip').map((name) => coded(name, gzip)),
    },
    {
      title: 'bodies in deflate',
      doing: fc.constant(coded('deflate', (bytes) => deflateSync(bytes, setAside(bytes)))),
    },
    // RFC 9110, section 8.4.1.2, tells readers to expect it.
    {
      title: 'bodies in deflate without its wrapper',
      doing: fc.constant(coded('deflate', (bytes) => deflateRawSync(bytes, setAside(bytes)))),
    },
    { title: 'bodies in brotli', doing: fc.constant(coded('br', brotli)) },
    { title: 'bodies in two codings', doing: fc.constant(coded('gzip, br', (bytes) => brotli(gzip(bytes)))) },
    {
      title: 'bodies in gzip of several members',
      doing: fc.constant(
        coded('gzip', (bytes) => Buffer.concat([gzip(bytes.subarray(0, 9)), gzip(bytes.subarray(9))])),
      ),
    },
    // Only the answers under test must say what they are.
    {
      title: 'supporting answers with a coding that they have not',
      doing: fc
        .constantFrom('UTF-8', 'none', 'gzip', 'x-secret')
        .map((name) => coded(name, (bytes) => bytes, isUnderTest)),
    },
    { title: 'bodies in no coding, said so', doing: fc.constant(coded('identity', (bytes) => bytes)) },
  ],
});
