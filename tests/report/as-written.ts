import type { Report } from '../../src/engine/model/report.ts';

/** A report as its file has it: the names under the keys of its suite, and nothing that is undefined. */
export function asWritten(report: Report): unknown {
  const { project, collection, item, source, ...target } = report.target;
  const named = { projectId: project, poolName: collection, templateName: item, pluginSource: source };
  return JSON.parse(JSON.stringify({ ...report, target: { ...target, ...named } }));
}
