import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { PIPELINE_VARIABLES } from '../../engine/report/file-names.ts';
import { visible } from '../../engine/report/inert.ts';
import { isOwn } from '../../engine/report/own-files.ts';
import { writeWhole } from '../../engine/report/write.ts';
import { unwrittenText } from '../../engine/unwritten.ts';
import { assertFree } from '../../lifecycle/locks/run-locks.ts';
import type { PipelineServices } from '../settings/pipeline-services.ts';
import { reportsDirHere } from '../settings/reports-dir.ts';
import { printCommand, printError } from '../terminal/print.ts';
import { annotationsOf } from './annotations.ts';
import { appendTo } from './append.ts';
import { azureIssue, azureSummary, azureVariables } from './azure.ts';
import { githubCommand, githubOutput } from './github.ts';
import { gitlabVariables } from './gitlab.ts';
import { type Opened, openedPipelines } from './opened.ts';
import type { RunEnd } from './run-end.ts';
import { summaryFile, summaryText } from './summary.ts';

/** Where commands are printed; agents read both streams. */
export type On = 'stdout' | 'stderr';

/**
 * Tells the services that this process runs under how its run ended: once, and again only what later steps ask for
 * where the exit code has become another since. What cannot be written is told, and changes nothing else.
 */
export function tellPipelines(end: RunEnd, on: On = 'stdout'): void {
  const opened = openedPipelines();
  if (opened === null || opened.told?.exitCode === end.exitCode) return;
  const isFirst = opened.told === null;
  const totals = end.totals ?? opened.told?.totals;
  const report = end.report ?? opened.told?.report ?? null;
  const whole = { ...end, report, ...(totals === undefined ? {} : { totals }) };
  opened.told = whole;
  const { github, azure, gitlab } = opened.services;
  if (github !== null) tellGithub(whole, github, opened, { on, isFirst });
  if (azure) tellAzure(whole, opened, { on, isFirst });
  if (gitlab) tellGitlab(whole, opened);
}

/** Tells it of a run that ended with no report to rely on; of a command that was none, and ended well, nothing. */
export function tellEndOf(exitCode: number): void {
  if (exitCode !== 0 || openedPipelines()?.told != null) tellPipelines({ exitCode, report: null });
}

interface Manner {
  readonly on: On;
  readonly isFirst: boolean;
}

function tellGithub(
  end: RunEnd,
  { summary, output }: NonNullable<PipelineServices['github']>,
  { reportsDir }: Opened,
  { on, isFirst }: Manner,
): void {
  if (isFirst) {
    for (const one of annotationsOf(end)) printCommand(githubCommand(one), on);
    const file = summaryFile(end, reportsDir);
    trying(summary, 'GITHUB_STEP_SUMMARY', (path) =>
      appendTo(path, (before) => summaryText(end, file, before)),
    );
  }
  trying(output, 'GITHUB_OUTPUT', (path) => appendTo(path, () => githubOutput(end)));
}

function tellAzure(end: RunEnd, { reportsDir }: Opened, { on, isFirst }: Manner): void {
  if (isFirst) {
    for (const one of annotationsOf(end)) printCommand(azureIssue(one), on);
    const file = summaryFile(end, reportsDir);
    // A file that the agent does not find fails the step.
    if (file !== null && visible(file) === file) printCommand(azureSummary(file), on);
  }
  for (const line of azureVariables(end)) printCommand(line, on);
}

function tellGitlab(end: RunEnd, { reportsDir }: Opened): void {
  const path = join(reportsDir ?? reportsDirHere(), PIPELINE_VARIABLES);
  // Where the run came to nothing, what an earlier one left is replaced, and nothing else written.
  if (reportsDir === null && !isStale(path)) return;
  trying(path, null, () => writeWhole(path, [gitlabVariables(end)]));
}

/** Whether a file is one that an earlier run left, in a directory that no other has now. */
function isStale(path: string): boolean {
  try {
    assertFree(join(path, '..'));
    return existsSync(path) && isOwn(path);
  } catch {
    return false;
  }
}

/** Writes to a file, if there is one to write to; `variable` is what names it. */
function trying(path: string | null, variable: string | null, write: (path: string) => void): void {
  if (path === null) return;
  try {
    write(path);
  } catch (error) {
    const named = variable === null ? '' : ` \`${variable}\` names it.`;
    printError(`${unwrittenText(path, error)}${named} The verdict and the exit code stay what they are.`);
  }
}
