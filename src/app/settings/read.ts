import { resolve } from 'node:path';
import { parse } from 'dotenv';
import { getProxyForUrl } from 'proxy-from-env';
import { isInOwnTexts } from '../../engine/secrets/own-texts.ts';
import { redactor, SHORTEST_IN_WORDS } from '../../engine/secrets/redact.ts';
import { shieldTerminal } from '../../engine/secrets/shield.ts';
import { kindOf } from '../../engine/text-file.ts';
import {
  type CommandLine,
  type Settings,
  SettingsError,
  type TargetSettings,
} from '../../lifecycle/settings/settings.ts';
import { milliseconds, shownValue, writtenHost } from '../../lifecycle/settings/values.ts';
import { readAuthentication } from '../../suites/huaweicloud/authentication.ts';
import { ambiguity } from '../../suites/modelarts-plugins/settings/ambiguous.ts';
import { type SettingName, settingsTable } from '../../suites/modelarts-plugins/settings/table.ts';
import { readInputs } from '../../suites/modelarts-plugins/settings/template-inputs.ts';
import { readAttempts } from './attempts.ts';
import { problemsAbove } from './dotenv-above.ts';
import { readDotenv } from './dotenv-file.ts';
import { dotenvProblems } from './dotenv-lines.ts';
import { readHistorySetting } from './history-setting.ts';
import { type AddressName, addressProblem, isPlaceholder, STILL_PLACEHOLDER } from './needed.ts';
import { startedBy } from './of-many.ts';
import { isOutputVariable } from './pipeline-services.ts';
import { readProxy } from './proxy.ts';
import { REPORTS } from './reports-dir.ts';
import { secretValues } from './secret-values.ts';
import { settingNameProblem } from './setting-names.ts';
import type { Sources } from './sources.ts';
import { readMaxDays } from './waiver-days.ts';

/** How long one request to the embedded mock may take: it answers at once, or, with some deviations, never. */
const MOCK_REQUEST_MS = 3000;

/** How long the embedded mock may take to settle; it does so at once, or never. */
const MOCK_SETTLE_MS = 1000;

/** Where waivers are looked for, where no setting names a file. */
const WAIVERS = 'waivers.yaml';

/** The variable in which a command hands its options to the processes of Playwright; no setting of a user's. */
const HANDED_OVER = 'PLUGIN_CONFORMANCE_COMMAND_LINE';

/** Hands the command line on to the processes that this one starts. */
export function handOver(commandLine: CommandLine): void {
  process.env[HANDED_OVER] = JSON.stringify(commandLine);
}

/**
 * Reads the process's environment and `.env` of the working directory; without a command line of its own a process
 * takes the one that was handed over. From then on the terminal shows no secret of theirs. Throws SettingsError.
 */
export function readProcessSettings(own?: CommandLine): Settings {
  // Written by handOver.
  const commandLine = own ?? (JSON.parse(process.env[HANDED_OVER] ?? '{}') as CommandLine);
  const sources = processSources();
  const { directory } = sources;
  const secrets = secretValues(sources.environment, parse(sources.dotenv ?? ''));
  if (secrets.length > 0) shieldTerminal(() => secrets);
  const settings = readSettings({ ...sources, commandLine });
  const above = settings.target === null && commandLine.mock !== true ? problemsAbove(directory) : [];
  if (above.length > 0) throw new SettingsError(above);
  return settings;
}

/** What this process is to read its settings from. Throws a SettingsError where `.env` cannot be read. */
export function processSources(): Omit<Sources, 'commandLine'> {
  const directory = process.cwd();
  // A copy: each look into the environment itself is a call into the system.
  const environment = { ...process.env };
  const dotenv = startedBy() === null ? readDotenv(directory) : null;
  return { environment, dotenv, directory, proxyFor: getProxyForUrl };
}

/** The settings where nothing is set: a run at the embedded mock, with its files in a folder. */
export function unsetSettings(directory: string): Settings {
  return readSettings({ environment: {}, dotenv: null, directory, proxyFor: () => '', commandLine: {} });
}

/** Reads and checks every setting; several mistakes are told together. Throws SettingsError. */
export function readSettings(sources: Sources): Settings {
  const { environment, commandLine, directory, named = [] } = sources;
  const fromFile = parse(sources.dotenv ?? '');
  const secrets = secretValues(environment, fromFile);
  const problems = [
    ...Object.keys(environment).flatMap((name) =>
      isOutputVariable(name) || named.includes(name) ? [] : (settingNameProblem(name) ?? []),
    ),
    ...dotenvProblems(sources.dotenv ?? '', named),
  ];
  if ([environment, fromFile].some((source) => source['NODE_TLS_REJECT_UNAUTHORIZED'] === '0')) {
    problems.push(
      '`NODE_TLS_REJECT_UNAUTHORIZED` is `0`, which trusts any host; right would be `NODE_EXTRA_CA_CERTS` with the file of a private CA.',
    );
  }
  // Empty means unset, and hides the one in `.env`.
  const get = (name: SettingName): string | null => (environment[name] ?? fromFile[name]) || null;
  const number = (name: SettingName, fallback: number): number => {
    const text = get(name);
    const value = text === null ? fallback : milliseconds(text);
    if (value === null) {
      problems.push(
        `\`${name}\` is ${shownValue(text ?? '')}; right would be whole milliseconds from 1 to 86400000.`,
      );
    }
    return value ?? fallback;
  };
  const oneOf = <T extends string>(name: SettingName, options: readonly T[], given = get(name)): T | null => {
    const found = options.find((option) => option === given);
    if (given !== null && found === undefined) {
      problems.push(
        `\`${name}\` is ${shownValue(given)}; right would be ${options.map((o) => `\`${o}\``).join(' or ')}.`,
      );
    }
    return found ?? null;
  };

  const mock = commandLine.mock === true;
  const target = mock ? null : readTarget(sources, get, oneOf, problems);
  const isLiveSet = oneOf('CONFORMANCE_LIVE', ['true', 'false']) === 'true';
  const live = commandLine.live ?? isLiveSet;
  if (live && target === null) {
    const asked = commandLine.live === true ? '`--live` is given' : '`CONFORMANCE_LIVE` is `true`';
    const why = mock ? 'with `--mock`' : 'without a right `MODELARTS_ENDPOINT`';
    problems.push(`${asked}, and ${why} the target is a mock; right would be a live endpoint.`);
  }
  const reportsDir = resolve(directory, get('CONFORMANCE_REPORTS_DIR') ?? REPORTS);
  const waiversNamed = get('CONFORMANCE_WAIVERS');
  const waiversFile = resolve(directory, waiversNamed ?? WAIVERS);
  const kind = kindOf(waiversFile);
  const waivers = kind === 'file' ? waiversFile : null;
  if (kind === 'nothing' && commandLine.waiversMayLack === true) {
    // It is made, or not looked at.
  } else if (waivers === null && waiversNamed !== null) {
    problems.push(
      `\`CONFORMANCE_WAIVERS\` is ${shownValue(waiversNamed)}, which is no file; right would be a file of waivers, or nothing.`,
    );
  } else if (kind === 'other') {
    problems.push(`\`${WAIVERS}\` is no file that can be read; right would be a file of waivers, or none.`);
  }
  if (commandLine.deviation !== undefined && target !== null) {
    problems.push(
      `\`--deviation\` is ${shownValue(commandLine.deviation)}, which is for the mock, yet \`MODELARTS_ENDPOINT\` is set; right would be \`--mock\` with it.`,
    );
  }
  const ledger = resolve(directory, get('CONFORMANCE_LEDGER') ?? `${reportsDir}/ledger.ndjson`);
  const places = { reportsDir, ledger, waivers };
  const settings: Settings = {
    target,
    deviation: commandLine.deviation ?? null,
    requestTimeoutMs: number('MODELARTS_REQUEST_TIMEOUT_MS', target === null ? MOCK_REQUEST_MS : 30_000),
    settleTimeoutMs: number('MODELARTS_SETTLE_TIMEOUT_MS', target === null ? MOCK_SETTLE_MS : 900_000),
    runTimeoutMs: get('MODELARTS_RUN_TIMEOUT_MS') === null ? null : number('MODELARTS_RUN_TIMEOUT_MS', 0),
    attempts: readAttempts(commandLine, problems),
    reportsDir,
    runner:
      oneOf(
        'CONFORMANCE_RUNNER',
        ['playwright', 'direct'],
        commandLine.runner ?? get('CONFORMANCE_RUNNER'),
      ) ?? 'playwright',
    ledger,
    history: readHistorySetting(get('CONFORMANCE_HISTORY'), directory, places, problems),
    live,
    strict: oneOf('CONFORMANCE_STRICT', ['true', 'false']) === 'true',
    waivers,
    waiversFile,
    waiverMaxDays: readMaxDays(get('CONFORMANCE_WAIVER_MAX_DAYS'), problems),
    // One that is not used is no reason to refuse a run, and cannot be told from the words of its reports.
    secrets: secrets.filter((secret) => !isInOwnTexts(secret)),
  };
  if (problems.length > 0) {
    // A secret may have been put into another setting, or into a name.
    const redact = redactor(() => secrets.filter(({ length }) => length >= SHORTEST_IN_WORDS));
    throw new SettingsError(problems.map(redact));
  }
  return Object.freeze(settings);
}

const SECRETS = settingsTable.flatMap((setting) => ('secret' in setting ? [setting.name] : []));

type Get = (name: SettingName) => string | null;
type OneOf = <T extends string>(name: SettingName, options: readonly T[]) => T | null;

function readTarget(sources: Sources, get: Get, oneOf: OneOf, problems: string[]): TargetSettings | null {
  if (sources.environment['MODELARTS_ENDPOINT'] === '') {
    problems.push(
      '`MODELARTS_ENDPOINT` is set but empty; right would be the URL to test, or `--mock` to ask for the mock by name.',
    );
    return null;
  }
  const endpoint = get('MODELARTS_ENDPOINT')?.replace(/\/+$/, '') ?? null;
  if (endpoint === null) {
    for (const { name, target } of settingsTable) {
      if (!target || get(name) === null) continue;
      problems.push(`\`${name}\` is set without \`MODELARTS_ENDPOINT\`; right would be both, or \`--mock\`.`);
    }
    return null;
  }
  const badEndpoint = addressProblem('MODELARTS_ENDPOINT', endpoint);
  if (badEndpoint !== null) problems.push(`\`MODELARTS_ENDPOINT\` ${badEndpoint}.`);

  const name = (setting: AddressName): string => {
    const value = get(setting);
    const problem = addressProblem(setting, value);
    if (problem !== null) problems.push(`\`${setting}\` ${problem}.`);
    return value ?? '';
  };
  const names = {
    project: name('MODELARTS_PROJECT_ID'),
    collection: name('MODELARTS_POOL_NAME'),
    item: name('MODELARTS_TEMPLATE_NAME'),
  };
  const source = oneOf('MODELARTS_PLUGIN_SOURCE', ['install', 'existing']) ?? 'install';
  const authentication = readAuthentication(get, problems);
  for (const secret of SECRETS) {
    const problem = ambiguity(get(secret), Object.values(names));
    const isTold = problems.some((told) => told.startsWith(`\`${secret}\` has `));
    if (problem !== null && !isTold)
      problems.push(`\`${secret}\` ${problem}; right would be another secret.`);
  }
  const allowed = get('MODELARTS_ALLOW_DELETE');
  const armed = allowed?.toLowerCase() === writtenHost(endpoint);
  const isLeft = isPlaceholder(allowed);
  if ((badEndpoint === null || isLeft) && !armed && sources.commandLine.plan !== true) {
    const found = allowed === null ? 'missing' : isLeft ? STILL_PLACEHOLDER : shownValue(allowed);
    const host = badEndpoint === null ? `\`${writtenHost(endpoint)}\`` : 'its host';
    problems.push(
      `\`MODELARTS_ALLOW_DELETE\` is ${found}; right would be ${host}, which allows deletions at this endpoint.`,
    );
  }
  return {
    endpoint,
    ...names,
    templateVersion: get('MODELARTS_TEMPLATE_VERSION'),
    templateInputs: readInputs(get('MODELARTS_TEMPLATE_INPUTS'), problems),
    source,
    armed,
    authentication: authentication ?? { kind: 'token', token: '' },
    proxies: {
      endpoint: readProxy(endpoint, sources, Object.values(names), problems),
      iam: readProxy(get('MODELARTS_IAM_ENDPOINT'), sources, Object.values(names), problems),
    },
  };
}
