import { expect } from '@playwright/test';
import { GuardError } from '../../src/lifecycle/guard-error.ts';
import { guardPath } from '../../src/suites/modelarts-plugins/guard.ts';
import { pluginPath } from '../../src/suites/modelarts-plugins/paths.ts';
import { test } from '../own-test.ts';
import { LIVE, problemsOf } from './read.ts';

/** What a gateway may fold into a name that addresses something else; `\u{…}` where it cannot be seen. */
const FOLDED = [
  ...[
    '．．',
    '．',
    '.．',
    '‥',
    '․․',
    '․',
    '﹒﹒',
    '.\u{200b}.',
    '\u{200b}..',
    '.\u{ad}',
    '\u{2060}.\u{2060}.',
  ],
  ...[
    '.\u{fe0f}.',
    '\u{202e}..\u{202c}',
    '.\u{e0001}.',
    '.\u{e0020}.',
    '.\u{34f}.',
    '․\u{feff}.',
    '. .',
    '.\u{2800}.',
  ],
  ...['\u{200b}', '\u{ad}\u{2060}', '\u{3164}', '\u{ffa0}', '\u{115f}', '\u{e007f}', '\u{180e}', '\u{2800}'],
  ...[
    'a／b',
    'a＼b',
    'a﹨b',
    'a？b',
    'a＃b',
    'a﹟b',
    'a；b',
    'a\u{37e}b',
    '％２ｅ％２ｅ',
    'a﹪b',
    '℀',
    'a⁇b',
    '．．／a',
  ],
];

for (const setting of ['MODELARTS_PROJECT_ID', 'MODELARTS_POOL_NAME', 'MODELARTS_TEMPLATE_NAME'] as const) {
  test(`\`${setting}\` cannot be what folds into a name of something else`, () => {
    for (const name of FOLDED) {
      const problems = problemsOf({ ...LIVE, [setting]: name });
      expect([name, problems]).toEqual([name, [expect.stringMatching(`^\`${setting}\` is `)]]);
    }
  });
}

test('what folds into a name of something else is told as what it becomes, and what cannot be seen is written out', () => {
  expect(problemsOf({ ...LIVE, MODELARTS_TEMPLATE_NAME: '.\u{200b}.' })).toEqual([
    '`MODELARTS_TEMPLATE_NAME` is `.\\u{200b}.`, which a gateway may fold into `..`, which a path resolves to another resource; right would be the name alone.',
  ]);
  expect(problemsOf({ ...LIVE, MODELARTS_POOL_NAME: 'a／b' })).toEqual([
    '`MODELARTS_POOL_NAME` is `a／b`, which a gateway may fold into `a/b`, which has `/` and would address another resource; right would be the name alone.',
  ]);
  expect(problemsOf({ ...LIVE, MODELARTS_POOL_NAME: '\u{ad}' })).toEqual([
    '`MODELARTS_POOL_NAME` is `\\u{ad}`, which holds nothing but invisible characters; right would be the name alone.',
  ]);
});

test('names in any script, with blanks and with dots in them are names', () => {
  for (const name of ['узел-днс', '节点', 'é', 'a b', 'a..b', '...', '…', 'ｆｕｌｌ', 'a\u{301}', '½']) {
    expect([name, problemsOf({ ...LIVE, MODELARTS_TEMPLATE_NAME: name })]).toEqual([name, []]);
  }
});

test('nothing is sent to a path with such a name, encoded once or twice', () => {
  const own = { project: 'p', collection: 'a', item: 'b' };
  // A name that ends in a percent sign is one that the suite asks for itself.
  for (const name of FOLDED.filter((one) => one !== 'a﹪b')) {
    for (const templateName of [name, encodeURIComponent(name)]) {
      for (const names of [
        { ...own, item: templateName },
        { ...own, collection: templateName },
        { ...own, project: templateName },
      ]) {
        expect(() => guardPath(pluginPath('', names), ''), templateName).toThrow(GuardError);
      }
    }
  }
});

test('odd names that fold into no other stay possible', () => {
  const own = { project: 'p', collection: 'a', item: 'b' };
  for (const templateName of [
    'no such "plug-in" <é>',
    'Not_A_Name!',
    'node-local-dn%',
    'a b',
    'b\u{200b}',
    '...',
  ]) {
    guardPath(pluginPath('', { ...own, item: templateName }), '');
  }
});
