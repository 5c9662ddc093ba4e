import fc from 'fast-check';
import type { HeaderLine } from '../../../engine/model/exchange.ts';
import type { PlainFreedom } from '../freedom.ts';

function title(name: string): string {
  return name.replace(/(^|-)(\w)/g, (found) => found.toUpperCase());
}

const name = fc.oneof(
  fc.constantFrom(
    '__proto__',
    'constructor',
    "!#$%&'*+.^_`|~",
    'x-frame-options',
    'via',
    'etag',
    'location',
    'refresh',
    'x-request-id',
  ),
  fc.stringMatching(/^x-[a-z0-9_.]{1,20}$/),
);

/** A field's value, one character a byte: RFC 9110, section 5.5, allows those beyond ASCII. */
const value = fc.oneof(
  fc.constantFrom('', '"quoted, with \\" inside"', '<script>alert(1)</script>', 'v'.repeat(6000), 'a\tb'),
  fc.string({
    unit: fc
      .integer({ min: 0x21, max: 0xff })
      .filter((code) => code !== 0x7f)
      .map((code) => String.fromCharCode(code)),
    maxLength: 30,
  }),
);

const line: fc.Arbitrary<HeaderLine> = fc.tuple(name, value);

const COOKIES: readonly HeaderLine[] = [
  ['set-cookie', 'a=1; Path=/; HttpOnly'],
  ['set-cookie', 'a=1; Path=/; HttpOnly'],
  ['set-cookie', 'b="x,y"; Expires=Wed, 21 Oct 2015 07:28:00 GMT'],
];

/** Headers that no page names. */
export const headers: PlainFreedom = {
  name: 'headers',
  ways: [
    {
      title: 'further headers',
      doing: fc.array(line, { minLength: 1, maxLength: 6 }).map((extra) => ({ wire: { extra } })),
    },
    { title: 'several cookies', doing: fc.constant({ wire: { extra: COOKIES } }) },
    {
      title: '150 headers',
      doing: fc.constant({
        wire: { extra: Array.from({ length: 150 }, (_, at): HeaderLine => [`x-${at}`, 'y'.repeat(40)]) },
      }),
    },
    {
      title: 'headers that mean something with other statuses',
      doing: fc.constant({
        wire: {
          extra: [
            ['retry-after', '120'],
            ['location', '/elsewhere'],
            ['allow', 'DELETE'],
            ['www-authenticate', 'Basic realm="x"'],
            ['content-language', 'zh-CN'],
          ],
        },
      }),
      // There it means something.
      without: ['trouble'],
    },
  ],
};

/** Header names in any letter case. */
export const headerNames: PlainFreedom = {
  name: 'header-names',
  ways: [
    {
      title: 'header names in upper case',
      doing: fc.constant({ wire: { spelt: (one: string) => one.toUpperCase() } }),
    },
    { title: 'header names with capitals', doing: fc.constant({ wire: { spelt: title } }) },
    {
      title: 'header names in mixed case',
      doing: fc.constant({
        wire: {
          spelt: (one: string) => one.replace(/.[a-z]?/g, (pair) => pair[0]?.toUpperCase() + pair.slice(1)),
        },
      }),
    },
  ],
};

/** White space around a header's value is no part of it. */
export const headerSpace: PlainFreedom = {
  name: 'header-space',
  ways: [
    { title: 'no space before a header’s value', doing: fc.constant({ wire: { around: ['', ''] } }) },
    // No server should send them any more, and RFC 9112, section 5.2, wants them read.
    { title: 'folded header lines', doing: fc.constant({ wire: { around: [' \r\n  ', ''] } }) },
    {
      title: 'much space around a header’s value',
      doing: fc
        .constantFrom<readonly [string, string]>(['   ', ''], ['\t', '\t'], [' \t ', '  \t'])
        .map((around) => ({ wire: { around } })),
    },
  ],
};

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

function rfc850(date: Date): string {
  const [, day, month, year, time] = date.toUTCString().split(' ');
  return `${DAYS[date.getUTCDay()]}, ${day}-${month}-${year?.slice(2)} ${time} GMT`;
}

function asctime(date: Date): string {
  const [weekday, , month, year, time] = date.toUTCString().split(' ');
  return `${weekday?.slice(0, 3)} ${month} ${String(date.getUTCDate()).padStart(2)} ${time} ${year}`;
}

/** The server's clock. */
export const date: PlainFreedom = {
  name: 'date',
  ways: [
    { title: 'no `Date`', doing: fc.constant({ wire: { dateOff: null } }) },
    {
      title: 'a `Date` that is off',
      doing: fc.integer({ min: -45, max: 45 }).map((dateOff) => ({ wire: { dateOff } })),
    },
    // RFC 9110, section 5.6.7, wants both read, in UTC.
    { title: 'a `Date` as RFC 850 has it', doing: fc.constant({ wire: { dateForm: rfc850 } }) },
    { title: 'a `Date` as C has it', doing: fc.constant({ wire: { dateForm: asctime } }) },
  ],
};
