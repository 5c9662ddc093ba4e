/** How a target is authenticated: each member but `iamEndpoint` is the name of a variable. */
export interface TargetAuth {
  readonly tokenEnv?: string;
  readonly akEnv?: string;
  readonly skEnv?: string;
  readonly securityTokenEnv?: string;
  readonly iamEndpoint?: string;
  readonly domainEnv?: string;
  readonly usernameEnv?: string;
  readonly passwordEnv?: string;
}

/** A target as `targets.yaml` has it; described by `schemas/targets.schema.json`. */
export interface TargetEntry {
  readonly name: string;
  readonly endpoint: string;
  readonly projectId: string;
  readonly pool: string;
  readonly template: string;
  readonly version?: string;
  readonly inputs?: Readonly<Record<string, unknown>>;
  readonly source?: 'install' | 'existing';
  readonly allowDelete: string;
  readonly auth: TargetAuth;
  readonly waivers?: string;
  /** How many runs there may be at once at its host and port. */
  readonly perHost?: number;
}

/** The members of an entry, and what is right for each. */
export const ENTRY_MEMBERS = {
  name: 'a name of letters, digits, blanks and `._@+-`, at most 64, which its folder can bear',
  endpoint: 'the URL to test',
  projectId: 'the ID of the project that the pool belongs to',
  pool: 'the name of the resource pool',
  template: 'the plug-in template that may be installed and deleted there',
  version: 'a version, in quotes, or no such member',
  inputs: "a map of the template's installation parameters",
  source: '`install` or `existing`',
  allowDelete: "the endpoint's host, which allows deletions there",
  auth: '`{ tokenEnv: NAME }`, or `akEnv` and `skEnv`, or `iamEndpoint`, `domainEnv`, `usernameEnv` and `passwordEnv`',
  waivers: 'a file of waivers, or no such member',
  perHost: 'how many runs there may be at once at its host, from 1 to 1000',
} as const satisfies Readonly<Record<keyof TargetEntry, string>>;

/** The members of `auth`, by way of authenticating; the last one of keys need not be there. */
export const AUTH_WAYS = [
  { needed: ['tokenEnv'], others: [] },
  { needed: ['akEnv', 'skEnv'], others: ['securityTokenEnv'] },
  { needed: ['iamEndpoint', 'domainEnv', 'usernameEnv', 'passwordEnv'], others: [] },
] as const satisfies readonly {
  readonly needed: readonly (keyof TargetAuth)[];
  readonly others: readonly (keyof TargetAuth)[];
}[];
