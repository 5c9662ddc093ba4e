import type { FileKeys } from '../../engine/model/resource.ts';
import { namesAsMembers } from '../../engine/report/named-members.ts';
import type { Settings } from '../../lifecycle/settings/settings.ts';
import type { RunPlan } from '../run/run-suite.ts';

/** What a run was set to do, without its secrets: `settings.json`, where the suite's own keys name the target. */
export interface RunSettings {
  readonly formatVersion: 1;
  /** The run's id. */
  readonly run: string;
  readonly target: {
    readonly endpoint: string;
    /** How requests were authenticated, in words. */
    readonly authentication: string;
    readonly templateVersion: string | null;
    readonly templateInputs: Readonly<Record<string, unknown>> | null;
    readonly [name: string]: unknown;
  };
  /** In milliseconds. */
  readonly requestTimeoutMs: number;
  readonly settleTimeoutMs: number;
  readonly runTimeoutMs: number | null;
  readonly attempts: Settings['attempts'];
  readonly strict: boolean;
  /** Whether a mock would have been an error. */
  readonly live: boolean;
  readonly waiverMaxDays: number;
  /** The file names of the description, and of the sentences of its document, where those stand in a file. */
  readonly description: string;
  readonly statements: string | null;
}

/** The settings of a run as they are kept beside its reports. */
export function runSettings(
  settings: Settings,
  plan: RunPlan,
): Omit<RunSettings, 'description' | 'statements'> {
  const { suite, run, target, source, names } = plan;
  const keys: FileKeys = suite.resource.keys;
  return {
    formatVersion: 1,
    run: run.id,
    target: {
      endpoint: target.endpoint,
      ...namesAsMembers(keys, names),
      [keys.source]: source,
      authentication: target.authentication,
      templateVersion: plan.templateVersion,
      templateInputs: plan.templateInputs,
    },
    requestTimeoutMs: settings.requestTimeoutMs,
    settleTimeoutMs: settings.settleTimeoutMs,
    runTimeoutMs: settings.runTimeoutMs,
    attempts: settings.attempts,
    strict: settings.strict,
    live: settings.live,
    waiverMaxDays: settings.waiverMaxDays,
  };
}
