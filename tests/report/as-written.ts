import type { Report, ReportedSuite } from '../../src/engine/model/report.ts';
import { SAMPLE } from './sample.ts';

/** A report as its file has it: the names under the keys of its suite, and nothing that is undefined. */
export function asWritten(
  report: Report,
  { keys }: ReportedSuite['resource'] = SAMPLE.suite.resource,
): unknown {
  const { project, collection, item, source, ...target } = report.target;
  const named = {
    [keys.project]: project,
    [keys.collection]: collection,
    [keys.item]: item,
    [keys.source]: source,
  };
  return JSON.parse(JSON.stringify({ ...report, target: { ...target, ...named } }));
}
