import { expect } from '@playwright/test';
import { withoutCommands } from '../../src/engine/report/agent-commands.ts';
import { inert, inertLine, shownText } from '../../src/engine/report/inert.ts';
import { test } from '../own-test.ts';

for (const [text, shown] of [
  ['a ##vso[task.complete]b', 'a #\\u0023vso[task.complete]b'],
  ['##[error]a ###[b', '#\\u0023[error]a ##\\u0023[b'],
  ['##TeamCity[a', '#\\u0023TeamCity[a'],
  ['::error::a', '\\u003a:error::a'],
  ['a\n \t\u00a0::error::a\n::b', 'a\n \t\u00a0\\u003a:error::a\n\\u003a:b'],
  ['a section_start:1:b', 'a section_start\\u003a1:b'],
  ['travis_fold:start', 'travis_fold\\u003astart'],
  ['RUNDECK:DATA:a=b', 'RUNDECK\\u003aDATA:a=b'],
  ['SPINNAKER_PROPERTY_A=b', 'SPINNAKER\\u005fPROPERTY_A=b'],
  ['--- a\n+++ a\n~~~ a\n^^^ +++', '\\u002d-- a\n\\u002b++ a\n\\u007e~~ a\n\\u005e^^ +++'],
  ['<0>a', '\\u003c0>a'],
  ['[[ATTACHMENT|/a]] [[[attachment|', '[\\u005bATTACHMENT|/a]] [[\\u005battachment|'],
] as const) {
  test(`what an agent acts on is broken up: ${JSON.stringify(text)}`, () => {
    expect(withoutCommands(text)).toBe(shown);
    expect(withoutCommands(shown)).toBe(shown);
  });
}

for (const text of [
  'a::b',
  'http://[::1]:80',
  '# a [b]',
  '## a [b](c)',
  '#[a]',
  'a --- b',
  '---',
  '<8>',
  'section_start',
  'a_b',
  '[[attachment]] [attachment|a]',
]) {
  test(`what no agent acts on stays as it is: ${text}`, () => {
    expect(withoutCommands(text)).toBe(text);
  });
}

test('a text of many lines keeps them, one of a line keeps none, and neither holds a command or a code', () => {
  expect(inert('a\n::b\u001b[1m\r')).toBe('a\n\\u003a:b\\u001b[1m\\r');
  expect(inertLine('a\n::b')).toBe('a\\n::b');
  expect(shownText(`##[${'a'.repeat(700)}`)).toMatch(/^#\\u0023\[a+… \(703 characters\)$/);
});
