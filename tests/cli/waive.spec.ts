import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import type { JudgedRequirement } from '../../src/engine/model/report.ts';
import { reportJson } from '../../src/engine/report/json.ts';
import { reportedPlugins } from '../../src/suites/modelarts-plugins/suite.ts';
import { test } from '../own-test.ts';
import { reported } from '../report/reported.ts';
import { reportOf, SAMPLE } from '../report/sample.ts';
import { dayFromNow } from '../verdict/days-from-now.ts';
import { judged } from '../verdict/requirement.ts';
import { conformance, type Ended } from './command.ts';

const ID = 'delete.200.body.status.phase';
const FINGERPRINT = '0123456789ab';

const place = () => test.info().outputPath('waivers.yaml');

/** Leaves the report of a run at a live endpoint, in which one requirement failed. */
function leaveReport(mock = false): void {
  const failed: JudgedRequirement = {
    ...judged(ID, 'failed'),
    findings: [reported({ kind: 'violation', message: 'It is missing.', fingerprint: FINGERPRINT })],
  };
  const report = reportOf([failed, judged('delete.200.json', 'passed')], {
    target: { ...SAMPLE.report.target, endpoint: 'https://live.example:8443', collection: 'pool-a', mock },
  });
  mkdirSync(test.info().outputPath('reports'));
  const file = test.info().outputPath('reports', 'conformance.json');
  writeFileSync(file, reportJson({ ...SAMPLE, suite: reportedPlugins, report }));
}

function waive(until: string, ...args: readonly string[]): Promise<Ended> {
  const said = ['--reason', 'Mended soon.', '--until', until, '--approved-by', 'A. Person'];
  return conformance(['waive', ...args, ...said]);
}

test('what failed in the last run is waived by a command, which another one finds right', async () => {
  leaveReport();
  writeFileSync(place(), '# ours\n');
  const until = dayFromNow(30);
  const { code, stdout, stderr } = await waive(until, '--all', '--ticket', 'OPS-7');
  expect([code, stderr]).toEqual([0, '']);
  const told = `A. Person, since ${dayFromNow(0)} until ${until}, ticket OPS-7, at live.example:8443, pool pool-a`;
  expect(stdout).toBe(`Wrote 1 waiver to \`waivers.yaml\`:\n  ${ID}  ${told}\n`);
  expect(readFileSync(place(), 'utf8')).toMatch(/^# ours\n- requirement: delete\.200\.body\.status\.phase\n/);
  // Whatever target is set: none is needed.
  const checked = await conformance(['waivers', 'check'], { MODELARTS_POOL_NAME: 'pool-a' });
  expect([checked.code, checked.stderr]).toEqual([0, '']);
  expect(checked.stdout).toBe(
    `  ${ID} (line 2): 30 days left, until ${until}\n    ${told}, fingerprints ${FINGERPRINT}\n\`waivers.yaml\` holds 1 waiver; nothing is wrong with it.\n`,
  );
});

test('what cannot be waived is refused, all of it at once, and nothing is written @slow', async () => {
  leaveReport();
  const far = await waive(dayFromNow(91), ID, '--all', '--ticket', ' ');
  expect([far.code, far.stdout]).toEqual([2, '']);
  expect(far.stderr.trim().split('\n')).toEqual([
    '`--all` is given beside the ids of requirements; right would be one of both.',
    '`--ticket` says nothing; right would be a text.',
    expect.stringMatching(/^`--until` is `.*`, which is 91 days ahead; right would be /),
  ]);
  const over = await waive(dayFromNow(-1));
  expect(over.stderr.trim().split('\n')).toEqual([
    'No requirement is named; right would be the ids of some that failed, or `--all`.',
    expect.stringMatching(/^`--until` is `.*`, which is over; right would be `.*` or later\.$/),
  ]);
  const odd = await waive(dayFromNow(1), 'delete.200.body.status.phas', 'delete.200.json');
  expect([odd.code, odd.stderr.trim().split('\n')]).toEqual([
    2,
    [
      `\`delete.200.body.status.phas\` is no requirement; the nearest known one is \`${ID}\`.`,
      '`delete.200.json` did not fail in the last run (passed); right would be one that did.',
    ],
  ]);
  expect(existsSync(place())).toBe(false);
});

test('without a report, or with one of a mock, nothing is waived @slow', async () => {
  const none = await waive(dayFromNow(1), ID);
  expect([none.code, none.stderr]).toEqual([
    2,
    expect.stringMatching(/^`reports\/conformance\.json` is not there; right would be /),
  ]);
  leaveReport(true);
  const mock = await waive(dayFromNow(1), ID);
  expect([mock.code, mock.stderr]).toEqual([2, expect.stringMatching(/^The last run was against a mock, /)]);
  writeFileSync(test.info().outputPath('reports', 'conformance.json'), '{}');
  const old = await waive(dayFromNow(1), ID);
  expect([old.code, old.stderr]).toEqual([
    2,
    expect.stringMatching(/^`reports\/conformance\.json` has no number as its `formatVersion`, /),
  ]);
  expect(existsSync(place())).toBe(false);
});

test('waivers are checked without a target: none, those of another file, and wrong ones @slow', async () => {
  const none = await conformance(['waivers', 'check']);
  expect([none.code, none.stdout]).toEqual([0, 'There is no `waivers.yaml`: nothing is waived.\n']);
  const other = test.info().outputPath('other.yaml');
  writeFileSync(other, `- requirement: ${ID}\n  reason: a\n  until: ${dayFromNow(11)}\n`);
  // The file of the settings is not looked at then.
  const found = await conformance(['waivers', 'check', 'other.yaml'], {
    CONFORMANCE_WAIVERS: 'none.yaml',
    CONFORMANCE_WAIVER_MAX_DAYS: '10',
  });
  expect([found.code, found.stdout, found.stderr.trim().split('\n')]).toEqual([
    2,
    '',
    [
      expect.stringMatching(/^Line 1, column 3 of `other\.yaml`: The waiver has no `approvedBy`; /),
      expect.stringMatching(/^Line 3, column 10 of `other\.yaml`: `until` .* at most 10 days from today /),
    ],
  ]);
  const lacking = await conformance(['waivers', 'check', 'nope.yaml']);
  expect([lacking.code, lacking.stderr]).toEqual([
    2,
    '`nope.yaml` is no file that can be read; right would be a file of waivers.\n',
  ]);
});
