/** How requests are authenticated. */
export type Authentication =
  | { readonly kind: 'token'; readonly token: string }
  | {
      readonly kind: 'ak-sk';
      readonly accessKey: string;
      readonly secretKey: string;
      readonly securityToken: string | null;
    }
  | {
      readonly kind: 'iam';
      readonly endpoint: string;
      readonly domain: string;
      readonly username: string;
      readonly password: string;
    };

/** The URLs of the proxies that the environment names, with user and password where they have them; null for none. */
export interface Proxies {
  readonly endpoint: string | null;
  readonly iam: string | null;
}

/** A live endpoint, and what the suite may install and delete there. */
export interface TargetSettings {
  /** As it was set, without a slash at its end. */
  readonly endpoint: string;
  readonly project: string;
  readonly collection: string;
  readonly item: string;
  readonly templateVersion: string | null;
  readonly templateInputs: Readonly<Record<string, unknown>> | null;
  readonly source: 'install' | 'existing';
  /** Whether the settings allow deletions at this host; false only where the command sends nothing. */
  readonly armed: boolean;
  readonly authentication: Authentication;
  readonly proxies: Proxies;
}

/** How often a scenario is walked at most, and how long is waited before each further attempt. */
export interface Attempts {
  /** From 1 to 5. */
  readonly most: number;
  readonly delayMs: number;
}

/** Each scenario is walked once. */
export const ONE_ATTEMPT: Attempts = { most: 1, delayMs: 0 };

/** Everything that can be set, checked and frozen. */
export interface Settings {
  /** Null: the embedded mock. */
  readonly target: TargetSettings | null;
  /** The mock's deviation; null: it conforms. */
  readonly deviation: string | null;
  /** One request, in milliseconds. */
  readonly requestTimeoutMs: number;
  /** An install or a removal, in milliseconds. */
  readonly settleTimeoutMs: number;
  /** A whole run, tidying not counted, in milliseconds; null: no limit of its own. */
  readonly runTimeoutMs: number | null;
  readonly attempts: Attempts;
  /** Absolute path. */
  readonly reportsDir: string;
  readonly runner: 'playwright' | 'direct';
  /** Absolute path. */
  readonly ledger: string;
  /** Absolute path of the file that gains a line a run; null: none is kept. */
  readonly history: string | null;
  readonly strict: boolean;
  /** True: a run against a mock, embedded or not, is an error. */
  readonly live: boolean;
  /** Absolute path; null where the default file does not exist. */
  readonly waivers: string | null;
  /** Where waivers stand, or would: absolute path. */
  readonly waiversFile: string;
  /** How many days ahead the last day of a waiver may be. */
  readonly waiverMaxDays: number;
  /** What is shown nowhere, used or not: the values of secret settings, and the passwords of proxies. */
  readonly secrets: readonly string[];
}

/** What the command line asks for beside the settings. */
export interface CommandLine {
  readonly mock?: boolean;
  readonly deviation?: string;
  readonly runner?: string;
  /** As they were written: how often a scenario is walked at most, and the seconds before each further attempt. */
  readonly attempts?: string;
  readonly attemptDelay?: string;
  /** What would be sent is listed, and nothing is sent: that needs no arming. */
  readonly plan?: boolean;
  /** A live endpoint alone will do; false: `CONFORMANCE_LIVE` is not meant for this command. */
  readonly live?: boolean;
  /** Waivers are to be written, or those of another file looked at: that of the settings need not be there. */
  readonly waiversMayLack?: boolean;
}

/** One or more settings are wrong: a sentence each. */
export class SettingsError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'SettingsError';
    this.problems = problems;
  }
}
