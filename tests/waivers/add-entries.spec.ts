import { expect } from '@playwright/test';
import fc from 'fast-check';
import * as yaml from 'yaml';
import { withEntries } from '../../src/app/waivers/add-entries.ts';
import type { Waiver } from '../../src/engine/model/waiver.ts';
import { nearestOf } from '../../src/engine/nearest.ts';
import { readWaivers } from '../../src/engine/verdict/read-waivers.ts';
import { test } from '../own-test.ts';

const ENTRY: Waiver = {
  requirement: 'delete.200.status',
  reason: 'It is: mended # soon.',
  until: '2026-03-31',
  approvedBy: 'A. Person',
  scope: 'host:8443',
  pool: 'pool-a',
  fingerprints: ['0123456789ab', '123456789012'],
  ticket: '0815',
  since: '2026-01-01',
};
const WRITTEN = `- requirement: delete.200.status
  reason: "It is: mended # soon."
  until: 2026-03-31
  approvedBy: A. Person
  scope: host:8443
  pool: pool-a
  fingerprints: [ '0123456789ab', '123456789012' ]
  ticket: "0815"
  since: 2026-01-01
`;
const OLD = `# of a ticket
-   requirement: delete.200.json   # why
    until: 2026-02-01
    approvedBy: 'B. Person'
    reason: >-
      It is
      mended.
`;

function input(text: string) {
  const known = ['delete.200.status', 'delete.200.json'];
  return { text, shown: '`w.yaml`', yaml, known, nearestOf, today: '2026-01-01', maxDays: 90 };
}

function added(text: string, ...entries: readonly Waiver[]): string {
  return withEntries(input(text), entries.length === 0 ? [ENTRY] : entries, yaml);
}

const indented = (text: string) => text.replaceAll(/^(?=.)/gm, '    ');

/** What stood there, and what stands there then: every byte of the old is kept where it is no list in brackets. */
const PUT_BEHIND: Readonly<Record<string, readonly [before: string, after: string]>> = {
  'an empty file': ['', WRITTEN],
  'comments alone': ['# none yet\n#\n# - requirement: a\n', `# none yet\n#\n# - requirement: a\n${WRITTEN}`],
  'a comment without an end of its line': ['# none yet', `# none yet\n${WRITTEN}`],
  'a mark of a document': ['---\n# none\n', `---\n# none\n${WRITTEN}`],
  'other waivers': [OLD, OLD + WRITTEN],
  'other waivers without an end of the last line': [OLD.trimEnd(), OLD + WRITTEN],
  'waivers that stand further in': [`---\n${indented(OLD)}`, `---\n${indented(OLD)}${indented(WRITTEN)}`],
  'comments behind the last one': [`${OLD}\n# the end\n`, `${OLD}\n# the end\n${WRITTEN}`],
  'the line ends of Windows': [OLD.replaceAll('\n', '\r\n'), (OLD + WRITTEN).replaceAll('\n', '\r\n')],
  'an empty list': ['# none\n[]\n# yet\n', `# none\n${WRITTEN}\n# yet\n`],
  'a null': ['null # none\n', `${WRITTEN}# none\n`],
};
for (const [what, [before, after]] of Object.entries(PUT_BEHIND)) {
  test(`a waiver is put behind ${what}`, () => {
    expect(added(before)).toBe(after);
  });
}

test('a list in brackets, or one that a mark ends, keeps its waivers and its comments', () => {
  const json = `# old\n[{"requirement":"delete.200.json","reason":"a","until":"2026-02-01","approvedBy":"b"}] # end\n`;
  for (const text of [json, `${OLD}...\n`, json.replaceAll('\n', '\r\n')]) {
    const after = added(text);
    expect(readWaivers(input(after))).toEqual([...readWaivers(input(text)), ENTRY]);
    for (const comment of text.match(/#[^\r\n]*/g) ?? []) expect(after).toContain(comment);
    expect(after.includes('\r\n')).toBe(text.includes('\r\n'));
  }
});

test('a waiver of what is waived already is refused, and so is a file that is wrong', () => {
  const at =
    /^`delete\.200\.status` is waived by line 2 of `w\.yaml` already; right would be to change what stands there\.$/;
  expect(() => added(`# head\n${WRITTEN}`)).toThrow(at);
  expect(() => added(`# head\n${WRITTEN}`, { ...ENTRY, fingerprints: ['123456789012'] })).toThrow(at);
  const other = added(WRITTEN, { ...ENTRY, fingerprints: ['cccccccccccc'] });
  expect(readWaivers(input(other))).toHaveLength(2);
  expect(() => added(OLD.replace('until', 'untill'))).toThrow(
    /^Line 2, column 5 of `w\.yaml`: .*\nLine 3, column 5 of `w\.yaml`: /,
  );
});

test('whatever a reason, a name or a ticket says, it is read as it was given', () => {
  const said = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => text.trim() !== '');
  const entry = fc.record({ reason: said, approvedBy: said, ticket: said });
  fc.assert(
    fc.property(entry, fc.constantFrom('', OLD, OLD.replaceAll('\n', '\r\n'), '[]'), (texts, before) => {
      const all = readWaivers(input(added(before, { ...ENTRY, ...texts })));
      expect(all.at(-1)).toEqual({ ...ENTRY, ...texts });
    }),
    { seed: 20_250_317, numRuns: 80 },
  );
});
