import { expect } from '@playwright/test';
import type { Body } from '../../src/engine/model/exchange.ts';
import { annotatedBody } from '../../src/engine/report/html/annotated-body.ts';
import type { BodyComment } from '../../src/engine/report/html/annotated-lines.ts';
import { bodyComments } from '../../src/engine/report/html/body-comments.ts';
import { test } from '../own-test.ts';
import { HOSTILE } from './hostile.ts';
import { reported } from './reported.ts';

function bodyOf(data: string, more: Partial<Body> = {}): Body {
  return { encoding: 'utf-8', data, bytesOnWire: data.length, ...more };
}

function at(pointer: string, more: Partial<BodyComment> = {}): BodyComment {
  return { pointer, kind: 'violation', message: `\`${pointer}\` is wrong.`, requirement: 'r', ...more };
}

function lacking(pointer: string, expected?: string): BodyComment {
  const message = `\`${pointer}\` is missing.`;
  return at(pointer, { message, isMissing: true, ...(expected === undefined ? {} : { expected }) });
}

/** A part of the page as it reads without a style sheet: numbers before the lines that have some. */
function read(body: Body | string, ...comments: BodyComment[]): string {
  const page = String(annotatedBody(typeof body === 'string' ? bodyOf(body) : body, comments));
  return page
    .replace(/<mark[^>]*>/g, '>')
    .replace(/<\/p>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&quot;/g, '"')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}

function numbersIn(body: Body, ...comments: BodyComment[]): readonly (readonly number[])[] {
  const page = String(annotatedBody(body, comments));
  return [...page.matchAll(/data-lines="([\d\n]+)"/g)].map(([, all = '']) => all.split('\n').map(Number));
}

/** A body of so many items, of which a sixth line is that of `n`. */
const itemsText = (count: number, fill = 'x') =>
  JSON.stringify({
    items: Array.from({ length: count }, (_, n) => ({ name: `${fill}${n}`, limits: { cpu: '1', n } })),
  });

test('each finding stands below its line, every token as it came, with what was expected where it is not said', () => {
  const text = '{"a":1.0,"a":[1e999,{"b/c~":"\\u0041"},[],{ }],"":{"":null}}';
  const comments = [
    at('/a/1/b~1c~0', { expected: 'a number' }),
    at('/a/2', { kind: 'drift', message: 'It is `empty`, not a number.', expected: 'a number' }),
    at('//', { requirement: 'delete.200.body' }),
  ];
  expect(read(text, ...comments)).toBe(`{
  "a": 1.0,
  "a": [
    1e999,
    {
>      "b/c~": "\\u0041"
↑ /a/1/b~1c~0 is wrong: expected a number · r
    },
>    [],
↑ It is empty, not a number. · r
    {}
  ],
  "": {
>    "": null
↑ // is wrong. · delete.200.body
  }
}
`);
  const page = String(annotatedBody(bodyOf(text), comments, (id) => `other.html#${id}`));
  expect(page).toContain('<mark class="is-drift" data-lines="8">');
  expect(page).toContain('<a href="other.html#delete.200.body">delete.200.body</a>');
  expect(numbersIn(bodyOf(text), ...comments).flat()).toEqual(Array.from({ length: 14 }, (_, n) => n + 1));
});

test('of a doubled name the last is meant, with what stands in it', () => {
  const text = '{"a": {"x": 1, "z": 3}, "b": 0, "a": {"x": 2}}';
  expect(read(text, at('/a/x'))).toContain('>    "x": 2\n↑ /a/x is wrong.');
  expect(read(text, at('/a/z'))).toContain('>  "a": {\n↑ /a/z is wrong.');
  expect(read(text, lacking('/a/y', 'a string'))).toContain(
    '    "x": 2\n    + "y": a string missing · r\n  }\n',
  );
  expect(read(text).match(/>|↑|\+/)).toBeNull();
});

test('a member that is missing is a line at the end of what lacks it', () => {
  const text = '{"list":[{"a":1},{}],"empty":{},"none":null,"rows":[[]]}';
  const comments = [
    lacking('/list/0/b"', 'a string: an RFC 3339 date-time'),
    lacking('/list/1/c', 'a string'),
    lacking('/list/2', 'three of them'),
    lacking('/empty/d'),
    lacking('/none/e', 'a number'),
    lacking('/rows/0/0', 'a row'),
    lacking('/f/g/h', 'true'),
  ];
  expect(read(text, ...comments)).toBe(`{
  "list": [
    {
      "a": 1
      + "b\\"": a string: an RFC 3339 date-time missing · r
    },
    {}
      + "c": a string missing · r
    + three of them missing · r
  ],
  "empty": {},
    + "d" missing · r
>  "none": null,
↑ /none/e is missing: expected a number · r
  "rows": [
    []
      + a row missing · r
  ]
  + "f": { "g": { "h": true } } missing · r
}
`);
  expect(read('[{}]', lacking('/1/a', 'a string'))).toContain('  + { "a": a string } missing');
});

test('what is said of the body itself, or has no place in it, stands above', () => {
  const said = [at(''), at('/none/of/it'), at('/a', { requirement: 'q' })];
  expect(read('{"a":1}', ...said)).toBe(
    '`` is wrong. · r\n/none/of/it is wrong. · r\n{\n>  "a": 1\n↑ /a is wrong. · q\n}\n',
  );
  expect(read('{"a": ', ...said)).toContain('/a is wrong. · q\n{"a": ');
  expect(read('', at(''))).toContain('The body is empty.');
  const many = Array.from({ length: 30 }, () => at(''));
  expect(read('{"a":1}', ...many)).toContain('22 more findings on the body.');
});

test('a long body is cut around its faults, with as many lines as are left out', () => {
  const text = itemsText(200);
  expect(read(text, at('/items/99/limits/n'), lacking('/items/150/a'))).toBe(
    `… 697 lines
      "limits": {
        "cpu": "1",
>        "n": 99
↑ /items/99/limits/n is wrong. · r
      }
    },
… 350 lines
    {
… 3 lines
        "n": 150
      }
      + "a" missing · r
    },
    {
… 344 lines
`,
  );
});

test('what is not said of JSON, or is not the whole body, is shown as it is elsewhere', () => {
  const base64 = (text: string) =>
    bodyOf(Buffer.from(text, 'latin1').toString('base64'), { encoding: 'base64' });
  expect(read(base64('\0\x01abc\xff'), at(''))).toContain('0000  00 01 61 62 63 ff');
  expect(read(base64('{"a": "\xe9"}'), at('/a'))).toContain(
    'that are no UTF-8 text.\n{\n>  "a": "\uFFFD"\n↑ /a',
  );
  expect(read(bodyOf('\uFEFF{"a":1}'), at('/a'))).toContain('\\ufeff{\n>  "a": 1\n');
  expect(read(bodyOf('Not kept.', { notKept: 'Not kept.' }), at('/a'))).toBe('Not kept.\n/a is wrong. · r\n');
  expect(read(bodyOf('[1', { truncated: true }))).toContain('Only the beginning of the body was read.');
  expect(read(bodyOf('[1]', { codingError: 'No coding is named `x`' }))).toContain(
    'Shown as it came: No coding',
  );
  expect(read('y'.repeat(9999))).toContain('The first 2.0 KiB of 9.8 KiB');
  const condensed = { bytes: 9_999_999, sha256: '', state: 'json', partial: false, whole: null } as const;
  const part = bodyOf(itemsText(20), { condensed });
  expect(read(part, at('/items/9/name'))).toContain('The body has 9.5 MiB');
  expect(read(part, at('/items/9/name'))).toMatch(/\n?… \n[\s\S]*x9[\s\S]*… \n$/);
  expect(numbersIn(part, at('/items/9/name'))).toEqual([]);
});

test('hostile texts are there to be read, as text, and cut', () => {
  const text = JSON.stringify({ [HOSTILE]: { [HOSTILE]: HOSTILE.repeat(20) }, long: 'a'.repeat(5000) });
  const step = HOSTILE.replaceAll('~', '~0').replaceAll('/', '~1');
  const hostile = { message: HOSTILE, expected: HOSTILE.repeat(2), requirement: '<i>"r' };
  const comments = [at(`/${step}/${step}`, hostile), at('', hostile), at('/long')];
  const page = String(
    annotatedBody(bodyOf(text), [...comments, { ...lacking(`/${step}/x${step}`), ...hostile }]),
  );
  expect(page).not.toMatch(/<(?!\/?(?:pre|span|mark|ins|small|code|a|p)\b)/);
  expect(page).not.toMatch(/[\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|(?!\n)\p{Cc}/u);
  expect(page).toContain('… (5002 characters)');
  expect(page.length).toBeLessThan(20_000);
});

test('a body of 4 MB is shown around its faults alone, each with its number', () => {
  const body = bodyOf(itemsText(20_000, 'x'.repeat(160)));
  expect(body.data.length).toBeGreaterThan(4_000_000);
  const comments = [at('/items/17345/limits/n'), lacking('/items/19999/limits/gpu', 'a string')];
  const page = String(annotatedBody(body, comments));
  expect(page).toMatch(/<mark class="is-violation" data-lines="121422">\s+&quot;n&quot;: 17345\n/);
  expect(page).toContain('+ &quot;gpu&quot;: a string');
  expect(page).toContain('<pre class="answer wide">');
  expect(page.length).toBeLessThan(4000);
  const lines = JSON.stringify(JSON.parse(body.data), null, 2).split('\n');
  expect(lines[121_421]).toBe('        "n": 17345');
});

test('of faults in 20,000 places 40 are shown, violations before drift, and the rest are counted', () => {
  const items = Array.from({ length: 20_000 }, (_, n) =>
    at(`/items/${n}/limits/n`, { kind: n === 9000 ? 'violation' : 'drift' }),
  );
  const page = String(annotatedBody(bodyOf(itemsText(20_000)), items));
  expect(page.match(/<mark/g)?.length).toBe(40);
  expect(page.match(/<mark class="is-violation" data-lines="63007">/g)?.length).toBe(1);
  expect(page).toContain('19,960 more findings in this body');
  expect(page.length).toBeLessThan(60_000);
  const hostile = items.slice(0, 500).map((one) => ({ ...one, message: HOSTILE, expected: HOSTILE }));
  const long = [...hostile, ...hostile, ...hostile];
  const short = String(annotatedBody(bodyOf(itemsText(500, HOSTILE)), long));
  expect(short.length).toBeLessThan(60_000);
  expect(short.match(/<mark/g)?.length).toBeGreaterThan(3);
  expect(short.match(/<[a-z]/g)?.length).toBeLessThan(600);
});

test('a deep body shows the place of a fault, no further to the right than 24 levels', () => {
  const depth = 100_000;
  const body = bodyOf(`${'{"a":['.repeat(depth)}0${']}'.repeat(depth)}`);
  const page = read(body, at('/a/0'.repeat(400)), lacking(`${'/a/0'.repeat(30)}/b`));
  expect(page).toContain(`>${' '.repeat(48)}{\n↑ `);
  expect(page).toContain(`${' '.repeat(48)}+ "b" missing`);
  expect(page.length).toBeLessThan(5000);
});

test('of the findings those are said of a body that point into it, and are no trouble', () => {
  const shared = { kind: 'violation', message: 'No.', exchange: 3 } as const;
  const findings = [
    reported({ ...shared, pointer: '/a', code: 'missing', expected: 'a string' }),
    reported({ ...shared, pointer: '' }),
    reported({ ...shared, pointer: '/a', exchange: 4 }),
    reported({ ...shared, pointer: '/a', kind: 'trouble' }),
    reported(shared),
  ];
  const said = { kind: 'violation', message: 'No.', requirement: 'r' };
  expect(bodyComments([{ id: 'r', findings }], 3)).toEqual([
    { ...said, pointer: '/a', isMissing: true, expected: 'a string' },
    { ...said, pointer: '', isMissing: false },
  ]);
});
