import type { Json, JsonObject } from '../../../engine/json.ts';
import { workloads } from './workloads.ts';

/** What a client asks to be installed. */
export interface Template {
  readonly name: string;
  readonly version: string;
  readonly inputs: JsonObject;
}

/** A plug-in instance as the mock keeps it; never changed, but replaced. */
export interface Plugin {
  readonly poolName: string;
  readonly template: Template;
  /** RFC 3339, `Z`. */
  readonly creationTimestamp: string;
  /** Milliseconds of the monotonic clock from which on it is `Running`. */
  readonly runningAt: number;
  /** Milliseconds of the monotonic clock at which it is gone; null where it is not being deleted. */
  readonly goneAt: number | null;
}

/** The phases that the mock itself goes through. */
export type Phase = 'Pending' | 'Running' | 'Deleting';

const REASONS: Readonly<Record<Phase, string>> = {
  Pending: 'Install in progress',
  Running: 'Install complete',
  Deleting: 'Uninstall in progress',
};

/** The phase of a plug-in at a moment of the monotonic clock. */
export function phaseAt(plugin: Plugin, now: number): Phase {
  if (plugin.goneAt !== null) return 'Deleting';
  return now >= plugin.runningAt ? 'Running' : 'Pending';
}

/** A plug-in as the API describes it; `detail` adds `status.values` and `status.resources`. */
export function describePlugin(plugin: Plugin, phase: Phase, detail: boolean): Json {
  const { name, version, inputs } = plugin.template;
  return {
    kind: 'Plugin',
    apiVersion: 'v2',
    metadata: { name: `${plugin.poolName}-${name}`, creationTimestamp: plugin.creationTimestamp },
    spec: { template: { name, version, inputs } },
    status: {
      phase,
      version,
      reason: REASONS[phase],
      ...(detail ? { values: JSON.stringify(inputs), resources: workloads(name) } : {}),
    },
  };
}
