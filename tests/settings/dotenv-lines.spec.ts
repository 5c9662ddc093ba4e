import { expect } from '@playwright/test';
import { parse } from 'dotenv';
import { dotenvProblems } from '../../src/app/settings/dotenv-lines.ts';
import { test } from '../own-test.ts';
import { LIVE, problemsOf, settingsOf } from './read.ts';

const URL = 'https://modelarts.eu-de.example.com';

/** A text of which nothing may be taken for nothing: the line that is wrong is its second. */
const UNREAD: Readonly<Record<string, string>> = {
  'a line of a Windows shell': `set MODELARTS_ENDPOINT=${URL}`,
  'a line of PowerShell': `$env:MODELARTS_ENDPOINT = "${URL}"`,
  JSON: `{ "MODELARTS_ENDPOINT": "${URL}" }`,
  'a member of JSON': `  "MODELARTS_ENDPOINT": "${URL}",`,
  'a line of `declare`': `declare -x MODELARTS_ENDPOINT="${URL}"`,
  'an exported one with an option': `export -n MODELARTS_ENDPOINT=${URL}`,
  'an item of YAML': `- MODELARTS_ENDPOINT=${URL}`,
  'another item of YAML': `  - MODELARTS_ENDPOINT: ${URL}`,
  'a key of YAML without a blank': `MODELARTS_ENDPOINT:${URL}`,
  'a zero-width space before the name': `\u{200b}MODELARTS_ENDPOINT=${URL}`,
  'a name alone': 'MODELARTS_ENDPOINT',
  'a name and a value': `MODELARTS_ENDPOINT ${URL}`,
  'a name in quotes': `"MODELARTS_ENDPOINT"=${URL}`,
  'a name of Docker': `ENV MODELARTS_ENDPOINT=${URL}`,
  'a name of fish': `set -x MODELARTS_ENDPOINT ${URL}`,
  'a name in letters of full width': `ＭＯＤＥＬＡＲＴＳ_ENDPOINT=${URL}`,
  'a name of XML': `<MODELARTS_ENDPOINT>${URL}</MODELARTS_ENDPOINT>`,
  'a section': '[modelarts]',
  'a comment of another language': `// MODELARTS_ENDPOINT=${URL}`,
  'lower case': `modelarts_endpoint=${URL}`,
  'mixed case': `Modelarts_Endpoint=${URL}`,
  'lower case of an access key': 'huaweicloud_sdk_ak=an-ak',
  dashes: `modelarts-endpoint=${URL}`,
  dots: `MODELARTS.ENDPOINT=${URL}`,
  'a dash before the name': `-MODELARTS_ENDPOINT=${URL}`,
  'a name as programs write it': `process.env.MODELARTS_ENDPOINT = '${URL}'`,
  'an unknown name': 'MODELARTS_TOKEN=x',
  'a quote that does not end': `MODELARTS_ENDPOINT="${URL}`,
  'a quote that another ends': `MODELARTS_ENDPOINT="${URL}'`,
  'a quote that does not end before a comment': `MODELARTS_ENDPOINT="${URL} # mine`,
  'something after the quotes': `MODELARTS_ENDPOINT="${URL}" x`,
  'a `#` with no blank before it': `MODELARTS_ENDPOINT=${URL}#mine`,
  'a value that begins with a `#`': 'MODELARTS_AUTH_TOKEN=#abc',
  'a value on the next line': `MODELARTS_ENDPOINT=\n"${URL}"`,
  'a setting as the value of another name': `env: MODELARTS_ENDPOINT=${URL}`,
  'a value that goes on': `MODELARTS_ENDPOINT\\\n=${URL}`,
  words: 'the endpoint follows',
};

for (const [what, lines] of Object.entries(UNREAD)) {
  for (const end of ['\n', '\r\n']) {
    test(`${what} is told with its line, with line ends of ${end.length}`, () => {
      const dotenv = `# ours\n${lines}\nOTHER=x\n`.replaceAll('\n', end);
      const problems = dotenvProblems(dotenv);
      expect(problems[0]).toMatch(/^Line 2 of `\.env`: /);
      expect(problems.join()).not.toContain(URL);
      if (/modelarts.endpoint/i.test(lines)) expect(problems[0]).toContain('`MODELARTS_ENDPOINT`');
      expect(problemsOf({}, { dotenv })[0]).toBe(problems[0]);
    });
  }
}

for (const [what, lines] of Object.entries({
  'in quotes that an earlier line begins': `A="x\nMODELARTS_ENDPOINT=${URL}\nB="\n`,
  'below a key of YAML': `A:\n  MODELARTS_ENDPOINT: ${URL}`,
  'in an item below a key of YAML': `A:\n  - MODELARTS_ENDPOINT=${URL}`,
})) {
  test(`a setting ${what} is told with its own line`, () => {
    expect(dotenvProblems(lines)).toEqual([
      'Line 2 of `.env`: `MODELARTS_ENDPOINT` is part of the value of `A`; right would be `MODELARTS_ENDPOINT=…` in a line of its own.',
    ]);
  });
}

test('several lines are told in their order', () => {
  expect(dotenvProblems('x\nmodelarts_endpoint=y\n\nA=b#c\n').map((one) => one.slice(0, 6))).toEqual([
    'Line 1',
    'Line 2',
    'Line 4',
  ]);
});

/** What dotenv reads, and what of it. */
const READ: readonly (readonly [text: string, values: Readonly<Record<string, string>>])[] = [
  ['', {}],
  ['\n \n# a comment with "quotes, a `#` and MODELARTS_ENDPOINT=x\n\t# another', {}],
  ['\u{feff}MODELARTS_ENDPOINT=x', { MODELARTS_ENDPOINT: 'x' }],
  ['\u{a0}MODELARTS_ENDPOINT=x', { MODELARTS_ENDPOINT: 'x' }],
  ['export MODELARTS_ENDPOINT=x', { MODELARTS_ENDPOINT: 'x' }],
  ['  MODELARTS_ENDPOINT = x  ', { MODELARTS_ENDPOINT: 'x' }],
  ['MODELARTS_ENDPOINT: x', { MODELARTS_ENDPOINT: 'x' }],
  ['MODELARTS_ENDPOINT=x # mine # and more', { MODELARTS_ENDPOINT: 'x' }],
  ['MODELARTS_ENDPOINT=\t# none', { MODELARTS_ENDPOINT: '' }],
  ['MODELARTS_ENDPOINT=\n# none\nA=b', { MODELARTS_ENDPOINT: '', A: 'b' }],
  ['MODELARTS_ENDPOINT="x#y" # mine', { MODELARTS_ENDPOINT: 'x#y' }],
  ["MODELARTS_ENDPOINT='x'# mine", { MODELARTS_ENDPOINT: 'x' }],
  [
    'A="first\nsecond # no comment\n\nthird"\nB=`x\ny`',
    { A: 'first\nsecond # no comment\n\nthird', B: 'x\ny' },
  ],
  ['A="a \\"quoted\\" word"', { A: 'a \\"quoted\\" word' }],
  ['A=it\'s "so"', { A: 'it\'s "so"' }],
  ['MODELARTS_TEMPLATE_INPUTS={"size":"large"}', { MODELARTS_TEMPLATE_INPUTS: '{"size":"large"}' }],
  [
    'my.name=x\nmy-name=y\nTF_VAR_MODELARTS_ENDPOINT=z',
    { 'my.name': 'x', 'my-name': 'y', TF_VAR_MODELARTS_ENDPOINT: 'z' },
  ],
  ['A=b\r\nC=d\r\n', { A: 'b', C: 'd' }],
  ['A=b\rC=d\r', { A: 'b', C: 'd' }],
];

for (const [text, values] of READ) {
  test(`what is read is no error: ${JSON.stringify(text)}`, () => {
    expect(parse(text)).toEqual(values);
    expect(dotenvProblems(text)).toEqual([]);
  });
}

test('a `.env` with a mark of UTF-8 and blanks that cannot be seen before its names is read', () => {
  const lines = Object.entries(LIVE).map(([name, value]) => `\u{a0}${name}=${value}`);
  expect(settingsOf({}, { dotenv: `\u{feff}${lines.join('\r\n')}` }).target?.endpoint).toBe(URL);
});

test('a name in other letter case is told of the environment too', () => {
  expect(problemsOf({ modelarts_endpoint: URL })).toEqual([
    '`modelarts_endpoint` is no setting; did you mean `MODELARTS_ENDPOINT`?',
  ]);
});
