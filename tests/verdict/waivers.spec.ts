import { expect } from '@playwright/test';
import { parse } from 'yaml';
import { nearestOf } from '../../src/engine/nearest.ts';
import { applyWaivers, onDay, readWaivers, WaiversError } from '../../src/engine/verdict/waivers.ts';
import { test } from '../own-test.ts';
import { judged } from './requirement.ts';

const known = ['delete.200.status', 'delete.200.json'];
const WAIVER = `
- requirement: delete.200.status
  reason: Answers 202 until the next release.
  until: 2026-03-31
  approvedBy: A. Person
`;

function read(text: string) {
  return readWaivers({ text, parse, known, nearestOf });
}

test('a waiver holds to the end of its day', () => {
  expect(read(WAIVER)).toEqual([
    {
      requirement: 'delete.200.status',
      reason: 'Answers 202 until the next release.',
      until: '2026-03-31',
      approvedBy: 'A. Person',
    },
  ]);
  expect(onDay(read(WAIVER), '2026-03-31')).toEqual({ valid: read(WAIVER), expired: [] });
  expect(onDay(read(WAIVER), '2026-04-01')).toEqual({ valid: [], expired: read(WAIVER) });
});

const BROKEN: readonly (readonly [title: string, text: string, sentence: RegExp])[] = [
  ['no YAML', '- [', /^The waivers are no YAML: .*\.$/],
  ['a map', 'a: 1', /do not fit their schema at ``: must be array\./],
  ['a member too many', `${WAIVER}  why: no\n`, /\(`why`\)/],
  ['no reason', WAIVER.replace(/ {2}reason.*\n/, ''), /`\/0`: .*'reason'/],
  ['an empty reason', WAIVER.replace(/reason.*/, 'reason: " "'), /\/0\/reason/],
  ...['2026-02-30', '30.11.2026', '2026-3-31', '2026', '', 'null', 'soon', '2026-03-31T00:00:00Z'].map(
    (day) =>
      [
        `${day || 'an empty text'} for a day`,
        WAIVER.replace('2026-03-31', day),
        /^`until` of waiver 1 of the waivers is `[^`]+`, which is no day; right would be e\.g\. `2027-03-31`\.$/,
      ] as const,
  ),
  [
    'an unknown requirement',
    WAIVER.replace('status', 'statu'),
    /the nearest known one is `delete.200.status`/,
  ],
  [
    'a far requirement',
    WAIVER.replace('delete.200.status', 'show.colour'),
    /; `conformance explain` lists all\.$/,
  ],
];

for (const text of ['', '\n \n', '# none by now\n', '---\n', '---\n# none\n...\n', 'null', '~', '[]']) {
  test(`${JSON.stringify(text)} holds no waivers`, () => {
    expect(read(text)).toEqual([]);
  });
}

for (const [title, text, sentence] of BROKEN) {
  test(`${title} is an error with a sentence`, () => {
    expect(() => read(text)).toThrow(WaiversError);
    expect(() => read(text)).toThrow(sentence);
  });
}

test('a waiver turns a failure into waived, hides no finding and touches nothing else', () => {
  const failed = judged('delete.200.status', 'failed');
  const other = judged('delete.200.json', 'failed');
  const [waived, untouched] = applyWaivers([failed, other], read(WAIVER), 'host');
  expect(waived).toEqual({
    ...failed,
    outcome: 'waived',
    because: { reason: 'A. Person waived it until 2026-03-31: Answers 202 until the next release.' },
    waiver: 'Answers 202 until the next release.',
  });
  expect(untouched).toEqual(other);
  for (const outcome of ['passed', 'drift', 'inconclusive', 'not-observed'] as const) {
    const one = judged('delete.200.status', outcome);
    expect(applyWaivers([one], read(WAIVER), 'host')).toEqual([one]);
  }
});

test('a waiver with a scope holds for that host alone', () => {
  const waivers = read(`${WAIVER}  scope: host.example:8443\n`);
  const failed = [judged('delete.200.status', 'failed')];
  expect(applyWaivers(failed, waivers, 'host.example:8443')[0]?.outcome).toBe('waived');
  expect(applyWaivers(failed, waivers, 'host.example')[0]?.outcome).toBe('failed');
});
