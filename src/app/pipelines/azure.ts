import type { Annotation } from './annotations.ts';
import { outputsOf, type RunEnd } from './run-end.ts';

/** A logging command of Azure's agent for an annotation, in one line; it has no title of its own. */
export function azureIssue({ level, title, message }: Annotation): string {
  return command('logissue', { type: level }, `${title}: ${message}`);
}

/** The command that has a file of Markdown shown beside the run; an absolute path. */
export function azureSummary(path: string): string {
  return command('uploadsummary', {}, path);
}

/** The commands that set the outputs as variables of the job. */
export function azureVariables(end: RunEnd): readonly string[] {
  return outputsOf(end).map(([variable, value]) => command('setvariable', { variable }, value));
}

/**
 * What ends or divides a command is escaped as the agent undoes it, percent signs by their own word:
 * https://github.com/microsoft/azure-pipelines-agent/blob/master/docs/design/percentEncoding.md
 */
function command(event: string, properties: Readonly<Record<string, string>>, text: string): string {
  const given = Object.entries(properties).map(([name, value]) => `${name}=${property(value)};`);
  const space = given.length === 0 ? '' : ' ';
  return `##vso[task.${event}${space}${given.join('')}]${data(text)}`;
}

function data(text: string): string {
  return text.replaceAll('%', '%AZP25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(';', '%3B').replaceAll(']', '%5D');
}
