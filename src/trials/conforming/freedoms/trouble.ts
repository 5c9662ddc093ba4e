import fc from 'fast-check';
import { befallen, breakOff, hangUp, type Mishap, numbered, reset } from '../../mishap.ts';
import type { Asked, MockTypes } from '../../mock/manner.ts';
import type { Gateway } from '../../tried-suite.ts';
import type { WalkLengths } from '../../walk-lengths.ts';
import type { Doing, Freedom, PlainDoing } from '../freedom.ts';

type What = Pick<Mishap<MockTypes>, 'answer' | 'write'>;

/** A DELETE that got no answer and changed nothing is waited for until the settle time is over. */
const SHORT = { settleTimeoutMs: 5000 };

const isAny = () => true;
const isLook = ({ method }: Asked) => method === 'GET';

const cutOff: fc.Arbitrary<What> = fc.constantFrom(hangUp, reset).map((write) => ({ answer: null, write }));

const lost: fc.Arbitrary<What> = fc
  .constantFrom(hangUp, reset, breakOff)
  .map((write) => ({ answer: null, write }));

const nth = (max: number) => fc.integer({ min: 1, max });

/** Trouble that passes: the suite tries again, or looks. */
export function troubleOn<M extends MockTypes>(
  { requests, looks, underTest, installs }: WalkLengths,
  isInstall: (asked: Asked) => boolean,
  gateway: Gateway<M>,
): Freedom<M> {
  const befalling = (
    counts: (asked: Asked) => boolean,
    numbers: readonly number[],
    isCarriedOut: boolean,
    what: What,
    limits: PlainDoing['limits'] = {},
  ): Doing<M> => ({
    manner: () => befallen<M>({ hits: numbered(numbers, counts), isCarriedOut, ...what }, gateway.refusal),
    limits,
  });
  const isUnderTest = (asked: Asked) => !isLook(asked) && !isInstall(asked);
  const throttled: fc.Arbitrary<What> = fc
    .constantFrom<Readonly<Record<string, string>>>(
      {},
      { 'retry-after': '0' },
      { 'retry-after': 'Fri, 31 Dec 1999 23:59:59 GMT' },
    )
    .map((headers) => ({ answer: gateway.answer(429, headers), write: null }));
  const fromGateway: fc.Arbitrary<What> = fc
    .constantFrom(502, 503, 504)
    .map((status) => ({ answer: gateway.answer(status, { 'retry-after': '0' }), write: null }));
  return {
    name: 'trouble',
    ways: [
      {
        title: 'one request is throttled',
        doing: fc.tuple(nth(requests), throttled).map(([at, what]) => befalling(isAny, [at], false, what)),
      },
      {
        title: 'three requests in a row are throttled',
        doing: fc
          .tuple(nth(requests - 2), throttled)
          .map(([at, what]) => befalling(isAny, [at, at + 1, at + 2], false, what)),
      },
      {
        title: 'one look is answered by a gateway',
        doing: fc.tuple(nth(looks), fromGateway).map(([at, what]) => befalling(isLook, [at], false, what)),
      },
      {
        title: 'one look is cut off',
        doing: fc.tuple(nth(looks), lost).map(([at, what]) => befalling(isLook, [at], true, what)),
      },
      {
        title: 'some looks are cut off',
        doing: fc
          .tuple(fc.uniqueArray(nth(looks), { minLength: 2, maxLength: 4 }), lost)
          .map(([at, what]) => befalling(isLook, at, true, what)),
      },
      {
        title: 'one request under test is answered by a gateway and not carried out',
        doing: fc
          .tuple(nth(underTest), fromGateway)
          .map(([at, what]) => befalling(isUnderTest, [at], false, what, SHORT)),
      },
      {
        title: 'one request under test is cut off and not carried out',
        doing: fc
          .tuple(nth(underTest), cutOff)
          .map(([at, what]) => befalling(isUnderTest, [at], false, what, SHORT)),
      },
      {
        title: 'the answer to one request under test is lost',
        doing: fc
          .tuple(nth(underTest), lost)
          .map(([at, what]) => befalling(isUnderTest, [at], true, what, SHORT)),
      },
      {
        title: 'an install is answered by a gateway and not carried out',
        doing: fc
          .tuple(nth(installs), fromGateway)
          .map(([at, what]) => befalling(isInstall, [at], false, what)),
      },
      {
        title: 'the answer to an install is lost',
        doing: fc
          .tuple(nth(installs), fc.oneof(lost, fromGateway))
          .map(([at, what]) => befalling(isInstall, [at], true, what)),
        // Without the times of the gateway and of the instance the suite cannot know that it is its own.
        without: ['date', 'members'],
      },
    ],
  };
}
