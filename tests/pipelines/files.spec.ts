import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from '@playwright/test';
import { parseDocument } from 'yaml';
import { settingsTable } from '../../src/suites/modelarts-plugins/settings/table.ts';
import { test } from '../own-test.ts';
import { FILES, only, textOf, yamlOf } from './file.ts';
import {
  azureJob,
  cronJob,
  dockerJob,
  githubAction,
  githubJob,
  gitlabJob,
  jenkinsJob,
  systemdJob,
} from './jobs.ts';
import { matrixJob } from './matrix.ts';

const WORKFLOWS = ['github/nightly.yml', 'github/gate.yml'] as const;
const GITHUB = [...WORKFLOWS, 'github/action.yml'] as const;
/** Those of many targets; matrix.spec.ts has more of them. */
const MATRIX = ['github/matrix.yml', 'gitlab/matrix.gitlab-ci.yml'] as const;
const YAML_FILES = [...GITHUB, ...MATRIX, 'gitlab/.gitlab-ci.yml', 'azure/azure-pipelines.yml'] as const;
/** Those that run the suite; of the others one only starts another, and one only keeps files out. */
const RUNNING = FILES.filter((file) => !/timer|dockerignore/.test(file));
const JOBS = {
  'github/nightly.yml': () => githubJob('github/nightly.yml'),
  'github/gate.yml': () => githubJob('github/gate.yml'),
  'github/action.yml': githubAction,
  'azure/azure-pipelines.yml': azureJob,
} as const;
const SHELLS = {
  ...JOBS,
  'a part': () => matrixJob('targets'),
  'all parts': () => matrixJob('all'),
} as const;
const SECRETS = /HUAWEICLOUD_SDK_[AS]K|MODELARTS_AUTH_TOKEN/;

test('`ci/` has these files and no others, and every one says at its head what it is', () => {
  const folder = fileURLToPath(new URL('../../ci/', import.meta.url));
  const found = readdirSync(folder, { recursive: true, withFileTypes: true });
  const names = found.filter((one) => one.isFile()).map(({ name }) => name);
  expect(names.sort()).toEqual(FILES.map((file) => file.split('/').at(-1)).sort());
  for (const file of FILES)
    expect([file, textOf(file)]).toEqual([file, expect.stringMatching(/^(?:#|\/\/) [A-Z]/)]);
});

test('every file in YAML is whole, and has no name twice', () => {
  for (const file of YAML_FILES) {
    const { errors, warnings } = parseDocument(textOf(file));
    expect([file, errors, warnings]).toEqual([file, [], []]);
  }
});

test('every file runs with `--live`, and sweeps', () => {
  for (const file of RUNNING) {
    expect([file, textOf(file)]).toEqual([file, expect.stringMatching(/\brun --live\b|"run", "--live"/)]);
    expect([file, textOf(file)]).toEqual([
      file,
      expect.stringMatching(/\bconformance sweep\b|\$CONFORMANCE sweep\b/i),
    ]);
  }
  // Nothing filled in is an error of the settings, and never a run against the mock.
  for (const job of [githubJob('github/nightly.yml'), gitlabJob(), azureJob(), jenkinsJob()])
    expect(job.environment['MODELARTS_ENDPOINT']).toBe('');
});

test('every setting that a file names is one, and its value holds no secret', () => {
  const known = settingsTable.map(({ name }) => name);
  for (const file of FILES) {
    const named = textOf(file).match(/\b(?:MODELARTS|HUAWEICLOUD|CONFORMANCE)_[A-Z_]+\b/g) ?? [];
    expect([file, named.filter((name) => !known.some((one) => one === name))]).toEqual([file, []]);
    for (const [, value = ''] of textOf(file).matchAll(
      /\b(?:HUAWEICLOUD_SDK_[AS]K|MODELARTS_AUTH_TOKEN): (.*)/g,
    ))
      expect([file, value]).toEqual([
        file,
        expect.stringMatching(/^(?:\$\{\{ (?:secrets|inputs)\.[\w-]+ \}\}|\$\(\w+\)|$)/),
      ]);
  }
});

test('a secret is in the environment of the steps that send, and of no other', () => {
  for (const [file, job] of Object.entries(JOBS)) {
    expect([file, Object.keys(job().environment).filter((name) => SECRETS.test(name))]).toEqual([file, []]);
    for (const { name, script, environment } of job().steps) {
      const sends = /npx --no conformance/.test(script);
      expect([file, name, Object.keys(environment).some((one) => SECRETS.test(one))]).toEqual([
        file,
        name,
        sends,
      ]);
      // Nor on a command line, where every user of the machine sees it.
      expect([file, SECRETS.test(script)]).toEqual([file, false]);
    }
  }
  expect(yamlOf<Record<string, unknown>>('gitlab/.gitlab-ci.yml')['.conformance']).toMatchObject({
    environment: { name: 'conformance', action: 'access' },
  });
});

test('no expression of a service stands in a line of shell', () => {
  for (const [file, job] of Object.entries(SHELLS))
    for (const { script } of job().steps)
      expect([file, script]).toEqual([file, expect.not.stringMatching(/\$\{\{|\$\(\w+\.|\$\([A-Z]/)]);
  for (const { script } of jenkinsJob().steps) expect(script).not.toContain('${');
});

test('an action and an image have the hash that their version had in the source that is named', () => {
  for (const file of [...GITHUB, 'github/matrix.yml'] as const) {
    const used = [...textOf(file).matchAll(/^\s+(?:- )?uses: (?!\.)(.*)$/gm)].map(([, what = '']) => what);
    expect(used.length).toBeGreaterThan(2);
    for (const what of used)
      expect([file, what]).toEqual([file, expect.stringMatching(/^[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/)]);
    expect(textOf(file)).toContain('github/gh-aw (.github/aw/actions-lock.json)');
  }
  // One hash a version, and one image, wherever they stand.
  const pins = FILES.flatMap(
    (file) => textOf(file).match(/(?:actions\/\w[\w-]*|node:24-[\w-]+)(?:\/\w+)?@[\w:]+/g) ?? [],
  );
  expect(new Set(pins.map((pin) => pin.replace(/(cache)\/\w+@/, '$1@'))).size).toBe(6);
  for (const file of [
    'gitlab/.gitlab-ci.yml',
    'gitlab/matrix.gitlab-ci.yml',
    'jenkins/Jenkinsfile',
    'docker/Dockerfile',
  ] as const) {
    expect(textOf(file)).toMatch(/node:24-bookworm-slim@sha256:[0-9a-f]{64}\b/);
    expect(textOf(file)).toContain('docker-library/repo-info (repos/node/remote/24-bookworm-slim.md)');
  }
});

test('one run at a time is at a pool, and the next one ends none', () => {
  const one = { group: 'conformance', 'cancel-in-progress': false };
  expect(yamlOf('github/nightly.yml')).toMatchObject({ concurrency: one, permissions: { contents: 'read' } });
  expect(yamlOf('github/gate.yml')).toMatchObject({
    ...{ permissions: { contents: 'read' }, jobs: { conformance: { concurrency: one } } },
  });
  expect(yamlOf<Record<string, unknown>>('gitlab/.gitlab-ci.yml')['.conformance']).toMatchObject({
    ...{ resource_group: 'conformance', interruptible: false },
  });
  expect(yamlOf('azure/azure-pipelines.yml')).toMatchObject({ lockBehavior: 'sequential' });
  expect(textOf('jenkins/Jenkinsfile')).toMatch(/^ {4}disableConcurrentBuilds\(\)$/m);
  expect(textOf('cron/conformance.crontab')).toContain('flock -n -E 3 ');
  expect(textOf('cron/conformance.service')).toMatch(/^Type=oneshot$/m);
});

test('what could not be tested is an outcome of its own, and no gate is green with it', () => {
  const jobs = yamlOf<Record<string, object>>('gitlab/.gitlab-ci.yml');
  expect(jobs['conformance nightly']).toMatchObject({ allow_failure: { exit_codes: [3] } });
  expect(jobs['conformance gate']).toMatchObject({ allow_failure: false });
  const text = textOf('jenkins/Jenkinsfile');
  expect(text).toMatch(/if \(code == 3 && !params\.GATE\) unstable\(.*\)\n\s+else if \(code != 0\) error\(/);
  // JUnit's plug-in would have the last word, and says UNSTABLE of a violation.
  expect(text).toContain('skipMarkingBuildUnstable: true');
  expect(text).not.toContain('abortPrevious');
});

test('the ledger is restored before and kept after, and so are the reports, for a time, whatever the job came to', () => {
  for (const file of GITHUB) {
    const text = textOf(file);
    expect(
      text.match(
        /path: \|\n\s+reports\/ledger\.ndjson\n\s+conformance-history\.ndjson\n\s+key: conformance-ledger-\S+.*\}\}$/gm,
      ),
    ).toHaveLength(2);
    expect(text).toMatch(
      /actions\/cache\/restore@[\s\S]*run --live[\s\S]*actions\/cache\/save@[\s\S]*actions\/upload-artifact@/,
    );
    expect(text.match(/if: always\(\)\n\s+uses: actions\/(?:cache\/save|upload-artifact)@/g)).toHaveLength(2);
    expect(text).toMatch(/retention-days: (?:30|\$\{\{ inputs\.retention-days \}\})$/m);
  }
  expect(yamlOf<Record<string, object>>('gitlab/.gitlab-ci.yml')['.conformance']).toMatchObject({
    cache: { paths: ['reports/ledger.ndjson', 'conformance-history.ndjson'], when: 'always' },
    artifacts: {
      ...{ when: 'always', access: 'developer', expire_in: '30 days', paths: ['reports/'] },
      reports: { junit: 'reports/junit.xml', dotenv: 'reports/conformance.env' },
    },
  });
  const azure = textOf('azure/azure-pipelines.yml');
  expect(azure.match(/- task: Publish\w+@\d\n\s+displayName: .*\n\s+condition: always\(\)/g)).toHaveLength(4);
  expect(only(azure, /artifactName: (conformance-ledger)\n\s+targetPath: reports\n/)).not.toBe('');
  const always = only(textOf('jenkins/Jenkinsfile'), /^ {4}always \{\n([\s\S]*)^ {4}\}/m);
  expect(always).toMatch(
    /npx --no conformance sweep[\s\S]*archiveArtifacts\(artifacts: 'reports\/\*\*, [\s\S]*junit\(/,
  );
  for (const file of RUNNING.filter((one) => one !== 'docker/Dockerfile'))
    expect([file, textOf(file)]).toEqual([
      file,
      expect.stringMatching(/what\s+(?:#|\/\/)?\s*List\s+(?:#|\/\/)?\s*says of neighbours/),
    ]);
});

test('the history is restored before and kept after, as the ledger is, and stands outside of the reports', () => {
  const jobs = [githubJob('github/nightly.yml'), githubJob('github/gate.yml'), gitlabJob(), azureJob()];
  for (const { environment } of [...jobs, jenkinsJob(), cronJob()])
    expect(environment['CONFORMANCE_HISTORY']).toBe('conformance-history.ndjson');
  const run = githubAction().steps.find(({ script }) => script.includes(' run --live'));
  expect(run?.environment['CONFORMANCE_HISTORY']).toBe('conformance-history.ndjson');
  // GitHub's and GitLab's stand with the ledger above; these have theirs apart.
  const azure = textOf('azure/azure-pipelines.yml');
  expect(azure).toMatch(
    /DownloadPipelineArtifact@2\n\s+displayName: Restore the history\n[\s\S]*artifactName: conformance-history\n\s+targetPath: \$\(System\.DefaultWorkingDirectory\)\n[\s\S]*run --live[\s\S]*targetPath: conformance-history\.ndjson\n\s+artifactName: conformance-history\n/,
  );
  const jenkins = textOf('jenkins/Jenkinsfile');
  expect(jenkins).toMatch(/copyArtifacts\(.*filter: 'reports\/ledger\.ndjson, conformance-history\.ndjson'/);
  expect(jenkins).toContain("archiveArtifacts(artifacts: 'reports/**, conformance-history.ndjson'");
  // These machines keep their folders, and Docker its volumes.
  expect(systemdJob().environment['CONFORMANCE_HISTORY']).toBe('/var/lib/conformance/history.ndjson');
  expect(dockerJob().environment['CONFORMANCE_HISTORY']).toBe('/history/conformance.ndjson');
  expect(textOf('docker/Dockerfile')).toMatch(/^VOLUME \/reports \/history$/m);
});

test('what a README shows of a file is marked in pairs, and short', () => {
  for (const file of FILES) {
    const marks = [
      ...textOf(file).matchAll(/^\s*(?:#|\/\/) <readme>\n([\s\S]*?)^\s*(?:#|\/\/) <\/readme>$/gm),
    ];
    expect([file, textOf(file).split('readme>').length - 1]).toEqual([file, marks.length * 2]);
    for (const [, shown = ''] of marks)
      expect([file, shown.split('\n').length - 1 <= 15]).toEqual([file, true]);
  }
});

test('each bracket of the Jenkinsfile is closed by its own', () => {
  // Without comments, and without texts, of which the shell lines have brackets of their own.
  const bare = textOf('jenkins/Jenkinsfile').replaceAll(/'''[\s\S]*?'''|'[^'\n]*'|"[^"\n]*"|\/\/.*$/gm, '');
  const closing: Readonly<Record<string, string>> = { '{': '}', '(': ')', '[': ']' };
  const open: string[] = [];
  for (const bracket of bare.match(/[{}()[\]]/g) ?? []) {
    const end = closing[bracket];
    if (end !== undefined) open.push(end);
    else expect([open.pop(), bare.length]).toEqual([bracket, bare.length]);
  }
  expect(open).toEqual([]);
  expect(bare).not.toMatch(/['"]/);
});
