import { resolve } from 'node:path';
import { reportedPlugins } from '../../suites/modelarts-plugins/suite.ts';
import { haveReports, openPipelines } from '../pipelines/opened.ts';
import { tellPipelines } from '../pipelines/tell.ts';
import { servicesHere } from '../settings/pipeline-services.ts';
import { joinTargets } from '../targets/join.ts';
import { totalsText } from '../targets/tell-totals.ts';
import { print } from '../terminal/print.ts';

/**
 * Joins what several machines left of one list of targets, tells of it as one machine would have, and gives the exit code of
 * all. Throws a UsageError that tells all that is wrong, before anything is written.
 */
export function join(dirs: readonly string[], out: string): number {
  const place = resolve(out);
  const made = joinTargets(dirs, place, reportedPlugins);
  const { report } = made;
  openPipelines(servicesHere(process.argv.slice(2)));
  haveReports(place);
  tellPipelines({ exitCode: report.exitCode, report: null, totals: report });
  print(...totalsText(made, reportedPlugins).trimEnd().split('\n'));
  return report.exitCode;
}
