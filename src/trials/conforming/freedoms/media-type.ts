import fc from 'fast-check';
import type { Asked } from '../../mock/manner.ts';
import type { PlainDoing, PlainFreedom } from '../freedom.ts';

type Which = (asked: Asked) => boolean;

/** Every answer but those of which `isLeft` is true says it. */
function saying(mediaType: string | string[] | null, isLeft: Which = () => false): PlainDoing {
  return {
    manner: () => ({
      answer: (answer, { asked }) => {
        if (isLeft(asked)) return answer;
        const { 'content-type': _, ...others } = answer.headers;
        return { ...answer, headers: mediaType === null ? others : { ...others, 'content-type': mediaType } };
      },
    }),
  };
}

/** A media type is compared without regard to letter case, and its parameters are free. */
export const mediaTypeBut = (isUnderTest: Which): PlainFreedom => ({
  name: 'media-type',
  ways: [
    { title: '`application/json` without a charset', doing: fc.constant(saying('application/json')) },
    {
      title: 'the media type in another letter case',
      doing: fc.constantFrom('Application/JSON', 'APPLICATION/JSON;CHARSET=UTF-8').map((one) => saying(one)),
    },
    {
      title: 'a quoted charset',
      doing: fc
        .constantFrom('application/json;charset="utf-8"', 'application/json; charset="UTF-8"')
        .map((one) => saying(one)),
    },
    {
      title: 'spaces around the charset',
      doing: fc
        .constantFrom(
          'application/json ; charset=utf-8',
          'application/json;\tcharset=UTF-8',
          'application/json;  charset=utf-8 ;',
        )
        .map((one) => saying(one)),
    },
    {
      title: 'other parameters',
      doing: fc
        .constantFrom(
          'application/json; v=1',
          'application/json; odata.metadata=minimal; charset=utf-8',
          'application/json;profile="a;b\\"c,"',
        )
        .map((one) => saying(one)),
    },
    {
      title: 'the media type twice',
      doing: fc
        .constantFrom<string | string[]>(
          ['application/json', 'application/json'],
          'application/json, application/json',
          ['application/json;charset=UTF-8', 'Application/JSON; charset="utf-8"'],
          'application/json, application/json; charset=utf-8',
        )
        .map((one) => saying(one)),
    },
    // RFC 8259, section 11: it has no effect, and is drift.
    {
      title: 'a charset that is not UTF-8, over UTF-8',
      doing: fc
        .constantFrom('us-ascii', 'ISO-8859-1', 'utf-16', 'nonsense')
        .map((charset) => saying(`application/json; charset=${charset}`)),
    },
    // Only the answers under test must say what they are.
    {
      title: 'supporting answers of another media type',
      doing: fc
        .constantFrom(null, 'text/plain', 'application/vnd.huawei+json', 'nonsense')
        .map((one) => saying(one, isUnderTest)),
    },
  ],
});
