import { expect } from '@playwright/test';
import * as yaml from 'yaml';
import { nearestOf } from '../../src/engine/nearest.ts';
import { readPlacedWaivers, readWaivers } from '../../src/engine/verdict/read-waivers.ts';
import { WaiversError } from '../../src/engine/verdict/waivers-error.ts';
import { test } from '../own-test.ts';

const INPUT = {
  ...{ shown: '`w.yaml`', yaml, nearestOf, today: '2026-01-01', maxDays: 90 },
  known: ['delete.200.status', 'delete.200.json'],
};
const WAIVER = `- requirement: delete.200.status
  reason: Answers 202 until the next release.
  until: 2026-03-31
  approvedBy: A. Person
`;
const ALL = `${WAIVER}  scope: host:8443
  pool: pool-a
  fingerprints: [0123456789ab, '123456789012']
  ticket: OPS-7
  since: 2025-12-01
`;

function read(text: string) {
  return readWaivers({ ...INPUT, text });
}

/** What is wrong with a file, line by line. */
function problemsOf(text: string): readonly string[] {
  try {
    read(text);
  } catch (error) {
    if (error instanceof WaiversError) return error.problems;
    throw error;
  }
  return [];
}

test('a waiver is read with all its members, and its line', () => {
  const bare = {
    requirement: 'delete.200.status',
    reason: 'Answers 202 until the next release.',
    until: '2026-03-31',
    approvedBy: 'A. Person',
  };
  const all = {
    ...bare,
    ...{ scope: 'host:8443', pool: 'pool-a', fingerprints: ['0123456789ab', '123456789012'] },
    ...{ ticket: 'OPS-7', since: '2025-12-01' },
  };
  expect(read(WAIVER)).toEqual([bare]);
  expect(read(ALL)).toEqual([all]);
  expect(read(ALL.replaceAll('\n', '\r\n'))).toEqual([all]);
  expect(readPlacedWaivers({ ...INPUT, text: `# head\n\n${WAIVER}# of another\n${ALL}` })).toEqual([
    { waiver: bare, line: 3 },
    { waiver: all, line: 8 },
  ]);
  expect(read(JSON.stringify([bare]))).toEqual([bare]);
});

for (const text of ['', '\n \n', '# none by now\n', '---\n', '---\n# none\n...\n', 'null', '~', '[]']) {
  test(`${JSON.stringify(text)} holds no waivers`, () => {
    expect(read(text)).toEqual([]);
  });
}

/** The file with a change, and what is told of it, with its line and column. */
const BROKEN: readonly (readonly [title: string, text: string, ...told: readonly unknown[]])[] = [
  [
    'no YAML',
    '- [',
    'Line 1, column 4 of `w.yaml`: this is no YAML that can be read: Flow sequence in block collection must be sufficiently indented and end with a ].',
  ],
  [
    'a member twice',
    `${WAIVER}  reason: b\n`,
    'Line 5, column 3 of `w.yaml`: this is no YAML that can be read: Map keys must be unique.',
  ],
  [
    'a second document',
    `${WAIVER}---\n${WAIVER}`,
    'Line 5, column 1 of `w.yaml`: this is no YAML that can be read: A second document begins.',
  ],
  [
    'an alias of nothing',
    '- *a\n',
    'The aliases of `w.yaml` cannot be followed; right would be all of it written out, without `*`.',
  ],
  [
    'a map',
    '# head\na: 1',
    'Line 2, column 1 of `w.yaml`: The file holds a map; right would be a list of waivers, each of which begins with `- requirement:`, or nothing.',
  ],
  [
    'a list of texts',
    '- delete.200.status\n',
    'Line 1, column 3 of `w.yaml`: The waiver is `"delete.200.status"`, a single value; right would be members, of which `requirement` is one.',
  ],
  [
    'an unknown member',
    `${WAIVER}  approvedby: B\n`,
    'Line 5, column 3 of `w.yaml`: `"approvedby"` is no member of a waiver; right would be `approvedBy`.',
  ],
  [
    'a far member',
    `${WAIVER}  colour: red\n`,
    'Line 5, column 3 of `w.yaml`: `"colour"` is no member of a waiver; right would be one of `requirement`, `reason`, `until`, `approvedBy`, `scope`, `pool`, `fingerprints`, `ticket`, `since`.',
  ],
  [
    'no reason',
    WAIVER.replace(/ {2}reason.*\n/, ''),
    'Line 1, column 3 of `w.yaml`: The waiver has no `reason`; right would be a text that says why it may fail.',
  ],
  [
    'an empty reason',
    WAIVER.replace(/reason:.*/, 'reason: " "'),
    'Line 2, column 11 of `w.yaml`: `reason` is `" "`, which says nothing; right would be a text that says why it may fail.',
  ],
  [
    'a number for a ticket',
    `${WAIVER}  ticket: 0815\n`,
    'Line 5, column 11 of `w.yaml`: `ticket` is `815`, which YAML reads as no text; right would be the same in quotes.',
  ],
  [
    'a list for a text',
    `${WAIVER}  pool: [a]\n`,
    'Line 5, column 9 of `w.yaml`: `pool` is a list; right would be a name, as the settings have it.',
  ],
  [
    'a text for a list',
    `${WAIVER}  fingerprints: 0123456789ab\n`,
    'Line 5, column 17 of `w.yaml`: `fingerprints` is `"0123456789ab"`, a single value; right would be a list of them, as `conformance.json` has them.',
  ],
  [
    'no fingerprint in their list',
    `${WAIVER}  fingerprints: []\n`,
    'Line 5, column 17 of `w.yaml`: `fingerprints` is empty; right would be a list of them, as `conformance.json` has them, or no such member.',
  ],
  [
    'fingerprints that are none',
    `${WAIVER}  fingerprints: [0123456789AB, 123456789012]\n`,
    'Line 5, column 18 of `w.yaml`: The fingerprint is `"0123456789AB"`, which is no fingerprint; right would be 12 digits from 0 to 9 and a to f, as `conformance.json` has them.',
    'Line 5, column 32 of `w.yaml`: The fingerprint is `123456789012`, which YAML reads as a number; right would be the same in quotes.',
  ],
  [
    'a fingerprint twice',
    `${WAIVER}  fingerprints: [aaaaaaaaaaaa, aaaaaaaaaaaa]\n`,
    'Line 5, column 32 of `w.yaml`: This fingerprint stands there twice; right would be once.',
  ],
  ...['2026-02-30', '30.11.2026', '2026-3-31', '2026', '', 'null', 'soon', '2026-03-31T00:00:00Z'].map(
    (day) =>
      [
        `${day || 'an empty text'} for a day`,
        WAIVER.replace('2026-03-31', day),
        expect.stringMatching(
          /^Line 3, column \d+ of `w\.yaml`: `until` is `[^`]+`, which is no day; right would be e\.g\. `2026-01-31`\.$/,
        ),
      ] as const,
  ),
  [
    'a day that is too far',
    WAIVER.replace('2026-03-31', '2026-04-02'),
    'Line 3, column 10 of `w.yaml`: `until` is `2026-04-02`, which is 91 days ahead; right would be `2026-04-01` or earlier, at most 90 days from today (`CONFORMANCE_WAIVER_MAX_DAYS`).',
  ],
  [
    'a first day after the last',
    `${WAIVER}  since: 2026-04-01\n`,
    'Line 5, column 10 of `w.yaml`: `since` is `2026-04-01`, which is after `until`; right would be `2026-03-31` or earlier.',
  ],
  [
    'an unknown requirement',
    WAIVER.replace('status', 'statu'),
    'Line 1, column 16 of `w.yaml`: `delete.200.statu` is no requirement; the nearest known one is `delete.200.status`.',
  ],
  [
    'a far requirement',
    WAIVER.replace('delete.200.status', 'show.colour'),
    'Line 1, column 16 of `w.yaml`: `show.colour` is no requirement; `conformance explain` lists all.',
  ],
  [
    'the same waiver twice',
    WAIVER + WAIVER,
    'Line 5, column 3 of `w.yaml`: This waives what the waiver in line 1 waives; right would be one of them.',
  ],
  [
    'a common fingerprint',
    `${WAIVER}  fingerprints: [aaaaaaaaaaaa, bbbbbbbbbbbb]\n${WAIVER}  fingerprints: [bbbbbbbbbbbb]\n`,
    'Line 6, column 3 of `w.yaml`: This waives what the waiver in line 1 waives; right would be one of them.',
  ],
  [
    'several things',
    `- requirement: 5\n  until: 2027-01-01\n${WAIVER.replace('status', 'statu')}  when: 1\n`,
    'Line 1, column 3 of `w.yaml`: The waiver has no `reason`; right would be a text that says why it may fail.',
    'Line 1, column 3 of `w.yaml`: The waiver has no `approvedBy`; right would be the name of who answers for it.',
    expect.stringMatching(/^Line 1, column 16 of `w\.yaml`: `requirement` is /),
    expect.stringMatching(
      /^Line 2, column 10 of `w\.yaml`: `until` is `2027-01-01`, which is 365 days ahead; /,
    ),
    expect.stringMatching(/^Line 3, column 16 of `w\.yaml`: `delete\.200\.statu` is no requirement; /),
    expect.stringMatching(/^Line 7, column 3 of `w\.yaml`: `"when"` is no member of a waiver; /),
  ],
];
for (const [title, text, ...told] of BROKEN) {
  test(`${title} is told with its place and what would be right`, () => {
    expect(problemsOf(text)).toEqual(told);
  });
}

for (const [what, members] of Object.entries({
  'another scope': ['scope: a', 'scope: b'],
  'another pool': ['pool: a', 'pool: b'],
  'a scope and none': ['scope: a', 'ticket: a'],
  'fingerprints and none': ['fingerprints: [aaaaaaaaaaaa]', 'ticket: a'],
  'other fingerprints': ['fingerprints: [aaaaaaaaaaaa]', 'fingerprints: [bbbbbbbbbbbb]'],
})) {
  test(`two waivers of a requirement with ${what} are no duplicates`, () => {
    expect(problemsOf(members.map((member) => `${WAIVER}  ${member}\n`).join(''))).toEqual([]);
  });
}

test('as many days ahead as the setting allows are allowed, and a day that is over is no error', () => {
  expect(problemsOf(WAIVER.replace('2026-03-31', '2026-04-01'))).toEqual([]);
  expect(problemsOf(WAIVER.replace('2026-03-31', '2020-01-01'))).toEqual([]);
});

test('of a file with very many mistakes some are told, and how many more there are', () => {
  const problems = problemsOf('- a\n'.repeat(60));
  expect([problems.length, problems.at(-1)]).toEqual([51, '10 more are wrong there.']);
});
