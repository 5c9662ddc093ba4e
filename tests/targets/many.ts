import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Mock, type MockOptions, startMock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { test } from '../own-test.ts';

/** A file of targets as its members stand in it. */
export type Entry = Readonly<Record<string, unknown>>;

/** An entry that points at a mock as at a live endpoint, its token in the variable `TOKEN_ENV`. */
export function entryOf({ endpoint, options }: Mock, name: string, more: Entry = {}): Entry {
  return {
    name,
    endpoint,
    projectId: options.projectId,
    pool: options.poolName,
    template: options.templateName,
    allowDelete: new URL(endpoint).host,
    auth: { tokenEnv: 'TOKEN_ENV' },
    ...more,
  };
}

/** What a run of many targets is started with: the token of the mock, and times that suit it. */
export const SETTINGS: Readonly<Record<string, string>> = {
  TOKEN_ENV: 'mock-token',
  MODELARTS_REQUEST_TIMEOUT_MS: '5000',
  MODELARTS_SETTLE_TIMEOUT_MS: '8000',
};

/** Writes the file; JSON is YAML. */
export function writeTargets(
  entries: readonly Entry[],
  file = test.info().outputPath('targets.yaml'),
): string {
  writeFileSync(file, JSON.stringify(entries, null, 2));
  return file;
}

/** Starts so many mocks; each is a pool of its own. */
export function startMocks(count: number, options: Partial<MockOptions> = {}): Promise<readonly Mock[]> {
  return Promise.all(Array.from({ length: count }, () => startMock(options, null, false)));
}

/** A file below the reports directory; null where it is not there. */
export function reportText(...names: readonly string[]): string | null {
  const path = join(test.info().outputPath('reports'), ...names);
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}

/** The same, parsed. */
export function reportJson(...names: readonly string[]) {
  return JSON.parse(reportText(...names) ?? 'null');
}
