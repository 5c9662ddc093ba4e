import { expect } from '@playwright/test';
import * as yaml from 'yaml';
import { firstWaivers } from '../../src/app/init/waivers-example.ts';
import { requirements } from '../../src/engine/judge/requirements.ts';
import { nearestOf } from '../../src/engine/nearest.ts';
import { readWaivers } from '../../src/engine/verdict/read-waivers.ts';
import { blocksOf, read, sectionOf } from '../documents/documents.ts';
import { test } from '../own-test.ts';
import { given } from '../suites/modelarts-plugins/given.ts';

/** A day of an example stays what it is, and the days go on. */
const TODAY = '2026-12-01';
const MEMBERS = [
  'requirement',
  'reason',
  'until',
  'approvedBy',
  'scope',
  'pool',
  'fingerprints',
  'ticket',
  'since',
];

function membersOf(text: string): readonly string[] {
  const known = requirements(given).map(({ id }) => id);
  const read = readWaivers({ text, shown: 'it', yaml, known, nearestOf, today: TODAY, maxDays: 90 });
  return read.flatMap((waiver) => Object.keys(waiver));
}

test('the example of `init` is right once it is no comment any more, and has every member', () => {
  const example = firstWaivers(new Date(`${TODAY}T23:59:59Z`));
  expect(membersOf(example)).toEqual([]);
  expect(membersOf(example.replaceAll(/^# (?=- | {2})/gm, ''))).toEqual(MEMBERS);
});

test('the entry that docs/as-a-gate.md shows is right, and its table has every member', () => {
  const section = sectionOf(read('docs/as-a-gate.md'), 'Waive a violation for a time');
  const shown = blocksOf(section).find(({ language }) => language === 'yaml')?.text ?? '';
  expect(membersOf(`${shown}\n`)).toEqual(MEMBERS);
  for (const member of MEMBERS) expect(section).toMatch(new RegExp(`^\\| .*\`${member}\`.* \\| `, 'm'));
});
