import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FullConfig } from '@playwright/test';

/** Makes the folder that tests work in a package of its own: commands look for a `.env` up to the root of theirs, and a developer's is beyond it. */
export default function makeOwnPackage({ projects }: FullConfig): void {
  for (const { outputDir } of projects) {
    mkdirSync(outputDir, { recursive: true });
    writeFileSync(join(outputDir, 'package.json'), '{ "private": true, "type": "module" }\n');
  }
}
