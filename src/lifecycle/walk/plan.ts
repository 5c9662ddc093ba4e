import { randomUUID } from 'node:crypto';
import { dirname } from 'node:path';
import { proxySecrets } from '../../engine/http/proxy.ts';
import type { Origin } from '../../engine/http/recorder.ts';
import type { Blocked } from '../../engine/model/evidence.ts';
import type { Target } from '../../engine/model/report.ts';
import type { Names, ResourceWords } from '../../engine/model/resource.ts';
import { type Budget, openBudget } from '../../engine/secrets/look/budget.ts';
import { shieldTerminal } from '../../engine/secrets/shield.ts';
import { openSecrets, type Secrets, type Vault } from '../../engine/secrets/vault.ts';
import { namesOf } from '../effects/names.ts';
import { thisProcess } from '../locks/process.ts';
import type { Attempts, Settings, TargetSettings } from '../settings/settings.ts';
import type { Credentials, MockTarget, WalkedSuite } from './walked-suite.ts';

/** What tells one run from another. */
export interface RunFacts {
  /** A UUID. */
  readonly id: string;
  /** RFC 3339, with milliseconds. */
  readonly startedAt: string;
  /** Where the embedded mock listens; null where a live endpoint is tested. */
  readonly mockEndpoint: string | null;
  /** The run's main process, and whether it writes to a terminal. */
  readonly pid: number;
  /** What tells that process from a later one of its number; null where the system does not tell. */
  readonly processStart: string | null;
  readonly terminal: boolean;
  /** Why nothing may be sent: another run has the pool; null where none has. */
  readonly poolTaken: Blocked | null;
}

/** A run that begins now, in this process. */
export function newRun(
  mockEndpoint: string | null,
  { poolTaken = null, terminal = false }: Partial<Pick<RunFacts, 'poolTaken' | 'terminal'>> = {},
): RunFacts {
  return {
    id: randomUUID(),
    startedAt: new Date().toISOString(),
    mockEndpoint,
    pid: process.pid,
    processStart: thisProcess().processStart,
    terminal,
    poolTaken,
  };
}

/** Everything that is settled before the first request. */
export interface Plan<S extends WalkedSuite = WalkedSuite> {
  /** What is known of the API: what is sent, and how what comes is read. */
  readonly suite: S;
  /** How it calls what is installed and deleted, and what that stands in. */
  readonly words: ResourceWords;
  readonly run: RunFacts;
  readonly names: Names;
  readonly templateVersion: string | null;
  readonly templateInputs: Readonly<Record<string, unknown>> | null;
  readonly source: 'install' | 'existing';
  /** False: nothing may be sent. */
  readonly armed: boolean;
  /** True: a mock is not what is to be tested. */
  readonly live: boolean;
  readonly origin: Origin;
  /** The URL of the proxy in front of IAM; null for none. */
  readonly iamProxy: string | null;
  /** The path of the endpoint, without a slash at its end; often ''. */
  readonly prefix: string;
  readonly credentials: Credentials;
  readonly secrets: Secrets;
  /** What the run may spend on unpacking in search of secrets, in what it receives and in what it writes. */
  readonly searchBudget: Budget;
  readonly requestTimeoutMs: number;
  readonly settleTimeoutMs: number;
  /** A whole run, in milliseconds; null: no limit of its own. */
  readonly runTimeoutMs: number | null;
  readonly attempts: Attempts;
  /** Absolute path of the ledger, and whether it stands in the reports directory. */
  readonly ledger: string;
  readonly inReports: boolean;
  /** The file of the whole texts of large bodies, which goes with the run; null: they are not kept. */
  readonly wholeTexts: string | null;
  /** What reports say of the target. */
  readonly target: Target;
  /** Told, in a sentence, of what failed in the suite itself; the run goes on as far as it can. */
  readonly onFault: (sentence: string) => void;
}

/** What a plan is made with where files are written: those that the processes of a run share, below its reports directory, and who is told of a fault. */
export interface WithFiles extends Pick<Plan, 'wholeTexts' | 'onFault'> {
  readonly vault: Vault | null;
}

const NO_FILES: WithFiles = { vault: null, wholeTexts: null, onFault: () => undefined };

/** How the embedded mock is named in reports: its port changes from run to run, and two equal runs give equal reports. */
export const MOCK_SHOWN = 'http://mock.localhost:4010';

/**
 * The plan that the settings make; from then on the terminal shows none of its secrets (the embedded mock's are
 * nobody's). The suite says how the embedded mock is addressed where there is no other target.
 */
export function planOf<S extends WalkedSuite>(
  settings: Settings,
  run: RunFacts,
  suite: S,
  { vault, wholeTexts, onFault }: WithFiles = NO_FILES,
): Plan<S> {
  const target = settings.target ?? mockSettings(run, suite.mock);
  const { endpoint, source, authentication } = target;
  const names = namesOf(target);
  const url = new URL(endpoint);
  const { proxies } = target;
  const ofProxies = [proxies.endpoint, proxies.iam].flatMap(proxySecrets);
  const secrets = openSecrets([...suite.authentication.secretsIn(authentication), ...ofProxies], vault);
  if (settings.target !== null) shieldTerminal(secrets.all);
  const credentials = suite.authentication.credentialsOf(authentication, secrets);
  const shown = settings.target === null ? MOCK_SHOWN : url.origin;
  const prefix = url.pathname.replace(/\/+$/, '');
  return {
    suite,
    words: suite.resource.words,
    run,
    names,
    templateVersion: target.templateVersion,
    templateInputs: target.templateInputs,
    source,
    armed: target.armed,
    live: settings.live,
    origin: { ...originOf(endpoint, proxies.endpoint), shown },
    iamProxy: proxies.iam,
    prefix,
    credentials,
    secrets,
    searchBudget: openBudget(),
    requestTimeoutMs: settings.requestTimeoutMs,
    settleTimeoutMs: settings.settleTimeoutMs,
    runTimeoutMs: settings.runTimeoutMs,
    attempts: settings.attempts,
    ledger: settings.ledger,
    inReports: dirname(settings.ledger) === settings.reportsDir,
    wholeTexts,
    onFault,
    target: {
      endpoint: shown + prefix,
      mock: settings.target === null,
      deviation: settings.deviation,
      ...names,
      source,
      authentication: credentials.shown,
    },
  };
}

/** The host of a URL, shown as it is, and the URL of the proxy in front of it. */
export function originOf(endpoint: string, proxy: string | null): Origin {
  const { protocol, hostname, port, origin } = new URL(endpoint);
  const standard = protocol === 'http:' ? 80 : 443;
  return {
    protocol: protocol === 'http:' ? 'http:' : 'https:',
    hostname,
    port: port === '' ? standard : Number(port),
    proxy,
    shown: origin,
  };
}

function mockSettings(run: RunFacts, { token, ...names }: MockTarget): TargetSettings {
  if (run.mockEndpoint === null) throw new Error('Without an endpoint the embedded mock must be running.');
  return {
    endpoint: run.mockEndpoint,
    ...names,
    templateVersion: null,
    templateInputs: null,
    source: 'install',
    armed: true,
    authentication: { kind: 'token', token },
    proxies: { endpoint: null, iam: null },
  };
}
