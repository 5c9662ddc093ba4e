import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { sumOf } from '../../engine/contract/digest.ts';
import { RUN_FOLDER } from '../../engine/report/file-names.ts';
import { REPORT_FILES } from '../../engine/report/report-files.ts';
import { reportTexts, writeWhole } from '../../engine/report/write.ts';
import { pluginsRun } from '../../suites/modelarts-plugins/run.ts';
import { piecesOf, readRunFolder } from '../evidence/run-folder.ts';
import { print } from '../terminal/print.ts';
import { shownPath } from '../terminal/shown-path.ts';
import { openInBrowser } from './open-in-browser.ts';
import { UsageError } from './usage-error.ts';

/** What the command line asks for. */
export interface ReportOptions {
  readonly open?: boolean;
}

/** Renders the pages of a run again from its `conformance.json` and its `evidence.har`, byte for byte. Throws a UsageError. */
export async function report(folder: string, { open = false }: ReportOptions): Promise<void> {
  const dir = resolve(folder);
  for (const [file, text] of Object.entries(await renderedAgain(dir))) {
    writeWhole(join(dir, file), [text]);
    print(join(dir, file));
  }
  if (open) openInBrowser(join(dir, REPORT_FILES.html));
}

/** What the pages of a run hold, by the name of the file; `dir` holds its reports. Throws a UsageError. */
export async function renderedAgain(dir: string): Promise<Readonly<Record<string, string>>> {
  if (existsSync(join(dir, RUN_FOLDER)))
    throw new UsageError(
      `A run is under way in ${shownPath(dir)}, or one was killed there; right would be the folder of a run that is over.`,
    );
  const { resource, reported, loadSources } = pluginsRun;
  const {
    report: made,
    recording,
    json,
  } = readRunFolder(dir, resource.keys, { readItem: resource.readItem });
  const { exchanges, recorded } = recording;
  const { proofs } = await loadSources();
  const har = sumOf(piecesOf(join(dir, REPORT_FILES.har))).sha256;
  return reportTexts({ suite: reported, report: made, exchanges, recorded, proofs }, { json, har });
}
