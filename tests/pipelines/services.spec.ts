import { expect } from '@playwright/test';
import { servicesHere } from '../../src/app/settings/pipeline-services.ts';
import { readSettings } from '../../src/app/settings/read.ts';
import { test } from '../own-test.ts';

const ALL = { GITHUB_ACTIONS: 'true', TF_BUILD: 'True', GITLAB_CI: 'true', GITHUB_OUTPUT: '/out' };
const NONE = { github: null, azure: false, gitlab: false };

test('a service is known by its variable, which is not empty and not `false`', () => {
  expect(servicesHere(['run'], {})).toEqual(NONE);
  expect(servicesHere(['run'], ALL)).toEqual({
    github: { summary: null, output: '/out' },
    azure: true,
    gitlab: true,
  });
  expect(servicesHere(['run'], { GITHUB_ACTIONS: '', TF_BUILD: 'False', GITHUB_OUTPUT: '/out' })).toEqual(
    NONE,
  );
  expect(servicesHere([], { GITHUB_ACTIONS: '1', GITHUB_STEP_SUMMARY: '' }).github).toEqual({
    summary: null,
    output: null,
  });
});

test('`--ci none` turns all of them off', () => {
  for (const args of [['run', '--ci', 'none'], ['--ci=none'], ['run', '--mock', '--ci', 'none', '--live']]) {
    expect(servicesHere(args, ALL)).toEqual(NONE);
  }
  for (const args of [['run', '--ci', 'nome'], ['--ci=nothing'], ['none']]) {
    expect(servicesHere(args, ALL)).not.toEqual(NONE);
  }
});

test("what an earlier run's `conformance.env` left in a job is no misspelt setting, and in `.env` it is", () => {
  const read = (environment: Readonly<Record<string, string>>, dotenv: string | null = null) =>
    readSettings({ environment, dotenv, directory: '/', proxyFor: () => '', commandLine: {} });
  const left = ['VERDICT', 'EXIT_CODE', 'PASSED', 'FAILED', 'INCONCLUSIVE'].map(
    (name) => `CONFORMANCE_${name}`,
  );
  expect(read(Object.fromEntries(left.map((name) => [name, '1']))).target).toBeNull();
  expect(() => read({ CONFORMANCE_VERDICTS: '1' })).toThrow('`CONFORMANCE_VERDICTS` is no setting');
  expect(() => read({}, 'CONFORMANCE_VERDICT=1')).toThrow('CONFORMANCE_VERDICT');
});
