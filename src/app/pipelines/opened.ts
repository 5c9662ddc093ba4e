import type { PipelineServices } from '../settings/pipeline-services.ts';
import type { RunEnd } from './run-end.ts';

/** What is known of the pipeline that this process runs in. */
export interface Opened {
  readonly services: PipelineServices;
  /** The reports directory, once the run of this process has it. */
  reportsDir: string | null;
  /** What was told last; null as long as nothing was. */
  told: RunEnd | null;
}

/** Where the bundles of one process meet, for each has modules of its own. */
const OPENED = Symbol.for('modelarts-plugin-conformance.pipelines');

// Only this file writes the property.
const shared = globalThis as { [OPENED]?: Opened };

/** Says which services are told of the end of this process's run; who says so first is believed. */
export function openPipelines(services: PipelineServices): void {
  shared[OPENED] ??= { services, reportsDir: null, told: null };
}

/** The run of this process has a reports directory now. */
export function haveReports(dir: string): void {
  if (shared[OPENED] !== undefined) shared[OPENED].reportsDir = dir;
}

/** What was opened; null where nothing was. */
export function openedPipelines(): Opened | null {
  return shared[OPENED] ?? null;
}
