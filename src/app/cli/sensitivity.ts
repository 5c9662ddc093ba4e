import { randomInt } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { requirements } from '../../engine/judge/requirements.ts';
import type { Requirement } from '../../engine/model/requirement.ts';
import { EXIT } from '../../engine/model/verdict.ts';
import { didYouMean } from '../../engine/nearest.ts';
import { plural } from '../../engine/report/words.ts';
import { pluginsContract } from '../../suites/modelarts-plugins/load.ts';
import type { PluginMock } from '../../suites/modelarts-plugins/mock/deviation.ts';
import { pluginsRun } from '../../suites/modelarts-plugins/run.ts';
import { triedPlugins } from '../../suites/modelarts-plugins/tried.ts';
import type { Sensitivity, Trial } from '../../trials/model.ts';
import { sensitivityHtml } from '../../trials/report/page.ts';
import { sensitivityText, trialText } from '../../trials/report/text.ts';
import { inOrder, sensitivityOf } from '../../trials/sensitivity.ts';
import { type Choice, chosenServers } from '../../trials/servers.ts';
import { isProven, isRight } from '../../trials/tally.ts';
import { threads, tryInThreads } from '../../trials/threads.ts';
import { tryServers } from '../../trials/trial.ts';
import type { Tried } from '../../trials/tried-suite.ts';
import { lengthsOf } from '../../trials/walk-lengths.ts';
import { makeFolder } from '../run/make-folder.ts';
import { rehearse } from '../run/rehearse.ts';
import { readProcessSettings } from '../settings/read.ts';
import { print } from '../terminal/print.ts';
import { UsageError } from './usage-error.ts';

/** The options of `conformance sensitivity`, as the command line gives them. */
export interface SensitivityCommand {
  readonly seed?: string;
  readonly server?: string;
}

/** With no alarm in so many, the rate is below 1 % with 95 % confidence. */
const CONFORMING = 300;
const DISTURBED = 60;

/** How far the trials are is told after every so many: some seconds each. */
const TOLD_AFTER = 200;

const MOST_SEED = 2 ** 31 - 1;

/**
 * Tries the suite on servers whose truth is known, writes `sensitivity.json` and `sensitivity.html`, and gives the exit
 * code: 0 where everything is proven, or the one server was concluded to be what it is, 1 where not. Throws a UsageError
 * where an option is wrong.
 */
export async function sensitivity(command: SensitivityCommand): Promise<number> {
  const settings = readProcessSettings({ mock: true, live: false });
  const { reportsDir } = settings;
  const lengths = lengthsOf((await rehearse(settings, pluginsRun)).evidence);
  const tried = { suite: triedPlugins, contract: await pluginsContract(), lengths };
  const { server: only = null } = command;
  const choice = { seed: seedOf(command.seed), conforming: CONFORMING, disturbed: DISTURBED, only };
  return only === null ? tryAll(tried, choice, reportsDir) : tryOne(tried, choice, only);
}

/** Tells what the suite makes of one server; nothing is written. */
async function tryOne(tried: Tried<PluginMock>, choice: Choice, only: string): Promise<number> {
  const servers = chosenServers(tried, choice);
  if (servers.length === 0) throw unknownServer(only, chosenServers(tried, { ...choice, only: null }));
  const trials: Trial[] = [];
  await tryServers(tried, servers, (trial) => trials.push(trial));
  for (const trial of trials) print(...trialText(trial).split('\n'));
  // Without it no generated server can be made again.
  if (trials.some(({ truth }) => truth !== 'deviating')) print(`  seed      ${choice.seed}`);
  return trials.every(isRight) ? EXIT.ok : EXIT.nonConformant;
}

async function tryAll(tried: Tried<PluginMock>, choice: Choice, reportsDir: string): Promise<number> {
  const servers = chosenServers(tried, choice);
  // A run that is ended before its time leaves no page of an earlier one to be taken for its own.
  for (const file of filesIn(reportsDir)) rmSync(file, { force: true });
  print(`${plural(servers.length, 'server')}, seed ${choice.seed}, ${plural(threads, 'thread')}`);
  const startedAt = new Date();
  const begun = performance.now();
  const trials: Trial[] = [];
  await tryInThreads({ choice, lengths: tried.lengths }, (trial) => {
    trials.push(trial);
    if (trials.length % TOLD_AFTER === 0) print(`  ${trials.length} of ${servers.length} tried`);
  });
  const durationMs = Math.round(performance.now() - begun);
  const report = sensitivityOf(tried, choice.seed, inOrder(servers, trials), { startedAt, durationMs });
  const written = write(reportsDir, report, requirements(tried));
  print(...sensitivityText(report).split('\n'), ...written);
  return isProven(report) ? EXIT.ok : EXIT.nonConformant;
}

/** The page, and the file for programs. */
function filesIn(dir: string): readonly [page: string, json: string] {
  return [join(dir, 'sensitivity.html'), join(dir, 'sensitivity.json')];
}

function write(dir: string, report: Sensitivity, all: readonly Requirement[]): readonly string[] {
  const [page, json] = filesIn(dir);
  makeFolder(dir);
  const ids = all.map(({ id }) => id);
  const titles = Object.fromEntries(all.map(({ id, title }) => [id, title]));
  writeFileSync(page, sensitivityHtml(report, ids, titles));
  writeFileSync(json, `${JSON.stringify(report, null, 2)}\n`);
  return [page, json];
}

function seedOf(text: string | undefined): number {
  if (text === undefined) return randomInt(MOST_SEED);
  const seed = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  if (seed <= MOST_SEED) return seed;
  throw new UsageError(`\`--seed\` is \`${text}\`; right would be a whole number from 0 to ${MOST_SEED}.`);
}

function unknownServer(only: string, all: readonly Pick<Trial, 'name'>[]): UsageError {
  const names = all.map(({ name }) => name);
  return new UsageError(
    `\`--server\` is \`${only}\`, which is none of the servers${didYouMean(only, names) || '; `conformance mock --list` shows the deviations.'}`,
  );
}
