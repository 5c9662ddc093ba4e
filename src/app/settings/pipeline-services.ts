/** The services whose agents are told how a run ended, by what their variables say. */
export interface PipelineServices {
  /** The files that GitHub's runner reads when the step is over; null where it names none. */
  readonly github: { readonly summary: string | null; readonly output: string | null } | null;
  readonly azure: boolean;
  readonly gitlab: boolean;
}

/** Whether there is one to be told. */
export function areAny({ github, azure, gitlab }: PipelineServices): boolean {
  return github !== null || azure || gitlab;
}

/** What `--ci` takes: it turns all of them off. */
export const NO_SERVICE = 'none';

/** What later steps can ask for, on each service by the same name. */
export const OUTPUT_NAMES = ['verdict', 'exit-code', 'passed', 'failed', 'inconclusive'] as const;

export type OutputName = (typeof OUTPUT_NAMES)[number];

/** The variable that GitLab makes of an output, for the jobs that follow: it takes letters, digits and underscores. */
export function variableOf(name: OutputName): string {
  return `CONFORMANCE_${name.toUpperCase().replaceAll('-', '_')}`;
}

/** Whether a variable is one that an earlier run's `conformance.env` left in a job: no setting, and no misspelt one. */
export function isOutputVariable(name: string): boolean {
  return OUTPUT_NAMES.some((one) => variableOf(one) === name);
}

/** The services that this process runs under; none where its arguments turn them off. */
export function servicesHere(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>> = process.env,
): PipelineServices {
  const isOff = args.some(
    (one, at) => one === `--ci=${NO_SERVICE}` || (one === '--ci' && args[at + 1] === NO_SERVICE),
  );
  const isIn = (name: string) => !isOff && !['', 'false'].includes(environment[name]?.toLowerCase() ?? '');
  const { GITHUB_STEP_SUMMARY, GITHUB_OUTPUT } = environment;
  return {
    github: isIn('GITHUB_ACTIONS')
      ? { summary: GITHUB_STEP_SUMMARY || null, output: GITHUB_OUTPUT || null }
      : null,
    azure: isIn('TF_BUILD'),
    gitlab: isIn('GITLAB_CI'),
  };
}
