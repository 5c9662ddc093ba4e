import fc from 'fast-check';
import type { PlainDoing, PlainFreedom } from '../freedom.ts';
import { COMPACT, jsonText, type Spelling } from '../json-text.ts';
import { randomFrom } from '../random.ts';

function escaped(code: number): string {
  return `\\u${code.toString(16).padStart(4, '0')}`;
}

/** An escape that stands already, a pair of surrogates (half of one cannot stand for itself), or one character. */
const PART = /\\u[\da-f]{4}|\\.|[\ud800-\udbff][\udc00-\udfff]|[^\\"]/g;

/** A string with the characters that a test picks as escapes, and what must be escaped. */
function escaping(picks: (character: string) => boolean, spell: (code: number) => string = escaped) {
  const asEscapes = (part: string) =>
    part.startsWith('\\') || !picks(part)
      ? part
      : Array.from({ length: part.length }, (_, at) => spell(part.charCodeAt(at))).join('');
  // The same strings come in every answer.
  const known = new Map<string, string>();
  return (text: string) => {
    const spelt = known.get(text) ?? JSON.stringify(text).replace(PART, asEscapes);
    known.set(text, spelt);
    return spelt;
  };
}

const inAscii = escaping((one) => one > '~');

/** Whole numbers in ways that JSON allows; another number as it is. */
function wholeAs(write: (digits: string) => string): Spelling['number'] {
  return (value) =>
    Number.isInteger(value) && Math.abs(value) < 1e15 ? write(String(value)) : String(value);
}

function spelt(spelling: Partial<Spelling>, around: readonly [string, string] = ['', '']): PlainDoing {
  const whole = { ...COMPACT, ...spelling };
  return {
    manner: () => ({
      answer: (answer) => ({ ...answer, bytes: Buffer.from(around.join(jsonText(answer.body, whole))) }),
    }),
  };
}

/** One JSON text has many spellings. */
export const spelling: PlainFreedom = {
  name: 'spelling',
  // Some values are numbers that JSON.stringify cannot write.
  always: spelt({}),
  ways: [
    {
      title: 'JSON has white space in it',
      doing: fc.constantFrom(' ', '\n  ', '\t', '\r\n', ' \t\r\n ').map((space) => spelt({ space })),
    },
    {
      title: 'JSON has white space around it',
      doing: fc.constantFrom(' ', '\n', '\r\n\t ').map((space) => spelt({}, [space, space])),
    },
    {
      title: 'every letter of JSON strings is an escape',
      doing: fc.constant(spelt({ string: escaping(() => true) })),
    },
    {
      title: 'some letters of JSON strings are escapes in upper case',
      doing: fc.integer().map((seed) => {
        const random = randomFrom(seed);
        return spelt({
          string: escaping(
            () => random() < 0.3,
            (code) => escaped(code).toUpperCase().replace('U', 'u'),
          ),
        });
      }),
    },
    {
      title: 'JSON is in ASCII, with slashes escaped',
      doing: fc.constant(spelt({ string: (text) => inAscii(text).replaceAll('/', '\\/') })),
    },
    {
      title: 'whole numbers have a fraction or an exponent',
      doing: fc
        .constantFrom<(digits: string) => string>(
          (one) => `${one}.0`,
          (one) => `${one}e0`,
          (one) => (one === '0' ? '0e-1' : `${one}0e-1`),
          (one) => `${one}E+00`,
        )
        .map((write) => spelt({ number: wholeAs(write) })),
    },
  ],
};
