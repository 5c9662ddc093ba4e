import { expect } from '@playwright/test';
import { test } from '../own-test.ts';
import { conformance } from './command.ts';
import { copyProject } from './project-copy.ts';

for (const runner of ['direct', 'playwright']) {
  test(`a description that does not compile ends a ${runner} run in exit 4, one sentence and the place @slow`, async () => {
    const copy = copyProject();
    copy.replace('specs/modelarts-plugins.openapi.yaml', 'type: string', 'type: strng');
    const { code, stdout, stderr } = await conformance(['run', '--runner', runner], {}, copy.main);
    expect(code).toBe(4);
    expect(stderr).toContain('The schema at `/components/');
    expect(stderr).not.toMatch(/\n +at /);
    expect(stdout).not.toContain('CONFORMANT');
  });
}
