import { type Variables, yamlOf } from './file.ts';
import { type GithubJob, shellJob } from './jobs.ts';
import type { Service } from './repository.ts';
import { github } from './services.ts';

/** What one machine of the matrix is asked for. */
export interface Part {
  readonly job: string;
  readonly targets: string;
  /** The names of its secrets. */
  readonly secrets: readonly string[];
}

/** GitHub's file, as far as it matters. */
export interface Matrix {
  readonly jobs: {
    readonly targets: GithubJob & {
      readonly strategy: { 'fail-fast': boolean; matrix: { readonly include: readonly Part[] } };
    };
    readonly all: GithubJob & { readonly needs: string; readonly if: string };
  };
}

/** What the parts of the matrix are that GitHub's file shows. */
export function partsOfMatrix(): readonly Part[] {
  return yamlOf<Matrix>('github/matrix.yml').jobs.targets.strategy.matrix.include;
}

/** The job of a part, and that which joins what the parts left. */
export function matrixJob(which: 'targets' | 'all') {
  return shellJob(yamlOf<Matrix>('github/matrix.yml').jobs[which]);
}

/** What GitHub does for a step of a part; `kept` are the secrets of the repository. */
export function githubFor({ job, targets, secrets }: Part, kept: Variables, status = 'success'): Service {
  const all = github({}, status);
  const named: Variables = { job, targets };
  const own = (value: string) =>
    value
      .replace(/\$\{\{ join\(matrix\.secrets, ' '\) \}\}/, secrets.join(' '))
      // What is not there is empty, as is the secret of such a name.
      .replace(
        /\$\{\{ secrets\[matrix\.secrets\[(\d)\]\] \}\}/,
        (_, at: string) => kept[secrets[Number(at)] ?? ''] ?? '',
      )
      .replace(/\$\{\{ matrix\.(\w+) \}\}/g, (_, name: string) => named[name] ?? '');
  return { ...all, valueOf: (value) => all.valueOf(own(value)) };
}
