import { expect } from '@playwright/test';
import { parse } from 'dotenv';
import { dotenvProblems } from '../../src/app/settings/dotenv-lines.ts';
import { firstDotenv, writtenLine } from '../../src/app/settings/first-dotenv.ts';
import { isPlaceholder } from '../../src/app/settings/needed.ts';
import { settingsTable } from '../../src/suites/modelarts-plugins/settings/table.ts';
import { test } from '../own-test.ts';
import { LIVE, problemsOf } from './read.ts';

const STILL = 'still the placeholder that `conformance init` wrote into `.env`';
const { MODELARTS_AUTH_TOKEN = '', ...NEEDED } = LIVE;

test('the `.env` of a beginning names every setting after its sentence, and nothing in it is neither read nor a comment', () => {
  const text = firstDotenv({});
  for (const { name, meaning } of settingsTable) {
    expect(
      text.split('\n\n').filter((part) => part.startsWith(`# ${meaning}\n`) && part.includes(`${name}=`)),
    ).toHaveLength(1);
  }
  expect(dotenvProblems(text)).toEqual([]);
  const read = parse(text);
  expect(Object.keys(read)).toEqual(Object.keys(NEEDED));
  expect(Object.values(read).filter((value) => !isPlaceholder(value))).toEqual([]);
});

test('each placeholder is told by its name, until it is filled in, and no run tests the mock meanwhile', () => {
  const told = (dotenv: string) =>
    problemsOf({}, { dotenv })
      .filter((problem) => problem.includes(STILL))
      .map((problem) => problem.split('`')[1]);
  const filled: Record<string, string> = {};
  for (const [name, value] of Object.entries(NEEDED)) {
    expect(told(firstDotenv(filled))).toEqual(Object.keys(NEEDED).filter((one) => filled[one] === undefined));
    filled[name] = value;
  }
  expect(told(firstDotenv(filled))).toEqual([]);
  expect(problemsOf({}, { dotenv: firstDotenv(filled) })).toEqual([
    expect.stringMatching(/^No way to authenticate/),
  ]);
  expect(problemsOf({ MODELARTS_AUTH_TOKEN }, { dotenv: firstDotenv(filled) })).toEqual([]);
});

test('a placeholder counts in an environment that was made from the file too, and where half of it was changed', () => {
  for (const value of ['<fill in>', ' <fill in, e.g. x>', '<fill in pool-1>', '<fill in']) {
    for (const name of Object.keys(NEEDED)) {
      const problems = problemsOf({ ...LIVE, [name]: value });
      expect([name, problems]).toEqual([
        name,
        [expect.stringMatching(`^\`${name}\` is ${STILL}; right would be `)],
      ]);
    }
  }
});

test('what a real variable hides is no placeholder, the mock by name asks for none, a plan for no arming, and markup is a name', () => {
  const dotenv = firstDotenv({});
  expect(problemsOf(LIVE, { dotenv })).toEqual([]);
  expect(problemsOf({}, { dotenv, commandLine: { mock: true } })).toEqual([]);
  const { MODELARTS_ALLOW_DELETE: _, ...unarmed } = LIVE;
  expect(problemsOf(unarmed, { dotenv, commandLine: { plan: true } })).toEqual([]);
  expect(problemsOf(unarmed, { dotenv })).toEqual([
    expect.stringMatching(/right would be `modelarts\.eu-de\.example\.com`/),
  ]);
  expect(problemsOf({ ...LIVE, MODELARTS_POOL_NAME: '<img src=x onerror=alert(1)>' })).toEqual([]);
});

test('what was answered is read as it was, whatever it holds', () => {
  for (const value of [
    'pool-1',
    'a b',
    'a#b',
    'a # b',
    "it's",
    '"quoted"',
    '`a`',
    `'"`,
    '$HOME',
    '$(id)',
    'a=b',
    '插件',
    '=',
    'export A=b',
  ]) {
    const line = writtenLine('MODELARTS_POOL_NAME', value) ?? '';
    const dotenv = firstDotenv({ MODELARTS_POOL_NAME: value });
    expect([dotenvProblems(dotenv), parse(dotenv)['MODELARTS_POOL_NAME']]).toEqual([[], value]);
    expect(dotenv).toContain(`\n${line}\n`);
  }
  expect(writtenLine('MODELARTS_POOL_NAME', '\'"`')).toBeNull();
});
