/** One setting: its name and what it means, as `.env.example` and docs/settings.md tell it. */
export interface Setting {
  readonly name: string;
  readonly meaning: string;
  /** True where it says which endpoint is tested and how it is reached: none of these goes without an endpoint. */
  readonly target: boolean;
  /** True where its value is shown nowhere. */
  readonly secret?: true;
  readonly example?: string;
}

/** Every setting, in the order in which people meet them. */
export const settingsTable = [
  {
    name: 'MODELARTS_ENDPOINT',
    meaning: 'The target; unset: the embedded mock, and nothing else is needed.',
    example: 'https://modelarts.eu-de.example.com',
    target: true,
  },
  {
    name: 'MODELARTS_PROJECT_ID',
    meaning: 'The project that the resource pool belongs to; needed with an endpoint.',
    target: true,
  },
  {
    name: 'MODELARTS_POOL_NAME',
    meaning: 'The resource pool; needed with an endpoint.',
    target: true,
  },
  {
    name: 'MODELARTS_TEMPLATE_NAME',
    meaning: 'The plug-in template that the suite may install and delete there; needed with an endpoint.',
    example: 'node-local-dns',
    target: true,
  },
  {
    name: 'MODELARTS_TEMPLATE_VERSION',
    meaning: 'The version to install; unset: the platform chooses.',
    target: true,
  },
  {
    name: 'MODELARTS_TEMPLATE_INPUTS',
    meaning: "The template's installation parameters, a JSON object.",
    example: '{"size":"large"}',
    target: true,
  },
  {
    name: 'MODELARTS_PLUGIN_SOURCE',
    meaning:
      '`install` (default): the suite installs what it deletes; `existing`: it deletes, once, the instance that is there already.',
    target: true,
  },
  {
    name: 'MODELARTS_ALLOW_DELETE',
    meaning:
      "Arms the suite for one host: must equal the endpoint's host, with its port where the URL has one.",
    example: 'modelarts.eu-de.example.com',
    target: true,
  },
  {
    name: 'MODELARTS_AUTH_TOKEN',
    meaning: 'A token, sent as `X-Auth-Token`; one of the three ways to authenticate.',
    target: true,
    secret: true,
  },
  {
    name: 'HUAWEICLOUD_SDK_AK',
    meaning: 'The access key that requests are signed with; another way to authenticate.',
    target: true,
  },
  {
    name: 'HUAWEICLOUD_SDK_SK',
    meaning: 'The secret key of that access key.',
    target: true,
    secret: true,
  },
  {
    name: 'HUAWEICLOUD_SDK_SECURITY_TOKEN',
    meaning: 'The security token of a temporary access key.',
    target: true,
    secret: true,
  },
  {
    name: 'MODELARTS_IAM_ENDPOINT',
    meaning: 'Where a token is fetched with a user and a password; the third way to authenticate.',
    target: true,
  },
  { name: 'MODELARTS_IAM_DOMAIN', meaning: "The user's account (domain) name.", target: true },
  { name: 'MODELARTS_IAM_USERNAME', meaning: "The user's name.", target: true },
  { name: 'MODELARTS_IAM_PASSWORD', meaning: "The user's password.", target: true, secret: true },
  {
    name: 'MODELARTS_REQUEST_TIMEOUT_MS',
    meaning: 'How long one request may take, in milliseconds; default 30000 (3000 with the embedded mock).',
    target: false,
  },
  {
    name: 'MODELARTS_SETTLE_TIMEOUT_MS',
    meaning:
      'How long an install or a removal may take, in milliseconds; default 900000 (1000 with the embedded mock).',
    target: false,
  },
  {
    name: 'MODELARTS_RUN_TIMEOUT_MS',
    meaning:
      'How long a whole run may take, in milliseconds; default: none; tidying may take one settle time more.',
    target: false,
  },
  {
    name: 'CONFORMANCE_REPORTS_DIR',
    meaning: 'Where reports are written; default `reports`.',
    target: false,
  },
  {
    name: 'CONFORMANCE_RUNNER',
    meaning:
      '`playwright` (default), or `direct`: the same run without Playwright, in a fraction of the time.',
    target: false,
  },
  {
    name: 'CONFORMANCE_LEDGER',
    meaning:
      'Where the ledger of installs and deletions is kept; default `ledger.ndjson` in the reports directory.',
    target: false,
  },
  {
    name: 'CONFORMANCE_HISTORY',
    meaning:
      'A file outside of the reports that gains a line a run, by which the next one says what is new; default: none.',
    example: 'conformance-history.ndjson',
    target: false,
  },
  {
    name: 'CONFORMANCE_STRICT',
    meaning: '`true`: drift fails as a violation does; default `false`.',
    target: false,
  },
  {
    name: 'CONFORMANCE_LIVE',
    meaning:
      '`true`: a run against a mock is an error, as with `--live`, known by the settings or by the first answer; default `false`.',
    target: false,
  },
  {
    name: 'CONFORMANCE_WAIVERS',
    meaning: 'The file of known violations that are waived for a time; default `waivers.yaml`.',
    target: false,
  },
  {
    name: 'CONFORMANCE_WAIVER_MAX_DAYS',
    meaning: 'How many days ahead the last day of a waiver may be, from 1 to 36500; default 90.',
    target: false,
  },
] as const satisfies readonly Setting[];

/** The name of a setting. */
export type SettingName = (typeof settingsTable)[number]['name'];
