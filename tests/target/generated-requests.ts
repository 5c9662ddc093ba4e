import fc from 'fast-check';
import type { HeaderLine } from '../../src/engine/model/exchange.ts';
import type { Signable } from '../../src/suites/huaweicloud/signature.ts';

/** A request to be signed, in the forms that signing and sending want it. */
export interface Generated extends Signable {
  /** What `path` stands for: percent-decoded. */
  readonly decodedPath: string;
  /** A JSON value whose text is `body`; undefined where there is no body. */
  readonly data: unknown;
  readonly accessKey: string;
  readonly secretKey: string;
}

const anyCharacter = fc.oneof(
  fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 1 }),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
);
const anyText = fc.string({ unit: anyCharacter, maxLength: 8 });

/** RFC 3986, section 3.3: what a segment may hold as it is. */
const PLAIN = /^[\w.~!$&'()*+,;=:@-]$/;

/** A character of a segment: encoded in either letter case, or as it is, where that is allowed. */
function sent(character: string, manner: 'plain' | 'upper' | 'lower'): string {
  if (manner === 'plain' && PLAIN.test(character)) return character;
  const hex = Buffer.from(character).toString('hex');
  return (manner === 'lower' ? hex : hex.toUpperCase()).replace(/../g, '%$&');
}

type Path = Pick<Generated, 'path' | 'decodedPath'>;

function anyPath(characters: fc.Arbitrary<string>): fc.Arbitrary<Path> {
  const manner = fc.constantFrom('plain', 'upper', 'lower');
  const segment = fc.array(fc.tuple(characters, manner), { maxLength: 8 });
  return fc
    .tuple(fc.array(segment, { minLength: 1, maxLength: 7 }), fc.constantFrom('', '/'))
    .map(([segments, end]) => ({
      path: segments.map((one) => `/${one.map(([c, how]) => sent(c, how)).join('')}`).join('') + end,
      decodedPath: segments.map((one) => `/${one.map(([c]) => c).join('')}`).join('') + end,
    }));
}

/** Letters that sort alike in every language, `-` and digits: some signers sort by the language of the machine. */
const headerName = fc.stringMatching(/^[XKxk]-[bkmqxBKMQX0-9-]{0,8}$/);
const inside = fc.string({ unit: 'grapheme-ascii', maxLength: 20 });
const padding = fc.constantFrom('', ' ', '\t', '  ');

function anyHeaders(date: fc.Arbitrary<string>): fc.Arbitrary<Signable['headers']> {
  const value = fc.tuple(padding, inside, padding).map((parts) => parts.join(''));
  const type = fc.constantFrom('application/json', 'application/json;charset=utf8', 'text/plain');
  const others = fc.uniqueArray(fc.tuple(headerName, value), {
    selector: ([name]) => name.toLowerCase(),
    maxLength: 5,
  });
  return fc
    .tuple(fc.domain(), date, fc.option(type), others)
    .map(([host, when, contentType, rest]): readonly HeaderLine[] => [
      ['host', host],
      ['X-Sdk-Date', when],
      ...(contentType === null ? [] : [['content-type', contentType] as const]),
      ...rest,
    ])
    .chain((lines) => fc.shuffledSubarray([...lines], { minLength: lines.length }));
}

/** Requests of every shape; `characters` are those of the decoded path, `date` the `X-Sdk-Date`. */
export function requests(
  date: fc.Arbitrary<string>,
  pathCharacter: (character: string) => boolean = () => true,
): fc.Arbitrary<Generated> {
  const name = fc.oneof(fc.constantFrom('limit', 'marker', 'a'), anyText);
  return fc
    .record({
      method: fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'),
      ofPath: anyPath(anyCharacter.filter(pathCharacter)),
      query: fc.array(fc.tuple(name, anyText), { maxLength: 5 }),
      headers: anyHeaders(date),
      // Truthy, for the vendor's signer takes any other for no body.
      data: fc.option(fc.jsonValue({ stringUnit: 'binary' }).filter(Boolean), { nil: undefined }),
      accessKey: fc.stringMatching(/^[A-Z0-9]{1,20}$/),
      secretKey: fc.stringMatching(/^[\x21-\x7e]{1,40}$/),
    })
    .map(({ ofPath, ...rest }) => ({
      ...rest,
      ...ofPath,
      body: rest.data === undefined ? '' : JSON.stringify(rest.data),
    }));
}
