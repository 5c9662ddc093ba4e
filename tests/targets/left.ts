import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { outcomeOf } from '../../src/app/targets/outcome.ts';
import { type WrittenTotals, writeTotals } from '../../src/app/targets/write-totals.ts';
import type { TargetOutcome } from '../../src/engine/model/targets.ts';
import { MOCK_DEFAULTS, startMock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { reportedPlugins } from '../../src/suites/modelarts-plugins/suite.ts';
import { liveSettings, run } from '../campaign/run.ts';
import { test } from '../own-test.ts';

/** What many targets left in one folder. */
export interface Left {
  readonly dir: string;
  readonly outcomes: readonly TargetOutcome[];
}

const { keys } = reportedPlugins.resource;

/** The targets in the order of their list: one that conforms, one that does not, one that is down, and one whose run left nothing. */
export const NAMES = ['good', 'bad one', 'down', 'broken'];

let made: Promise<Left> | null = null;

/** What real runs against four targets left; they are run once in each worker, and nobody changes it. */
export function leftByRuns(): Promise<Left> {
  made ??= runAll(test.info().outputPath('left'));
  return made;
}

async function runAll(dir: string): Promise<Left> {
  const [good, bad, down] = [
    await startMock({ server: 'elb' }, null, false),
    await startMock({ server: 'elb', deviation: 'no-token-accepted' }, null, false),
    await startMock(),
  ];
  await down.close();
  const outcomes: TargetOutcome[] = [];
  for (const [name, endpoint] of [
    ['good', good.endpoint],
    ['bad one', bad.endpoint],
    ['down', down.endpoint],
  ] as const) {
    const folder = join(dir, name);
    const { input } = await run({ ...liveSettings(endpoint), CONFORMANCE_REPORTS_DIR: folder });
    const { exitCode } = input.report.run;
    const { projectId: project, poolName: collection, templateName: item } = MOCK_DEFAULTS;
    const target = { endpoint, project, collection, item };
    outcomes.push(outcomeOf({ name, target, exitCode, dir: folder, said: '', keys }));
  }
  await good.close();
  await bad.close();
  const [first] = outcomes;
  if (first === undefined) throw new Error('There is one.');
  mkdirSync(join(dir, 'broken'));
  const said = 'It could not be loaded.';
  outcomes.push(
    outcomeOf({
      ...{ name: 'broken', target: first.target, exitCode: 4, said, keys },
      dir: join(dir, 'broken'),
    }),
  );
  return { dir, outcomes };
}

/** Writes the totals of some targets, as a run of many does. */
export function totalsIn(
  dir: string,
  outcomes: readonly TargetOutcome[],
  names: readonly string[] = NAMES,
): WrittenTotals {
  return writeTotals(dir, outcomes, { names, suite: reportedPlugins });
}
