import { existsSync, readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { type Mock, startMock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { liveSettings } from '../campaign/run.ts';
import { readLedger } from '../ledger-lines.ts';
import { test } from '../own-test.ts';
import { longIf } from '../slow.ts';
import { conformance, playwright, start } from './command.ts';
import { copyProject, type ProjectCopy } from './project-copy.ts';

const TOKEN = 'canary-4f1d0f2c9b';
const SENTENCE = 'held a secret of this run and was removed.';
const report = (...names: readonly string[]) => test.info().outputPath('reports', ...names);

let mock: Mock;

test.beforeEach(async () => {
  mock = await startMock({ tokens: [TOKEN] });
});

test.afterEach(() => mock.close());

const environment = () => ({ ...liveSettings(mock.endpoint), MODELARTS_AUTH_TOKEN: TOKEN });

/** A copy whose report object is made by an expression in the place of what makes it. */
function changedReports(expression: string): ProjectCopy {
  const copy = copyProject();
  copy.replace('dist', /report:\s*withoutSecrets\d*\(report,\s*secrets\)/, `report: ${expression}`);
  return copy;
}

/** Makes each line of the ledger hold the token. */
function leakIntoLedger(copy: ProjectCopy): void {
  copy.replace(
    'dist',
    /formatVersion:\s*FORMAT_VERSION\d*,\s*\.\.\.about/g,
    '$&,note:process.env.MODELARTS_AUTH_TOKEN',
  );
}

/** The notes of the ledger's lines, each once. */
function notesOfLedger(): readonly string[] {
  const lines = readFileSync(report('ledger.ndjson'), 'utf8').trim().split('\n');
  return [...new Set(lines.map((line) => JSON.parse(line).note))];
}

/** A copy with one more line in Playwright's tests, as they are and as they were built; it may use the `info`. */
function leakingTests(line: string): ProjectCopy {
  const copy = copyProject();
  const more = `.afterEach(async ({}, info) => { ${line} });\n`;
  copy.replace('tests/conformance/delete-plugin.spec.ts', /$(?![\s\S])/, `\ntest${more}`);
  const built = 'dist/playwright/tests/delete-plugin.spec.cjs';
  copy.replace(built, /$(?![\s\S])/, `\nimport_conformance.test${more}`);
  return copy;
}

for (const runner of ['direct', 'playwright']) {
  test(`reports that hold the token end a ${runner} run in exit 4, are removed and named${longIf(runner === 'playwright')}`, async () => {
    const { main } = changedReports('{ ...report, reason: process.env.MODELARTS_AUTH_TOKEN }');
    const { code, stdout, stderr } = await conformance(['run', '--runner', runner], environment(), main);
    expect(code).toBe(4);
    for (const name of ['conformance.html', 'conformance.json', 'conformance.md']) {
      expect(stderr).toContain(`\`${report(name)}\` ${SENTENCE}`);
      expect(existsSync(report(name)), name).toBe(false);
    }
    expect(existsSync(report('evidence.har'))).toBe(true);
    expect(stderr).toContain('This is a fault of the suite itself');
    expect(stdout + stderr).not.toMatch(/canary|\n +at |CONFORMANT/);
  });

  test(`a ledger that holds the token ends a ${runner} run in exit 4, and only the token is gone${longIf(runner === 'playwright')}`, async () => {
    const copy = copyProject();
    leakIntoLedger(copy);
    const { code, stderr } = await conformance(['run', '--runner', runner], environment(), copy.main);
    expect(code).toBe(4);
    expect(stderr).toContain(`\`${report('ledger.ndjson')}\` held a secret of this run, which was replaced.`);
    expect(notesOfLedger()).toEqual(['[REDACTED]']);
    expect(JSON.parse(readFileSync(report('conformance.json'), 'utf8')).run.exitCode).toBe(4);
  });

  test(`what a ${runner} run wrote that failed otherwise is looked through as well${runner === 'playwright' ? ' @long' : ''}`, async () => {
    const copy = changedReports('(() => { throw new Error("no " + process.env.MODELARTS_AUTH_TOKEN) })()');
    leakIntoLedger(copy);
    const { code, stdout, stderr } = await conformance(['run', '--runner', runner], environment(), copy.main);
    expect(code).toBe(4);
    expect(stdout + stderr).toContain(`\`${report('ledger.ndjson')}\` held a secret`);
    expect(notesOfLedger()).toEqual(['[REDACTED]']);
    expect(stderr).toMatch(/Error: no \[REDACTED\]\n/);
    expect(stdout + stderr).not.toContain('canary');
  });

  test(`a fault outside of any promise ends a ${runner} run in exit 4, tidied up and with a clean trace @slow`, async () => {
    const copy = copyProject();
    const fault =
      "process.on('SIGUSR2', () => { throw new Error('no ' + process.env.MODELARTS_AUTH_TOKEN) });\n";
    copy.replace('dist/cli/main.js', /^(?=import )/m, fault);
    const slow = await startMock({ tokens: [TOKEN], installMs: 60_000 });
    const settings = {
      ...liveSettings(slow.endpoint),
      MODELARTS_AUTH_TOKEN: TOKEN,
      MODELARTS_SETTLE_TIMEOUT_MS: '20000',
    };
    const ledger = () => readLedger(report('ledger.ndjson')).map(({ event }) => event);
    const running = start(['run', '--runner', runner], settings, copy.main);
    await expect.poll(ledger, { timeout: 30_000 }).toContain('installed');
    running.kill('SIGUSR2');
    const { code, stdout, stderr } = await running.ended;
    await slow.close();
    expect([code, ledger().at(-1)]).toEqual([4, 'gone']);
    expect(stderr).toMatch(/Error: no \[REDACTED\]\n +at /);
    expect(stdout + stderr).not.toContain('canary');
  });
}

test("what Playwright writes is looked through too: attachments, files, traces and the page's own data @slow", async () => {
  const { main } = leakingTests(`
    const token = process.env.MODELARTS_AUTH_TOKEN;
    await info.attach('body', { body: Buffer.from(token).toString('base64'), contentType: 'application/x-own' });
    (await import('node:fs')).writeFileSync(info.outputPath('file.txt'), 'x' + encodeURIComponent(token));
    info.annotations.push({ type: 'token', description: token });`);
  const { code, stdout, stderr } = await conformance(['run'], environment(), main);
  expect(code).toBe(4);
  expect(stderr).toMatch(/reports\/playwright\/data\/\w+\.\w+` held/);
  expect(stderr).toMatch(/reports\/\.playwright\/[^`]*file\.txt` held/);
  expect(stderr).toContain(`\`${report('playwright', 'index.html')}\` ${SENTENCE}`);
  expect(existsSync(report('playwright', 'index.html'))).toBe(false);
  expect(JSON.parse(readFileSync(report('conformance.json'), 'utf8')).run.exitCode).toBe(4);
  expect(stdout + stderr).not.toMatch(/canary/);
});

test("`npx playwright test` fails with a code of Playwright's own @slow", async () => {
  const { path } = leakingTests(
    `info.annotations.push({ type: 'x', description: process.env.MODELARTS_AUTH_TOKEN });`,
  );
  const args = ['--project=conformance', '--trace', 'on', '--output', test.info().outputPath('out')];
  const { code, stdout, stderr } = await playwright(args, environment(), path('playwright.config.ts'));
  expect(code).toBe(1);
  expect(stderr).toContain(`\`${report('playwright', 'index.html')}\` ${SENTENCE}`);
  expect(stderr).toMatch(/\/out\/[^`]*trace\.zip` held a secret/);
  expect(stdout).not.toContain('CONFORMANT');
});
