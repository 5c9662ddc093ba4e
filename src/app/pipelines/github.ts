import type { Annotation } from './annotations.ts';
import { outputsOf, type RunEnd } from './run-end.ts';

/**
 * A workflow command of GitHub's for an annotation, in one line. What ends or divides one is escaped as the runner's own
 * toolkit does it: https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts
 */
export function githubCommand({ level, title, message }: Annotation): string {
  return `::${level} title=${property(title)}::${data(message)}`;
}

/** What is appended to `GITHUB_OUTPUT`: a line each, which needs no delimiter, for no value is another's. */
export function githubOutput(end: RunEnd): string {
  return outputsOf(end)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
