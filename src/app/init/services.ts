/** The services that `init` has files for: of each file of `ci/<service>/` where the service looks for it. */
export const SERVICE_FILES = {
  github: {
    'nightly.yml': '.github/workflows/conformance-nightly.yml',
    'gate.yml': '.github/workflows/conformance-gate.yml',
    'action.yml': '.github/actions/conformance/action.yml',
  },
  gitlab: { '.gitlab-ci.yml': '.gitlab-ci.yml' },
  jenkins: { Jenkinsfile: 'Jenkinsfile' },
  azure: { 'azure-pipelines.yml': 'azure-pipelines.yml' },
  docker: { Dockerfile: 'Dockerfile', '.dockerignore': '.dockerignore' },
  cron: {
    'conformance.service': 'conformance.service',
    'conformance.timer': 'conformance.timer',
    'conformance.crontab': 'conformance.crontab',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, string>>>>;

/** A service with files of its own. */
export type Service = keyof typeof SERVICE_FILES;

/** What `--ci` takes. */
// The names of the object above, and no others.
export const SERVICES = Object.keys(SERVICE_FILES) as readonly Service[];
