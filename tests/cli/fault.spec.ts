import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { conformance } from './command.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

for (const runner of ['direct', 'playwright']) {
  test(`a description that does not compile ends a ${runner} run in exit 4, one sentence and the place`, async () => {
    const copy = test.info().outputPath('project');
    for (const name of [
      'dist',
      'specs',
      'schemas',
      'package.json',
      'playwright.config.ts',
      'tests/conformance',
    ]) {
      cpSync(join(ROOT, name), join(copy, name), { recursive: true });
    }
    symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
    const file = join(copy, 'specs/modelarts-plugins.openapi.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace('type: string', 'type: strng'));
    const main = join(copy, 'dist/cli/main.js');
    const { code, stdout, stderr } = await conformance(['run', '--runner', runner], {}, main);
    expect(code).toBe(4);
    expect(stderr).toContain('The schema at `/components/');
    expect(stderr).not.toMatch(/\n +at /);
    expect(stdout).not.toContain('CONFORMANT');
  });
}
