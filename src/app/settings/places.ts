import { resolve } from 'node:path';
import { parse } from 'dotenv';
import { isInOwnTexts } from '../../engine/secrets/own-texts.ts';
import { shieldTerminal } from '../../engine/secrets/shield.ts';
import { SettingsError } from '../../lifecycle/settings/settings.ts';
import type { SettingName } from '../../suites/modelarts-plugins/settings/table.ts';
import { readDotenv } from './dotenv-file.ts';
import { dotenvProblems } from './dotenv-lines.ts';
import { readHistorySetting } from './history-setting.ts';
import { isOutputVariable } from './pipeline-services.ts';
import { REPORTS } from './reports-dir.ts';
import { secretValues } from './secret-values.ts';
import { settingNameProblem } from './setting-names.ts';

/** Where what runs leave is, for a command that sends nothing and so needs no target, no credentials and no arming. */
export interface Places {
  /** Absolute path. */
  readonly reportsDir: string;
  /** Absolute path; null where no history is kept. */
  readonly history: string | null;
  /** What no file that is written may hold. */
  readonly secrets: readonly string[];
}

/** Reads the environment and `.env` of the working directory, as a run does, for the places alone. Throws SettingsError. */
export function readPlaces(): Places {
  const directory = process.cwd();
  const dotenv = readDotenv(directory) ?? '';
  const environment = { ...process.env };
  const fromFile = parse(dotenv);
  const secrets = secretValues(environment, fromFile);
  if (secrets.length > 0) shieldTerminal(() => secrets);
  const problems = [
    ...Object.keys(environment).flatMap((name) =>
      isOutputVariable(name) ? [] : (settingNameProblem(name) ?? []),
    ),
    ...dotenvProblems(dotenv),
  ];
  const get = (name: SettingName): string | null => (environment[name] ?? fromFile[name]) || null;
  const reportsDir = resolve(directory, get('CONFORMANCE_REPORTS_DIR') ?? REPORTS);
  const ledger = resolve(directory, get('CONFORMANCE_LEDGER') ?? `${reportsDir}/ledger.ndjson`);
  const waivers = get('CONFORMANCE_WAIVERS');
  const others = { reportsDir, ledger, waivers: waivers === null ? null : resolve(directory, waivers) };
  const history = readHistorySetting(get('CONFORMANCE_HISTORY'), directory, others, problems);
  if (problems.length > 0) throw new SettingsError(problems);
  return { reportsDir, history, secrets: secrets.filter((secret) => !isInOwnTexts(secret)) };
}
