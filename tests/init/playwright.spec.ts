import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { PLAYWRIGHT, start } from '../cli/command.ts';
import { copyProject, type ProjectCopy } from '../cli/project-copy.ts';
import { test } from '../own-test.ts';
import { longIf } from '../slow.ts';
import { conformanceIn, contentOf, emptyFolder } from './place.ts';

const NAME = 'modelarts-plugin-conformance';

/** The package below the `node_modules` of a folder, as if it had been installed there. */
function installedIn(folder: string): ProjectCopy {
  const copy = copyProject([], join(folder, 'node_modules', NAME));
  const manifest = JSON.parse(readFileSync(copy.path('package.json'), 'utf8'));
  const exports = { './playwright': './dist/playwright/config.cjs', ...manifest.exports };
  writeFileSync(copy.path('package.json'), JSON.stringify({ ...manifest, exports }));
  return copy;
}

test('`init --playwright` writes a configuration of three lines, beside what is there', async () => {
  const folder = emptyFolder();
  writeFileSync(join(folder, '.env'), '');
  const { code, stdout } = await conformanceIn(folder, 'init', '--playwright');
  const { '.env': dotenv, 'playwright.config.ts': config = '' } = contentOf(folder);
  expect([code, dotenv, stdout]).toEqual([0, '', expect.stringContaining('--project=conformance')]);
  const lines = config.trimEnd().split('\n');
  expect([lines.length, lines[0], lines[2]]).toEqual([
    3,
    `import config from '${NAME}/playwright';`,
    'export default config;',
  ]);
});

for (const type of ['module', 'commonjs']) {
  test(`by it Playwright runs the suite of the package in a folder of the type \`${type}\`${longIf(type === 'commonjs')}`, async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ type }));
    const { main } = installedIn(folder);
    await start(['init', '--playwright'], {}, main, folder).ended;
    const args = ['test', '--project=conformance'];
    const unfilled = await start(args, {}, PLAYWRIGHT, folder).ended;
    expect([unfilled.code, unfilled.stdout + unfilled.stderr]).toEqual([
      1,
      expect.stringContaining('`MODELARTS_ENDPOINT` is still the placeholder'),
    ]);
    rmSync(join(folder, '.env'));
    const { code, stdout } = await start(args, {}, PLAYWRIGHT, folder).ended;
    expect([code, stdout]).toEqual([0, expect.stringContaining('CONFORMANT')]);
    const imported = join(folder, 'imported.mjs');
    writeFileSync(
      imported,
      `import config from '${NAME}/playwright'; process.exitCode = config.workers === 1 ? 0 : 1;`,
    );
    expect((await start([], {}, imported, folder).ended).code).toBe(0);
  });
}
