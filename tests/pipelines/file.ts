import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const ROOT = new URL('../../ci/', import.meta.url);

/** Every file of `ci/`, by its place there. */
export const FILES = [
  'github/nightly.yml',
  'github/gate.yml',
  'github/action.yml',
  'github/matrix.yml',
  'gitlab/.gitlab-ci.yml',
  'gitlab/matrix.gitlab-ci.yml',
  'jenkins/Jenkinsfile',
  'azure/azure-pipelines.yml',
  'docker/Dockerfile',
  'docker/.dockerignore',
  'cron/conformance.service',
  'cron/conformance.timer',
  'cron/conformance.crontab',
] as const;

/** One of them. */
export type CiFile = (typeof FILES)[number];

/** Names and values, as a step of a job has them. */
export type Variables = Readonly<Record<string, string>>;

/** A step of a job that is lines of shell. */
export interface ShellStep {
  /** What the file calls it. */
  readonly name: string;
  readonly script: string;
  /** What it has beside the environment of its job; expressions of the service stand in it as they are. */
  readonly environment: Variables;
  /** Whether it is carried out after a step that failed too, and where the job was cancelled. */
  readonly always: boolean;
}

/** A job as a file has it. */
export interface Job {
  readonly steps: readonly ShellStep[];
  /** What every step of it has. */
  readonly environment: Variables;
  /** When the service ends it, in minutes. */
  readonly limitMinutes: number;
}

/** Where a file stands on the disk. */
export function pathOf(file: CiFile): string {
  return fileURLToPath(new URL(file, ROOT));
}

/** The text of a file. */
export function textOf(file: CiFile): string {
  return readFileSync(new URL(file, ROOT), 'utf8');
}

/** A file in YAML; whoever asks knows which members it has. */
export function yamlOf<T>(file: CiFile): T {
  // The service's own schema is not known to the compiler.
  return parse(textOf(file)) as T;
}

/** The one match of an expression, of which the first group is given. Throws where there is none. */
export function only(text: string, expression: RegExp): string {
  const [, found] = expression.exec(text) ?? [];
  if (found === undefined) throw new Error(`Nothing is as ${expression}.`);
  return found;
}
