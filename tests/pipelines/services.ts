import { test } from '../own-test.ts';
import { type Variables, yamlOf } from './file.ts';
import { type Service, secrets } from './repository.ts';

/** What GitHub does for a step; `inputs` are those of an action's caller, `status` is that of the job. */
export function github(inputs: Variables = {}, status = 'success'): Service {
  const own = (name: string) => test.info().outputPath(name);
  const values: Variables = { ...secrets(), ...inputs, status };
  return {
    shell: ['sh', '-e'],
    own: {
      GITHUB_ACTIONS: 'true',
      GITHUB_OUTPUT: own('github-output'),
      GITHUB_STEP_SUMMARY: own('summary'),
    },
    valueOf: (value) =>
      value.replace(/\$\{\{ (?:secrets|inputs|job)\.([\w-]+) \}\}/g, (_, name: string) => values[name] ?? ''),
    givesSecrets: false,
  };
}

/** Which input of the action becomes which setting. */
const SETTINGS = {
  endpoint: 'MODELARTS_ENDPOINT',
  'project-id': 'MODELARTS_PROJECT_ID',
  'pool-name': 'MODELARTS_POOL_NAME',
  'template-name': 'MODELARTS_TEMPLATE_NAME',
  'allow-delete': 'MODELARTS_ALLOW_DELETE',
  'settle-timeout-ms': 'MODELARTS_SETTLE_TIMEOUT_MS',
  'access-key': 'HUAWEICLOUD_SDK_AK',
  'secret-key': 'HUAWEICLOUD_SDK_SK',
} as const;

/** What the action's inputs are where its caller sets these settings, and of the others none but `given`. */
export function inputsOf(settings: Variables, given: Variables = {}): Variables {
  const { inputs } = yamlOf<{ inputs: Record<string, { default?: string }> }>('github/action.yml');
  const all = { ...settings, ...secrets() };
  const values = Object.entries(inputs).map(([name, { default: value = '' }]) => {
    const setting = Object.entries(SETTINGS).find(([input]) => input === name)?.[1];
    return [name, setting === undefined ? value : (all[setting] ?? value)];
  });
  return { ...Object.fromEntries(values), ...given };
}

/** What GitLab does: secrets are variables of the project. */
export const gitlab: Service = {
  shell: ['bash', '-eo', 'pipefail'],
  own: { GITLAB_CI: 'true' },
  valueOf: (value) => value,
  givesSecrets: true,
};

/** What Azure does, where a pipeline was started for a reason. */
export function azure(reason: 'Schedule' | 'Manual', status = 'Succeeded'): Service {
  const values = secrets();
  return {
    shell: ['bash'],
    own: { TF_BUILD: 'True', BUILD_REASON: reason, AGENT_JOBSTATUS: status },
    valueOf: (value) => value.replace(/\$\((\w+)\)/g, (_, name: string) => values[name] ?? ''),
    givesSecrets: false,
  };
}

/** What Jenkins does within `withCredentials`. */
export const jenkins: Service = { ...gitlab, shell: ['sh', '-xe'], own: {} };

/** What systemd and cron do: the secrets stand in a file beside the package. */
export const machine: Service = { ...gitlab, shell: ['sh'], own: {} };
