import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { heldBy } from '../../src/engine/secrets/files/file.ts';
import { atOnce, type Looked, lookThroughFiles } from '../../src/engine/secrets/files/scan.ts';
import { secretsOfFiles } from '../../src/engine/secrets/files/secrets.ts';
import type { Held } from '../../src/engine/secrets/look/found.ts';
import { test } from '../own-test.ts';

/** What is looked for. */
export const SECRET = 'canary-"0123"/4567';

/** Writes a file of the test's own and gives its path. */
export function written(name: string, content: string | Uint8Array): string {
  const path = test.info().outputPath(name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return path;
}

/** What a file of this content is found to hold. */
export function held(content: string | Uint8Array, secret = SECRET): Held | null {
  const secrets = secretsOfFiles(['another-secret-00', secret]);
  return secrets === null ? null : atOnce(heldBy(written('file', content), secrets));
}

/** Whether the secret is found in a file of this content. */
export function isFound(content: string | Uint8Array, secret = SECRET): boolean {
  return held(content, secret) === 'secret';
}

/** Looks through files and folders for these secrets. */
export function lookThrough(paths: readonly string[], secrets: readonly string[]): Looked {
  return atOnce(lookThroughFiles(paths, secretsOfFiles(secrets)));
}
