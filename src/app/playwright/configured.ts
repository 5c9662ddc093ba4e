import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PlaywrightTestConfig } from '@playwright/test';
import { PLAYWRIGHT_OUTPUT, PLAYWRIGHT_REPORT } from '../../engine/report/report-files.ts';
import { prepareHtmlPage } from '../settings/playwright-environment.ts';
import { readConfiguration } from './configuration.ts';
import { titleOf } from './title.ts';

/**
 * The configuration of Playwright for the tests in this folder, by the settings; what it names stands beside it where it
 * was built. Throws one sentence where no run may begin.
 */
export function configured(testDir: string): PlaywrightTestConfig {
  const { settings, calling } = readConfiguration();
  const { reportsDir } = settings;
  const page = join(reportsDir, PLAYWRIGHT_REPORT);
  const title = titleOf(settings);
  if (calling !== 'list') prepareHtmlPage({ folder: page, title });
  return {
    // What the build left is loaded as it is.
    build: { external: ['**/dist/**'] },
    testDir,
    projects: [{ name: 'conformance' }],
    outputDir: join(reportsDir, PLAYWRIGHT_OUTPUT),
    // One walk, from one worker; a retry would turn a violation into "flaky".
    workers: 1,
    fullyParallel: false,
    retries: 0,
    forbidOnly: true,
    // The settings bound every request and every wait.
    timeout: 0,
    globalSetup: built('setup.cjs'),
    // Of a change that is under way nobody is told but a model.
    captureGitInfo: { diff: false },
    reporter:
      calling === 'list'
        ? // A page would be written of a list too.
          'list'
        : [
            ['html', { outputFolder: page, open: 'never', noSnippets: true, noCopyPrompt: true, title }],
            // The last one: what the others wrote is looked through by then.
            [built('reporter.cjs')],
          ],
  };
}

function built(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url));
}
