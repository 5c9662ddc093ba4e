import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { PACKAGE } from '../../src/engine/package-root.ts';
import { markFolder } from '../../src/engine/report/own-files.ts';
import { removeReports } from '../../src/engine/report/report-files.ts';
import { REPORT_FILES } from '../../src/engine/report/write.ts';
import { test } from '../own-test.ts';
import { reportsFolder } from './reports-folder.ts';

const REPORT = '<!DOCTYPE html><template id="playwrightReportBase64">data:application/zip;base64,</template>';
const OURS = `{\n  "verdict": "conformant",\n  "suite": {\n    "name": "${PACKAGE.name}"`;

const { dir, put, strangers } = reportsFolder();

for (const name of ['playwright', '.playwright', '.run']) {
  test(`a folder \`${name}\` is its own where it is empty or marked`, () => {
    put(`${name}/index.html`, REPORT);
    put(`${name}/.last-run.json`, '{}');
    expect(strangers()).toEqual([name]);
    markFolder(join(dir(), name));
    expect(strangers()).toEqual([]);
    removeReports(dir());
    mkdirSync(join(dir(), name), { recursive: true });
    expect(strangers()).toEqual([]);
  });
}

test("a report of Playwright's is its own beside a `conformance.json` of this suite, and there alone", () => {
  put('playwright/index.html', REPORT);
  put('playwright/data/trace.zip', '');
  put('.playwright/.last-run.json', '{}');
  expect(strangers()).toEqual(['.playwright', 'playwright']);
  put(REPORT_FILES.json, '{}');
  expect(strangers()).toEqual(['.playwright', 'conformance.json', 'playwright']);
  removeReports(dir());
  put(REPORT_FILES.json, OURS);
  expect(strangers()).toEqual([]);
  put('playwright/index.tsx', 'mine');
  expect(strangers()).toEqual(['playwright']);
});

test('what is torn, or a template of components, is no report of Playwright', () => {
  put(REPORT_FILES.json, OURS);
  for (const text of [REPORT.slice(0, -3), '<div id="root"></div>', '']) {
    put('playwright/index.html', text);
    expect(strangers()).toEqual(['playwright']);
  }
});
