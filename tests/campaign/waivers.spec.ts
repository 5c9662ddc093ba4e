import { writeFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { test } from '../own-test.ts';
import { dayFromNow } from '../verdict/days-from-now.ts';
import { run } from './run.ts';

const waiver = (until: string) => `
- requirement: delete.200.body.status.phase
  reason: The next release has it.
  until: ${until}
  approvedBy: A. Person
`;

async function runWaiving(until: string) {
  const file = test.info().outputPath('known.yaml');
  writeFileSync(file, waiver(until));
  return (await run({ CONFORMANCE_WAIVERS: file }, { deviation: 'missing-phase' })).input.report;
}

test('a violation that a valid waiver names is waived, and never shown as plain green', async () => {
  const report = await runWaiving(dayFromNow(30));
  expect(report.verdict).toBe('conformant-with-waivers');
  expect(report.counts).toMatchObject({ failed: 0, waived: 1 });
});

test('an expired waiver is not applied, and the report says so', async () => {
  const report = await runWaiving('2020-01-01');
  expect(report.verdict).toBe('non-conformant');
  expect(report.notes.map(({ message }) => message)).toEqual([
    'The waiver for `delete.200.body.status.phase` expired on 2020-01-01 and was not applied. A. Person approved it.',
  ]);
});
