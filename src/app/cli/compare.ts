import { resolve } from 'node:path';
import { compareReports } from '../../engine/compare/compare.ts';
import { compareHtml } from '../../engine/compare/formats/html.ts';
import { compareJson } from '../../engine/compare/formats/json.ts';
import { compareMarkdown } from '../../engine/compare/formats/markdown.ts';
import { compareTerminal } from '../../engine/compare/formats/text.ts';
import { EXIT } from '../../engine/model/verdict.ts';
import { reportedPlugins } from '../../suites/modelarts-plugins/suite.ts';
import { readCompared } from '../compare/read-compared.ts';
import { claimFolder, writeCompared } from '../compare/write.ts';
import { SHORTEST, withoutSecrets } from '../run/secrets.ts';
import { readPlaces } from '../settings/places.ts';
import { columnsHere } from '../terminal/columns.ts';
import { terminalColors } from '../terminal/own-colors.ts';
import { print } from '../terminal/print.ts';

/** What the command line asks for. */
export interface CompareOptions {
  readonly all?: boolean;
  readonly out?: string;
  readonly json?: boolean;
}

const { keys } = reportedPlugins.resource;

/** Puts reports side by side, writes that and prints it; gives the exit code. Throws UsageError and SettingsError. */
export function compare(dirs: readonly string[], { all = false, out, json = false }: CompareOptions): number {
  const { reportsDir, secrets } = readPlaces();
  const { reports, notes } = readCompared(dirs, keys);
  const dir = out === undefined ? reportsDir : resolve(out);
  claimFolder(dir, out === undefined ? 'CONFORMANCE_REPORTS_DIR' : '--out');
  // The reports were written without any; what folders are called was not.
  const comparison = withoutSecrets(
    compareReports(reports, { all, notes }),
    secrets.filter(({ length }) => length >= SHORTEST),
  );
  const texts = {
    html: compareHtml(comparison),
    markdown: compareMarkdown(comparison),
    json: compareJson(comparison, keys),
  };
  const page = writeCompared(dir, texts);
  if (json) print(...texts.json.trimEnd().split('\n'));
  else print(...compareTerminal(comparison, { colors: terminalColors(), columns: columnsHere() }), '', page);
  return comparison.differing === 0 ? EXIT.ok : EXIT.nonConformant;
}
