import { runDirect } from '../../src/app/run/direct.ts';
import type { Finished } from '../../src/app/run/finish.ts';
import type { RunSuite } from '../../src/app/run/run-suite.ts';
import { readSettings } from '../../src/app/settings/read.ts';
import type { Report } from '../../src/engine/model/report.ts';
import type { Outcome } from '../../src/engine/model/requirement.ts';
import { lineVoice } from '../../src/lifecycle/walk/voice.ts';
import { MOCK_DEFAULTS } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { pluginsRun } from '../../src/suites/modelarts-plugins/run.ts';
import { test } from '../own-test.ts';

/** Settings that a test adds to those of the mock. */
export type Environment = Readonly<Record<string, string>>;

/** The settings that point the suite at a mock as at a live endpoint. */
export function liveSettings(endpoint: string): Environment {
  const { projectId, poolName, templateName, tokens } = MOCK_DEFAULTS;
  return {
    MODELARTS_ENDPOINT: endpoint,
    MODELARTS_PROJECT_ID: projectId,
    MODELARTS_POOL_NAME: poolName,
    MODELARTS_TEMPLATE_NAME: templateName,
    MODELARTS_ALLOW_DELETE: new URL(endpoint).host,
    MODELARTS_AUTH_TOKEN: tokens[0] ?? '',
    MODELARTS_REQUEST_TIMEOUT_MS: '5000',
    MODELARTS_SETTLE_TIMEOUT_MS: '1500',
  };
}

/** The settings of a run that fetches its token from an IAM, the mock's own where no other is named. */
export function iamSettings(endpoint: string, iam = endpoint): Environment {
  const [user] = MOCK_DEFAULTS.users;
  return {
    ...liveSettings(endpoint),
    MODELARTS_AUTH_TOKEN: '',
    MODELARTS_IAM_ENDPOINT: iam,
    MODELARTS_IAM_DOMAIN: user?.domain ?? '',
    MODELARTS_IAM_USERNAME: user?.name ?? '',
    MODELARTS_IAM_PASSWORD: user?.password ?? '',
  };
}

/** A run in this process, with reports in a folder of the test's own. */
export function run(
  environment: Environment,
  options: {
    readonly deviation?: string;
    readonly interrupt?: AbortSignal;
    readonly said?: { readonly push: (line: string) => unknown };
    readonly suite?: RunSuite;
    /** How often a scenario is walked at most, and the seconds before each further attempt. */
    readonly attempts?: number;
    readonly delay?: number;
  } = {},
): Promise<Finished> {
  const { deviation, interrupt, said, suite = pluginsRun, attempts = 1, delay = 0 } = options;
  const settings = readSettings({
    environment: { CONFORMANCE_REPORTS_DIR: test.info().outputPath('reports'), ...environment },
    dotenv: null,
    directory: test.info().outputPath(),
    proxyFor: () => '',
    commandLine: {
      ...{ runner: 'direct', attempts: String(attempts), attemptDelay: String(delay) },
      ...(deviation === undefined ? {} : { deviation }),
    },
  });
  return runDirect(settings, suite, {
    voice: lineVoice((line) => said?.push(line)),
    interrupt: interrupt ?? new AbortController().signal,
  });
}

/** The requirements of a report that had this outcome, by id. */
export function idsOf({ requirements }: Report, ...outcomes: readonly Outcome[]): readonly string[] {
  return requirements.filter(({ outcome }) => outcomes.includes(outcome)).map(({ id }) => id);
}

/** The exchanges of a run in a few words: purpose, method and status (or the kind of trouble). */
export function walkOf({ input }: Finished, purpose?: string): readonly string[] {
  return input.exchanges
    .filter((exchange) => purpose === undefined || exchange.purpose === purpose)
    .map(({ purpose: why, request, response, trouble }) =>
      [why, request.method, trouble?.kind ?? response?.status].join(' '),
    );
}
