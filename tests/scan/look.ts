import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { test } from '@playwright/test';
import { holdsSecret } from '../../src/scan/file.ts';
import { soughtOf } from '../../src/scan/search.ts';

/** What is looked for. */
export const SECRET = 'canary-"0123"/4567';

/** Writes a file of the test's own and gives its path. */
export function written(name: string, content: string | Uint8Array): string {
  const path = test.info().outputPath(name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return path;
}

/** Whether the secret is found in a file of this content. */
export function isFound(content: string | Uint8Array, secret = SECRET): boolean {
  return holdsSecret(written('file', content), soughtOf(['another-secret-00', secret]));
}
