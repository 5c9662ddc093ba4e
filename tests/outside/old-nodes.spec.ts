import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect } from '@playwright/test';
import { MAIN } from '../cli/command.ts';
import { test } from '../own-test.ts';
import { longIf } from '../slow.ts';
import { installed } from './install.ts';

// The oldest that parses the launcher, and the last that is too old, show what one between them does.
for (const name of ['node14', 'node16', 'node18']) {
  test(`${name} itself says in exit 2 and one sentence that it is too old${longIf(name === 'node16')}`, async () => {
    const require = await installed(fileURLToPath(new URL('nodes/', import.meta.url)));
    const node = require.resolve(`${name}/bin/node`);
    for (const args of [['run', '--mock'], ['explain'], []]) {
      const { code, told } = await new Promise<{ code: unknown; told: string }>((resolve) => {
        execFile(node, [MAIN, ...args], (error, stdout, stderr) =>
          resolve({ code: error?.code ?? 0, told: stdout + stderr }),
        );
      });
      const sentence = `Node is \`${name.slice(4)}.\\d+.\\d+\`; right would be Node 20 or later.`;
      expect([code, told]).toEqual([2, expect.stringMatching(new RegExp(`^${sentence}\\n$`))]);
    }
  });
}
