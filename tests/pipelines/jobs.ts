import { type CiFile, type Job, only, type ShellStep, textOf, type Variables, yamlOf } from './file.ts';

/** A job of a workflow. */
export interface GithubJob {
  readonly 'timeout-minutes': number;
  readonly env?: Variables;
  readonly steps: readonly GithubStep[];
}

interface GithubStep {
  readonly name?: string;
  readonly run?: string;
  readonly if?: string;
  readonly env?: Variables;
}

/** What a file leaves to its user, as its head says. */
const INSTALL: ShellStep = {
  name: 'by hand',
  script: 'npm ci --ignore-scripts',
  environment: {},
  always: false,
};

/** The one job of a workflow. */
export function githubJob(file: 'github/nightly.yml' | 'github/gate.yml'): Job {
  interface Workflow {
    readonly env?: Variables;
    readonly jobs: Readonly<Record<string, GithubJob>>;
  }
  const { env = {}, jobs } = yamlOf<Workflow>(file);
  const [job, ...others] = Object.values(jobs);
  if (job === undefined || others.length > 0) throw new Error('A workflow has one job.');
  return shellJob(job, env);
}

/** A job of a workflow, with the environment of the workflow. */
export function shellJob({ steps, env = {}, 'timeout-minutes': limit }: GithubJob, all: Variables = {}): Job {
  return { steps: steps.flatMap(githubStep), environment: { ...all, ...env }, limitMinutes: limit };
}

/** The action; the limit is its caller's, as its head says. */
export function githubAction(): Job {
  const file = 'github/action.yml';
  const { runs } = yamlOf<{ runs: { steps: readonly GithubStep[] } }>(file);
  const limitMinutes = Number(only(textOf(file), /^#\s+timeout-minutes: (\d+)$/m));
  return { steps: [INSTALL, ...runs.steps.flatMap(githubStep)], environment: {}, limitMinutes };
}

function githubStep({ name = '', run, if: condition, env = {} }: GithubStep): readonly ShellStep[] {
  if (run === undefined) return [];
  return [{ name: name || run, script: run, environment: env, always: condition === 'always()' }];
}

/** A job of GitLab: what it has in common with the other, and its own. */
export function gitlabJob(): Job {
  interface Common {
    readonly before_script: readonly string[];
    readonly script: readonly string[];
    readonly after_script: readonly string[];
    readonly timeout: string;
    readonly variables: Variables;
  }
  const all = yamlOf<{ variables: Variables; '.conformance': Common }>('gitlab/.gitlab-ci.yml');
  const common = all['.conformance'];
  // The runner makes one script of the two, and another of what comes after.
  const step = (name: keyof Common, lines: readonly string[], always: boolean) => ({
    ...{ name, script: lines.join('\n'), environment: {}, always },
  });
  return {
    steps: [
      step('before_script', common.before_script, false),
      step('script', common.script, false),
      step('after_script', common.after_script, true),
    ],
    environment: { ...all.variables, ...common.variables },
    limitMinutes: Number(only(common.timeout, /^(\d+) minutes$/)),
  };
}

/** The one job of the pipeline of Azure. */
export function azureJob(): Job {
  interface Pipeline {
    readonly variables: readonly { readonly name?: string; readonly value?: string }[];
    readonly jobs: readonly {
      readonly timeoutInMinutes: number;
      readonly steps: readonly {
        readonly script?: string;
        readonly displayName: string;
        readonly condition?: string;
        readonly env?: Variables;
      }[];
    }[];
  }
  const { variables, jobs } = yamlOf<Pipeline>('azure/azure-pipelines.yml');
  const [job] = jobs;
  if (job === undefined) throw new Error('The pipeline has no job.');
  const environment = Object.fromEntries(variables.map(({ name = '', value = '' }) => [name, value]));
  delete environment[''];
  const steps = job.steps.flatMap(({ script, displayName, condition, env = {} }) =>
    script === undefined
      ? []
      : [{ name: displayName, script, environment: env, always: condition === 'always()' }],
  );
  return { steps, environment, limitMinutes: job.timeoutInMinutes };
}

/** The stages of the Jenkinsfile, and what comes after them: the texts that it gives to `sh`. */
export function jenkinsJob(): Job {
  const text = textOf('jenkins/Jenkinsfile');
  const scripts = [...text.matchAll(/\bsh(?: |\([^'\n]*)(?:'''([\s\S]*?)'''|'([^'\n]*)')/g)];
  const steps = scripts.map(([, long, short], index) => ({
    name: `sh ${index + 1}`,
    script: long ?? short ?? '',
    environment: {},
    always: index === scripts.length - 1,
  }));
  const block = only(text, /^ {2}environment \{\n([\s\S]*?)^ {2}\}/m);
  const set = [...block.matchAll(/^ {4}([A-Z_]+) = '([^']*)'/gm)];
  return {
    steps,
    environment: Object.fromEntries(set.map(([, name = '', value = '']) => [name, value])),
    limitMinutes: Number(only(text, /timeout\(time: (\d+), unit: 'MINUTES'\)/)),
  };
}

/** What systemd starts, without a shell: its lines have nothing of one. */
export function systemdJob(): Job {
  const file: CiFile = 'cron/conformance.service';
  const lines = [...textOf(file).matchAll(/^(\w+)=(.*)$/gm)];
  const named = (key: string) => lines.flatMap(([, name, value = '']) => (name === key ? [value] : []));
  const step = (name: string, always: boolean): ShellStep => {
    // A `-` before a command says that its exit code changes nothing.
    const script = named(name).map((line) => (line.startsWith('-') ? `${line.slice(1)} || true` : line));
    return { name, script: script.join('\n'), environment: {}, always };
  };
  return {
    steps: [INSTALL, step('ExecStartPre', false), step('ExecStart', false), step('ExecStopPost', true)],
    environment: Object.fromEntries(named('Environment').map((one) => one.split('=') as [string, string])),
    limitMinutes: Number(only(textOf(file), /^TimeoutStartSec=(\d+)min$/m)),
  };
}

/** The one line of the crontab; its limit is that of `timeout`, for the run alone. */
export function cronJob(): Job {
  const text = textOf('cron/conformance.crontab');
  const script = only(text, /^\d+ \d+ \* \* \* +(.*)$/m);
  const set = [...text.matchAll(/^([A-Z_]+)=(.*)$/gm)];
  return {
    steps: [INSTALL, { name: 'crontab', script, environment: {}, always: false }],
    environment: Object.fromEntries(set.map(([, name = '', value = '']) => [name, value])),
    limitMinutes: Number(only(script, /\btimeout -k 15m (\d+)m /)),
  };
}

/** What an image is built by, and what a container of it runs: no shell, but `RUN`. Its limit is its user's. */
export function dockerJob(): Job {
  const text = textOf('docker/Dockerfile');
  const list = (name: string) => JSON.parse(only(text, new RegExp(`^${name} (\\[.*\\])$`, 'm'))) as string[];
  const command = [...list('ENTRYPOINT'), ...list('CMD')].join(' ');
  const set = only(text, /^ENV (.*)$/m).split(' ');
  return {
    steps: [
      { name: 'RUN', script: only(text, /^RUN (npm .*)$/m), environment: {}, always: false },
      { name: 'CMD', script: `exec ${command}`, environment: {}, always: false },
      { name: 'sweep', script: `${list('ENTRYPOINT').join(' ')} sweep`, environment: {}, always: true },
    ],
    environment: Object.fromEntries(set.map((one) => one.split('=') as [string, string])),
    limitMinutes: Number.POSITIVE_INFINITY,
  };
}
