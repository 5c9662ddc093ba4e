import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { expect } from '@playwright/test';
import type { RunSuite } from '../../src/app/run/run-suite.ts';
import type { Report } from '../../src/engine/model/report.ts';
import { pluginsContract } from '../../src/suites/modelarts-plugins/load.ts';
import { startMock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { pluginsRun } from '../../src/suites/modelarts-plugins/run.ts';
import { answering, type Disturbance, type Passing, startDisturbed } from '../campaign/disturbed.ts';
import { liveSettings, run } from '../campaign/run.ts';
import { edited } from '../contract/broken-description.ts';
import { test } from '../own-test.ts';
import { dayFromNow } from '../verdict/days-from-now.ts';
import { toldOf } from './lines.ts';

/** What becomes of a request in a night. */
type Night = (passing: Passing) => Disturbance;

interface Deleted {
  kind: string;
  status: { phase?: string };
}

const PHASE = 'delete.200.body.status.phase';
const KIND = 'delete.200.body.kind';

/** An accepted DELETE is answered with something else than the endpoint says. */
function broken(change: (body: Deleted) => void): Night {
  return ({ method }) => {
    if (method !== 'DELETE') return null;
    return {
      after: (response, { status, body }) => {
        const answer: Deleted = JSON.parse(body);
        if (status === 200) change(answer);
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
      },
    };
  };
}

const fine: Night = () => null;
const a = broken(({ status }) => delete status.phase);
const b = broken((body) => {
  body.kind = 'Plugin2';
});
const both = broken((body) => {
  delete body.status.phase;
  body.kind = 'Plugin2';
});
const down: Night = () => answering(503, { 'retry-after': '0' });

/** Every fourth request is refused once; what else is wrong stays. */
function troubled(night: Night): Night {
  let count = 0;
  return (passing) => {
    count += 1;
    return count % 4 === 0 ? answering(429, { 'retry-after': '0' }) : night(passing);
  };
}

test('a fortnight: each morning tells what is new, and no more @slow', async () => {
  const file = test.info().outputPath('history.ndjson');
  const mock = await startMock();
  let tonight: Night = fine;
  const server = await startDisturbed(mock, (passing) => tonight(passing));
  const waivers = test.info().outputPath('waivers.json');
  const waive = (...entries: readonly object[]) => writeFileSync(waivers, JSON.stringify(entries));
  waive();
  const live = {
    ...liveSettings(server.endpoint),
    CONFORMANCE_HISTORY: file,
    CONFORMANCE_WAIVERS: waivers,
  };
  const morning = async (night: Night, environment = live, suite: RunSuite = pluginsRun) => {
    tonight = night;
    const { input } = await run(environment, { suite });
    return { ...input.report, told: idsOf(input.report) };
  };
  const linesNow = () => readFileSync(file, 'utf8').trimEnd().split('\n');
  const rewrite = (change: (line: string) => string) =>
    writeFileSync(file, `${linesNow().map(change).join('\n')}\n`);

  // 1, fine: there is no earlier run.
  const first = await morning(fine);
  expect([first.verdict, first.told, first.changes?.base]).toEqual(['conformant', {}, null]);
  // 2 and 3, A.
  expect((await morning(a)).told).toEqual({ new: [PHASE] });
  expect((await morning(a)).told).toEqual({ still: [PHASE] });
  // 4, A and B.
  const fourth = await morning(both);
  expect(fourth.told).toEqual({ new: [KIND], still: [PHASE] });
  // 5, down: nobody knows.
  const fifth = await morning(down);
  expect([fifth.verdict, fifth.told]).toEqual(['inconclusive', { unknown: [KIND, PHASE] }]);
  expect(fifth.recentRuns?.map(({ verdict }) => verdict)).toEqual([
    'conformant',
    ...Array.from({ length: 3 }, () => 'non-conformant'),
    'inconclusive',
  ]);
  // 6, B: compared with the last morning that told something.
  const sixth = await morning(b);
  expect(sixth.told).toEqual({ still: [KIND], fixed: [PHASE] });
  expect(sixth.changes?.base?.startedAt).toBe(fourth.startedAt);
  expect(sixth.changes?.still).toMatchObject([{ since: fourth.startedAt, seen: 2, of: 5 }]);
  // 7, a quarter of the requests is in trouble.
  expect((await morning(troubled(b))).told).toEqual({ still: [KIND] });
  // 8, another description.
  const path = test.info().outputPath('description.json');
  writeFileSync(path, edited('/info/version', '9.9.9'));
  const loadContract = () => pluginsContract({ file: pathToFileURL(path), cache: null });
  const eighth = await morning(b, live, { ...pluginsRun, loadContract });
  expect([eighth.verdict, eighth.told, eighth.changes?.comparable]).toEqual(['non-conformant', {}, false]);
  expect(eighth.changes?.why).toMatch(
    /^The description was `[0-9a-f]{12}` then and is `[0-9a-f]{12}` now\.$/,
  );
  // 9, the old description again, which the seven mornings before can be compared with; B is waived, and is still there.
  const fingerprints = sixth.changes?.still.map(({ fingerprint }) => fingerprint);
  const waiver = { requirement: KIND, reason: 'In May.', approvedBy: 'A. Person', fingerprints };
  waive({ ...waiver, until: dayFromNow(20) });
  const ninth = await morning(b);
  expect([ninth.verdict, ninth.told]).toEqual(['conformant-with-waivers', { still: [KIND] }]);
  // 10, another major version.
  const [version] = /"suite":"[^"]*"/.exec(readFileSync(file, 'utf8')) ?? [''];
  rewrite((line) => line.replace(version, '"suite":"99.0.0"'));
  const tenth = await morning(b);
  expect([tenth.told, tenth.changes?.why]).toEqual([
    {},
    'The major version of the suite was `99` then and is `0` now.',
  ]);
  // 11, a line that was torn; the waiver has expired.
  waive({ ...waiver, until: dayFromNow(-1) });
  appendFileSync(file, linesNow()[0]?.slice(0, 99) ?? '');
  const eleventh = await morning(b);
  expect([eleventh.verdict, eleventh.told]).toEqual(['non-conformant', { still: [KIND] }]);
  expect(eleventh.notes[0]?.message).toContain(`The waiver for \`${KIND}\` expired on `);
  expect(eleventh.notes.map(({ message }) => message)).toContain(
    "One line of the history is torn, or no run's, and was passed over.",
  );
  // A mock in between leaves no line, and is told nothing.
  const before = readFileSync(file, 'utf8');
  const embedded = await morning(fine, { CONFORMANCE_HISTORY: file, CONFORMANCE_WAIVERS: waivers });
  expect([embedded.target.mock, embedded.changes, readFileSync(file, 'utf8')]).toEqual([
    true,
    undefined,
    before,
  ]);
  // 12, the clock was set back: the order of the file counts. A waiver that is not needed any more is stale.
  waive({ ...waiver, until: dayFromNow(20) });
  const future = '2099-01-01T02:00:00.000Z';
  rewrite((line) => line.replace(eleventh.startedAt, future));
  const twelfth = await morning(fine);
  expect([twelfth.told, twelfth.changes?.base?.startedAt]).toEqual([{ fixed: [KIND] }, future]);
  expect([twelfth.verdict, twelfth.waivers?.stale.length]).toEqual(['conformant', 1]);
  waive();
  // 13 and 14, B comes and goes.
  expect((await morning(b)).told).toEqual({ intermittent: [KIND] });
  expect((await morning(fine)).told).toEqual({ intermittent: [KIND] });
  // Fourteen mornings, and the torn line.
  expect(linesNow()).toHaveLength(15);
  await server.close();
  await mock.close();
});

/** What is told to have changed, by the ids alone. */
function idsOf({ changes }: Report): Record<string, readonly string[]> {
  const told = changes === undefined ? {} : toldOf(changes);
  const names = Object.entries(told).map(([state, all]) => [
    state,
    all.map((one) => one.split(' ')[0] ?? ''),
  ]);
  return Object.fromEntries(names);
}
