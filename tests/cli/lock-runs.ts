import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { LockPlace } from '../../src/lifecycle/locks/lock-file.ts';
import { locksAt } from '../../src/lifecycle/locks/lock-file.ts';
import { collectionPlace, directoryPlace } from '../../src/lifecycle/locks/places.ts';
import type { Mock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { liveSettings } from '../campaign/run.ts';
import { readLedger } from '../ledger-lines.ts';
import { test } from '../own-test.ts';

/** A temporary folder of the test's own: one more machine, as far as the locks of pools go. */
export function machine(name = 'tmp'): Readonly<Record<string, string>> {
  const folder = test.info().outputPath(name);
  mkdirSync(folder, { recursive: true });
  return { TMPDIR: folder };
}

/** A reports directory of the test's own. */
export function reportsOf(name: string): string {
  return test.info().outputPath(name);
}

/** The settings of a run on the test's machine, in that reports directory. */
export function settingsOn(mock: Mock, dir: string): Readonly<Record<string, string>> {
  return {
    ...liveSettings(mock.endpoint),
    ...machine(),
    // A busy machine may take minutes for the run beside it.
    MODELARTS_SETTLE_TIMEOUT_MS: '600000',
    CONFORMANCE_REPORTS_DIR: reportsOf(dir),
  };
}

/** Where the lock of the mock's pool stands on the test's machine. */
export function poolOf({ endpoint, options }: Mock): LockPlace {
  const { projectId, poolName } = options;
  return {
    ...collectionPlace({ endpoint, project: projectId, collection: poolName }),
    folder: machine()['TMPDIR'] ?? '',
  };
}

/** The paths of the locks of a directory and of the mock's pool. */
export function lockPaths(mock: Mock, dir: string): readonly string[] {
  return [directoryPlace(reportsOf(dir)), poolOf(mock)].flatMap(locksAt).map(({ path }) => path);
}

/** Waits until the run in a directory has installed its plug-in. */
export async function installed(dir: string): Promise<void> {
  const events = () => readLedger(join(reportsOf(dir), 'ledger.ndjson')).map(({ event }) => event);
  await expect.poll(events, { timeout: 120_000 }).toContain('installed');
}

/** The report of the run in a directory. */
export function reportIn(dir: string) {
  return JSON.parse(readFileSync(join(reportsOf(dir), 'conformance.json'), 'utf8'));
}

/** What stands in a directory of the test's own. */
export function namesIn(dir: string): readonly string[] {
  return readdirSync(reportsOf(dir));
}
