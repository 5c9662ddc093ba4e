import { readFileSync, writeFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { readTargetsFile } from '../../src/app/targets/targets-file.ts';
import { test } from '../own-test.ts';

const RIGHT = `- name: eu-de
  endpoint: https://modelarts.eu-de.example.com
  projectId: p
  pool: q
  template: node-local-dns
  allowDelete: modelarts.eu-de.example.com
  auth: { tokenEnv: EU_TOKEN }
`;

/** What is told of a text, without where it stands; each sentence after its line. */
async function problemsOf(text: string): Promise<readonly string[]> {
  const file = test.info().outputPath('t.yaml');
  writeFileSync(file, text);
  try {
    const { problems, told } = await readTargetsFile(file);
    return told(problems).map((one) => one.replace(/^Line (\d+), column \d+ of `[^`]+`: /, '$1: '));
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'SettingsError') throw error;
    return error.message
      .split('\n')
      .map((one) => one.replace(/^Line (\d+), column \d+ of `[^`]+`: /, '$1: '));
  }
}

/** The right entry with something in the place of one of its lines. */
function withLine(member: string, line: string): string {
  return RIGHT.replace(new RegExp(`^(- |  )${member}:.*\\n`, 'm'), (_, begin: string) =>
    line === '' ? begin.replace('  ', '') : `${begin}${line}\n`,
  );
}

test('an entry with all that is needed is right, also with all that there is, and what others share written once', async () => {
  expect(await problemsOf(RIGHT)).toEqual([]);
  const whole = `${RIGHT.replace('- name', '- &eu\n  name')}  version: "1.0"
  inputs: { size: large, n: 3 }
  source: existing
  waivers: waivers/eu.yaml
  perHost: 3
- { <<: *eu, name: eu-nl, auth: { akEnv: A, skEnv: B, securityTokenEnv: C } }
- { <<: *eu, name: 北京 1, auth: { iamEndpoint: "https://iam.example.com", domainEnv: A, usernameEnv: B, passwordEnv: C } }
`;
  expect(await problemsOf(whole)).toEqual([]);
});

test('what a tag of YAML 1.1 stands before is read as if it had none, so that JSON can say it', async () => {
  const file = test.info().outputPath('t.yaml');
  const inputs = '{ a: !!binary aGFsbG8=, b: !!set { c }, d: !!timestamp 2001-01-01 }';
  writeFileSync(file, withLine('pool', `pool: q\n  inputs: ${inputs}`));
  const { entries } = await readTargetsFile(file);
  expect(entries[0]?.entry.inputs).toEqual({ a: 'aGFsbG8=', b: { c: null }, d: '2001-01-01' });
});

const WRONG: readonly (readonly [what: string, text: string, ...told: readonly (string | RegExp)[]])[] = [
  [
    'nothing',
    '',
    /^1: The file holds nothing; right would be a list of targets, each of which begins with `- name:`/,
  ],
  ['an empty list', '[]', /an empty list; right/],
  ['a map', 'name: a', /holds a map/],
  ['no YAML', '- a: [', /no YAML that can be read/],
  ['two documents', `${RIGHT}---\n${RIGHT}`, /A second document begins/],
  ['a text for an entry', '- eu-de', /^1: The target is a single value; right would be members/],
  [
    'a member that is misspelt',
    withLine('pool', 'pol: q'),
    /no `pool`/,
    /^4: `pol` is no member of a target; right would be `pool`/,
  ],
  [
    'a digit for a text',
    withLine('pool', 'pool: 12'),
    /^4: `pool` is `12`, which YAML reads as no text; right would be the same in quotes/,
  ],
  [
    'an empty endpoint',
    withLine('endpoint', 'endpoint: ""'),
    /^2: `endpoint` is empty; right would be the URL to test/,
  ],
  ['no value', withLine('template', 'template:'), /^5: `template` is empty/],
  [
    'a source that is none',
    withLine('pool', 'pool: q\n  source: borrow'),
    /`source` is `borrow`; right would be `install` or `existing`/,
  ],
  [
    'inputs in a text',
    withLine('pool', "pool: q\n  inputs: '{}'"),
    /`inputs` is a text; right would be a map/,
  ],
  [
    'no place at a host',
    withLine('pool', 'pool: q\n  perHost: 0'),
    /`perHost` is `0`; right would be how many/,
  ],
  ['a part of a place at a host', withLine('pool', 'pool: q\n  perHost: 1.5'), /`perHost` is `1.5`/],
  [
    'a name that is a way',
    withLine('name', 'name: ../x'),
    /^1: `name` is `\.\.\/x`; right would be a name of letters/,
  ],
  ['a name of the parent', withLine('name', 'name: ".."'), /right would be a name of letters/],
  ['a name with a control character', withLine('name', 'name: "a\\u0007b"'), /`name` is `a\\u0007b`/],
  ['a name that ends in a blank', withLine('name', 'name: "a "'), /right would be a name of letters/],
  ['a name as of a report', withLine('name', 'name: Conformance.HTML'), /as what a run writes may be called/],
  [
    'a name as of a folder of reports',
    withLine('name', 'name: evidence'),
    /as what a run writes may be called/,
  ],
  ['a name twice', RIGHT + RIGHT, /^8: `name` is `eu-de`, which another target has/],
  [
    'a name in other letters',
    RIGHT + withLine('name', 'name: EU-de'),
    /which differs from `eu-de` by its spelling alone/,
  ],
  [
    'a secret',
    withLine('auth', 'auth: { token: s3cr3t-value }'),
    /^7: `token` is no member of `auth`; right would be `tokenEnv`/,
  ],
  [
    'a secret for the name of its variable',
    withLine('auth', 'auth: { tokenEnv: s3cr3t-value }'),
    /^7: `tokenEnv` is not right; right would be the name of a variable; the value itself stands in no file/,
  ],
  [
    'a secret for a member',
    withLine('auth', 'auth: { s3cr3t-value }'),
    /^7: `auth` has a member that is none of its own; right would be one of `tokenEnv`/,
  ],
  [
    'a secret that YAML takes for a sign of its own',
    withLine('auth', 'auth:\n    tokenEnv: >s3cr3t-value'),
    /^8: this is no YAML that can be read: Block scalar header includes extra characters\.$/,
  ],
  ['a secret for a tag', withLine('auth', 'auth: { tokenEnv: !e!s3cr3t x }'), /Could not resolve tag\.$/],
  [
    'inputs that hold themselves',
    withLine('pool', 'pool: q\n  inputs: &all { all: *all }'),
    /^The aliases of `[^`]*t.yaml` cannot be followed/,
  ],
  [
    'an endless number',
    withLine('pool', 'pool: q\n  inputs: { n: [1, .inf] }') + withLine('name', 'name: /'),
    /^5: `inputs` holds `Infinity`, a number that would not arrive as it is written/,
    /^9: `name` is `\/`/,
  ],
  [
    'a number of more digits than are kept',
    withLine('pool', 'pool: q\n  inputs: { id: 9007199254740993 }'),
    /^5: `inputs` holds `9007199254740992`, a number that would not arrive as it is written; right/,
  ],
  ['the name of a device', withLine('name', 'name: nul.txt'), /`name` is `nul.txt`, a device to Windows/],
  [
    'a name of many bytes',
    withLine('name', `name: ${'𠀀'.repeat(64)}`),
    /`name` has 256 bytes as a folder; right would be at most 255/,
  ],
  ['a secret alone', withLine('auth', 'auth: s3cr3t-value'), /^7: `auth` is no map/],
  [
    'no way to authenticate',
    withLine('auth', 'auth: {}'),
    /`auth` is empty; right would be `{ tokenEnv: NAME }`, or/,
  ],
  [
    'half a way',
    withLine('auth', 'auth: { akEnv: A }'),
    /`auth` has no `skEnv`; right would be all of that way/,
  ],
  [
    'two ways',
    withLine('auth', 'auth: { tokenEnv: A, akEnv: A, skEnv: B }'),
    /more than one way to authenticate \(`tokenEnv`, `akEnv`, `skEnv`\)/,
  ],
];

for (const [what, text, ...told] of WRONG) {
  test(`a file with ${what} is refused, and says where and what would be right`, async () => {
    const problems = await problemsOf(text);
    expect(problems).toHaveLength(told.length);
    for (const [at, one] of told.entries()) expect(problems[at]).toMatch(one);
    expect(problems.join()).not.toContain('s3cr3t');
  });
}

test('all that is wrong with all entries is told, in the order of the file', async () => {
  const problems = await problemsOf(
    withLine('pool', 'pool: 1') +
      withLine('name', 'name: b') +
      withLine('name', 'name: /').replace('q', '""'),
  );
  expect(problems.map((one) => one.split(' ').slice(0, 2).join(' '))).toEqual([
    '4: `pool`',
    '15: `name`',
    '18: `pool`',
  ]);
});

test('names are compared as file systems do, also that of an entry of which something else is wrong', async () => {
  const named = (name: string) => withLine('name', `name: ${name}`);
  expect(await problemsOf(named('ΑΣ') + named('ασ') + named('Gruß') + named('GRUSS'))).toEqual([
    '8: `name` is `ασ`, which differs from `ΑΣ` by its spelling alone; right would be one of its own.',
    '22: `name` is `GRUSS`, which differs from `Gruß` by its spelling alone; right would be one of its own.',
  ]);
  expect(await problemsOf(`${RIGHT}- name: EU-DE\n${RIGHT.replace(/^.*\n/, '').replace('q', '1')}`)).toEqual([
    '8: `name` is `EU-DE`, which differs from `eu-de` by its spelling alone; right would be one of its own.',
    '11: `pool` is `1`, which YAML reads as no text; right would be the same in quotes.',
  ]);
});

test('the members of the schema are those that sentences know', async () => {
  const { ENTRY_MEMBERS } = await import('../../src/app/targets/target-entry.ts');
  const schema = JSON.parse(
    readFileSync(new URL('../../schemas/targets.schema.json', import.meta.url), 'utf8'),
  );
  expect(Object.keys(ENTRY_MEMBERS)).toEqual(Object.keys(schema.items.properties));
});
