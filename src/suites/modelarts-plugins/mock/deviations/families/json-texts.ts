import { deflateSync } from 'node:zlib';
import { type Change, header, rewritten } from '../../change.ts';
import type { Deviation } from '../../deviation.ts';
import { answers, fieldsOf } from '../answers.ts';

/** One thing that is wrong with a body as text or bytes. */
interface Text {
  /** The end of the requirement's id, e.g. `json.encoding`. */
  readonly breaks: 'json' | 'json.encoding' | 'json.unique-names' | 'members' | 'body';
  /** Words that follow "The 200 of a DELETE". */
  readonly says: string;
  readonly change: Change;
}

const bytes = (...values: readonly number[]) => Buffer.from(values);

/** Puts bytes in front of the last quotation mark, within a string. */
const inText = (inserted: Buffer) =>
  rewritten((text) => {
    const at = text.lastIndexOf('"');
    return Buffer.concat([Buffer.from(text.slice(0, at)), inserted, Buffer.from(text.slice(at))]);
  });

/** A body whose JSON is written by `write`. */
const json = (says: string, write: (text: string) => string | Buffer): Text => ({
  breaks: 'json',
  says,
  change: rewritten(write),
});

/** Puts a member in front of all others. */
const withMember = (member: string) => (text: string) => text.replace('{', `{${member},`);

const TEXTS: Readonly<Record<string, Text>> = {
  'broken-json': json('ends before its JSON does', (text) => text.slice(0, -20)),
  'json-brace-missing': json('lacks its last brace', (text) => text.slice(0, -1)),
  'json-brace-alone': json('is one brace', () => '{'),
  'trailing-text': json('has text after its JSON', (text) => `${text}\nOK`),
  'two-documents': json('holds its JSON twice', (text) => text + text),
  'trailing-comma': json('has a comma after its last member', (text) => text.replace(/}$/, ',}')),
  'single-quotes': json('has single quotation marks', (text) => text.replaceAll('"', "'")),
  'unquoted-name': json('has a name without quotation marks', withMember('attempt:1')),
  comment: json('begins with a comment', (text) => `/* plug-in */${text}`),
  'not-a-number': json('holds `NaN`', withMember('"load":NaN')),
  infinity: json('holds `-Infinity`', withMember('"load":-Infinity')),
  'undefined-value': json('holds `undefined`', withMember('"load":undefined')),
  'python-literal': json('holds `None`', withMember('"load":None')),
  'leading-zero': json('holds a number with a leading zero', withMember('"load":01')),
  'hex-number': json('holds a hexadecimal number', withMember('"load":0x1F')),
  'control-character': json('has a line break within a string', withMember('"load":"a\nb"')),
  'bad-escape': json('has an escape that JSON does not know', withMember(String.raw`"load":"\x41"`)),
  jsonp: json('is a call with the JSON in it', (text) => `callback(${text})`),
  'json-guard': json('begins with a guard against scripts', (text) => `)]}',\n${text}`),
  'html-body': json('is a page of HTML', () => '<!doctype html><title>OK</title><p>OK'),
  'plain-text': json('is the word OK', () => 'OK'),
  yaml: json('is YAML', () => 'kind: Plugin\n'),
  'empty-body': json('is empty', () => ''),
  'blank-body': json('is white space alone', () => ' \r\n\t'),
  'utf-16-text': json('is in UTF-16', (text) => Buffer.from(text, 'utf16le')),
  'false-gzip': {
    breaks: 'json',
    says: 'says that it is compressed, and is not',
    change: header('content-encoding', 'gzip'),
  },
  'cut-deflate': {
    breaks: 'json',
    says: 'is compressed and lacks its end',
    change: (answer, context) => {
      const cut = (text: string) => deflateSync(text).subarray(0, -12);
      return rewritten(cut)(header('content-encoding', 'deflate')(answer, context), context);
    },
  },
  'unknown-coding': {
    breaks: 'json',
    says: 'has a content coding that nobody knows',
    change: header('content-encoding', 'x-secret'),
  },
  'coding-utf-8': {
    breaks: 'json',
    says: 'has `UTF-8` for its content coding',
    change: header('content-encoding', 'UTF-8'),
  },
  'coding-none': {
    breaks: 'json',
    says: 'has `none` for its content coding',
    change: header('content-encoding', 'none'),
  },
  'byte-order-mark': {
    breaks: 'json.encoding',
    says: 'begins with a byte order mark',
    change: rewritten((text) => `\uFEFF${text}`),
  },
  // 0xE9 is `é` in Latin-1; in UTF-8 it needs two bytes after it.
  'bad-utf-8': { breaks: 'json.encoding', says: 'has text that is no UTF-8', change: inText(bytes(0xe9)) },
  'overlong-utf-8': {
    breaks: 'json.encoding',
    says: 'has a character in more bytes than it needs',
    change: inText(bytes(0xc0, 0xaf)),
  },
  'surrogate-utf-8': {
    breaks: 'json.encoding',
    says: 'has half a surrogate pair in bytes',
    change: inText(bytes(0xed, 0xa0, 0x80)),
  },
  'stray-byte': {
    breaks: 'json.encoding',
    says: 'has a byte that continues nothing',
    change: inText(bytes(0x80)),
  },
  'json-in-a-string': {
    breaks: 'body',
    says: 'is its JSON within a string',
    change: rewritten((text) => JSON.stringify(text)),
  },
  'too-deep': {
    breaks: 'body',
    says: 'has arrays in one another ten thousand levels deep',
    change: rewritten(withMember(`"tree":${'['.repeat(10_000)}${']'.repeat(10_000)}`)),
  },
  'nested-duplicate-members': {
    breaks: 'json.unique-names',
    says: 'has a member twice in an object of an object',
    change: rewritten(withMember('"detail":{"load":1,"load":2}')),
  },
  'extra-member': {
    breaks: 'members',
    says: 'has a member that no page names',
    change: rewritten(withMember('"deletionPolicy":"Background"')),
  },
};

/** A member of each answer that the mock gives itself, and what it holds, for doubles of it. */
const FIRST: Readonly<Record<string, readonly [string, string]>> = {
  200: ['kind', 'Plugin'],
  400: ['error_code', 'ModelArts.50004000'],
};

function doubles(key: string): Readonly<Record<string, Text>> {
  const [name, value] = FIRST[key] ?? [fieldsOf(key)[1]?.at ?? 'kind', 'other'];
  const escaped = `\\u00${name.charCodeAt(0).toString(16)}${name.slice(1)}`;
  const double = (says: string, member: string): Text => ({
    breaks: 'json.unique-names',
    says,
    change: rewritten(withMember(member)),
  });
  return {
    'duplicate-members': double(`has its \`${name}\` twice`, `"${name}":"${value}"`),
    'escaped-duplicate-members': double(`has its \`${name}\` twice, once escaped`, `"${escaped}":"${value}"`),
  };
}

/** Everything that can be wrong with the text of documented answers, and members that no page names. */
export const jsonTexts: readonly Deviation[] = answers.flatMap(({ key, suffix, on }) =>
  Object.entries({ ...TEXTS, ...doubles(key) }).map(
    ([name, { breaks, says, change }]): Deviation => ({
      name: `${name}${suffix}`,
      title: `The ${key} of a DELETE ${says}.`,
      catches: `delete.${key}.${breaks}`,
      answer: on(change),
    }),
  ),
);
