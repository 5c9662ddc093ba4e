import { variableOf } from '../settings/pipeline-services.ts';
import { outputsOf, type RunEnd } from './run-end.ts';

/**
 * The text of `conformance.env`, which GitLab takes as `artifacts:reports:dotenv` and hands to later jobs: a line each,
 * without blanks, comments and quotes, which it would take as part of the values.
 */
export function gitlabVariables(end: RunEnd): string {
  return outputsOf(end)
    .map(([name, value]) => `${variableOf(name)}=${value}\n`)
    .join('');
}
