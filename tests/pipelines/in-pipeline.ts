import { existsSync, readFileSync } from 'node:fs';
import { test } from '../own-test.ts';
import {
  azureCommandIn,
  azureFormatIn,
  githubCommandIn,
  gitlabSectionIn,
  linesOf,
  type Recognised,
} from './agents.ts';

const path = (...names: readonly string[]) => test.info().outputPath(...names);

/** What a process finds where all three services run it at once, with files of the test's own. */
export function inAllServices(): Readonly<Record<string, string>> {
  return {
    GITHUB_ACTIONS: 'true',
    GITHUB_STEP_SUMMARY: path('summary.md'),
    GITHUB_OUTPUT: path('output'),
    TF_BUILD: 'True',
    GITLAB_CI: 'true',
  };
}

/** What a run left in such a file; '' for nothing. */
export function left(name: 'summary.md' | 'output' | 'reports/conformance.env' | 'reports/conformance.md') {
  return existsSync(path(name)) ? readFileSync(path(name), 'utf8') : '';
}

/** What the agents recognise in what was printed, each with all it knows. */
export function recognisedIn(printed: string): readonly Recognised[] {
  return linesOf(printed).flatMap((line) => [githubCommandIn(line) ?? [], azureCommandIn(line) ?? []].flat());
}

/** What a run printed for the agents, in a few words; throws where it is anything else than what a run prints. */
export function toldTo(printed: string): { readonly github: string[]; readonly azure: string[] } {
  const told = { github: [] as string[], azure: [] as string[] };
  for (const { command, properties, data } of recognisedIn(printed)) {
    const named = Object.keys(properties).join();
    if ((command === 'error' || command === 'warning') && named === 'title') told.github.push(command);
    else if (command === 'task.logissue' && named === 'type') told.azure.push(String(properties['type']));
    else if (command === 'task.uploadsummary') told.azure.push(`summary ${data}`);
    else if (command === 'task.setvariable') told.azure.push(`${properties['variable']}=${data}`);
    else throw new Error(`It is no command of a run's: ${command} ${data}`);
  }
  const others = linesOf(printed).map((line) => azureFormatIn(line) ?? gitlabSectionIn(line));
  const other = others.find((one) => one !== null);
  if (other !== undefined) throw new Error(`It is no command of a run's: ${other}`);
  return told;
}

/** The outputs as the lines of a file of `NAME=value`. */
export function lines(verdict: string, code: number, counts: readonly (number | '')[]): readonly string[] {
  const [passed, failed, inconclusive] = counts;
  return [
    `verdict=${verdict}`,
    `exit-code=${code}`,
    `passed=${passed}`,
    `failed=${failed}`,
    `inconclusive=${inconclusive}`,
  ];
}

/** The same as `conformance.env`. */
export function asVariables(outputs: readonly string[]): string {
  const named = outputs.map((line) => line.split('=') as [string, string]);
  return named
    .map(([name, value]) => `CONFORMANCE_${name.toUpperCase().replace('-', '_')}=${value}\n`)
    .join('');
}
