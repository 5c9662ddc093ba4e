import { execFileSync } from 'node:child_process';
import { expect } from '@playwright/test';
import { describeMock } from '../../src/suites/modelarts-plugins/mock/describe-mock.ts';
import { test } from '../own-test.ts';
import { withMock } from './ask.ts';

test('what the mock prints can be pasted into a shell and sets the six settings', () =>
  withMock({ tokens: ["it's a $TOKEN"], deviation: 'never-deleted' }, async (mock) => {
    const text = describeMock(mock);
    expect(text).toContain(`# The mock listens on ${mock.endpoint}.`);
    expect(text).toContain('`never-deleted`: A DELETE is answered 200 and deletes nothing.');
    expect(text).toMatch(/\nnpx --no conformance run$/);
    // `env` in the place of the suite shows what the suite would be given.
    const script = text.replace('npx --no conformance run', 'env');
    const lines = execFileSync('sh', ['-c', script], { encoding: 'utf8' }).split('\n');
    expect(lines.filter((line) => line.startsWith('MODELARTS_')).sort()).toEqual(
      [
        `MODELARTS_ALLOW_DELETE=${mock.endpoint.slice('http://'.length)}`,
        "MODELARTS_AUTH_TOKEN=it's a $TOKEN",
        `MODELARTS_ENDPOINT=${mock.endpoint}`,
        `MODELARTS_POOL_NAME=${mock.options.poolName}`,
        `MODELARTS_PROJECT_ID=${mock.options.projectId}`,
        `MODELARTS_TEMPLATE_NAME=${mock.options.templateName}`,
      ].sort(),
    );
  }));
