import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { test } from '../own-test.ts';
import { isStoodFor, longIf, slowIf } from '../slow.ts';
import { dayFromNow } from '../verdict/days-from-now.ts';
import { conformance, type Ended } from './command.ts';

const DAY = dayFromNow(30);
const WAIVER = [
  '# of a ticket',
  '- requirement: delete.200.body.status.phase',
  '  reason: It is mended soon.',
  `  until: ${DAY}`,
  '  approvedBy: A. Person',
  '',
].join('\n');

function place(): string {
  return test.info().outputPath('waivers.yaml');
}

/** A run against a mock that breaks what is waived. */
function run(environment: Readonly<Record<string, string>> = {}): Promise<Ended> {
  return conformance(['run', '--mock', '--deviation', 'missing-phase', '--runner', 'direct'], environment);
}

const READ: readonly (readonly [what: string, content: string])[] = [
  ['as it is usually written', WAIVER],
  ['with a byte order mark', `\uFEFF${WAIVER}`],
  ['with a byte order mark and no comment', `\uFEFF${WAIVER.replace(/^.*\n/, '')}`],
  ['with the line ends of Windows', `\uFEFF${WAIVER.replaceAll('\n', '\r\n')}`],
];
for (const [at, [what, content]] of READ.entries()) {
  test(`a \`waivers.yaml\` ${what} is read${slowIf(at > 0)}`, async () => {
    writeFileSync(place(), content);
    const { code, stdout } = await run();
    expect([code, stdout]).toEqual([0, expect.stringContaining('CONFORMANT WITH WAIVERS')]);
  });
}

for (const content of ['', '\uFEFF', '# none\n', '---\n', '\uFEFF---\r\n# none\r\n', 'null\n', '[]']) {
  test(`a \`waivers.yaml\` of ${JSON.stringify(content)} holds none${slowIf(content !== '')}`, async () => {
    writeFileSync(place(), content);
    const { code, stderr } = await run();
    expect([code, stderr]).toEqual([1, '']);
  });
}

const ODD: readonly (readonly [what: string, write: (file: string) => void, sentence: RegExp])[] = [
  ['in UTF-16', (file) => writeFileSync(file, `\uFEFF${WAIVER}`, 'utf16le'), /no UTF-8/],
  ['in UTF-16 without a mark', (file) => writeFileSync(file, WAIVER, 'utf16le'), /Line 1 .*no UTF-8/],
  [
    'in Latin-1',
    (file) => writeFileSync(file, WAIVER.replace('soon', 'sp\u00e4ter'), 'latin1'),
    /Line 3 .*no UTF-8/,
  ],
  ['that is a folder', (file) => mkdirSync(file), /`waivers\.yaml` is no file that can be read/],
  [
    'that is a link to nothing',
    (file) => symlinkSync('nowhere', file),
    /`waivers\.yaml` is no file that can be read/,
  ],
  [
    'with a tab',
    (file) => writeFileSync(file, WAIVER.replace('  until', '\tuntil')),
    /^Line 4, column \d of `waivers\.yaml`: this is no YAML that can be read: /,
  ],
  [
    'with a key twice',
    (file) => writeFileSync(file, `${WAIVER}  reason: b\n`),
    /^Line 6, column 3 of `waivers\.yaml`: this is no YAML .*unique\.$/,
  ],
  [
    'with two documents',
    (file) => writeFileSync(file, `${WAIVER}---\n${WAIVER}`),
    /^Line 6, column 1 of `waivers\.yaml`: this is no YAML .*: A second document begins\.$/,
  ],
  [
    'with a day that is too far',
    (file) => writeFileSync(file, WAIVER.replace(DAY, dayFromNow(91))),
    /^Line 4, column 10 of `waivers\.yaml`: `until` is .* 91 days ahead; right would be .*`CONFORMANCE_WAIVER_MAX_DAYS`/,
  ],
  [
    'with no such day',
    (file) => writeFileSync(file, WAIVER.replace(DAY, '2027-02-30')),
    /`until` is `"2027-02-30"`, which is no day; right would be e\.g\. `[-\d]{10}`\.$/,
  ],
];
for (const [at, [what, write, sentence]] of ODD.entries()) {
  test(`a \`waivers.yaml\` ${what} ends a direct run in exit 2 and one sentence${slowIf(isStoodFor(at))}`, async () => {
    write(place());
    await expectRefused('direct', what, sentence);
  });
}

for (const isAlike of [false, true]) {
  const odd = ODD.filter((_, at) => isAlike === at > 0);
  test(`a \`waivers.yaml\` ${odd.map(([what]) => what).join(', or ')} ends a playwright run in exit 2 and one sentence${longIf(isAlike)}`, async () => {
    for (const [what, write, sentence] of odd) {
      rmSync(place(), { force: true, recursive: true });
      write(place());
      await expectRefused('playwright', what, sentence);
    }
  });
}

async function expectRefused(runner: string, what: string, sentence: RegExp): Promise<void> {
  const { code, stdout, stderr } = await conformance(['run', '--mock', '--runner', runner]);
  expect([what, code, stdout, stderr.trim()]).toEqual([what, 2, '', expect.stringMatching(sentence)]);
  expect(stderr.trim().split('\n')).toHaveLength(1);
}
