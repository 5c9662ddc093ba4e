import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { MOCK_DEFAULTS, type Mock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { DESCRIPTION } from '../../src/suites/modelarts-plugins/places.ts';
import { test } from '../own-test.ts';
import { installed } from './install.ts';

const HOOKS = fileURLToPath(new URL('dredd/hooks.cjs', import.meta.url));

/** What Dredd makes of a mock. */
export interface Tested {
  readonly code: number;
  /** Method and documented status of each request that passed, in the order of sending, e.g. `DELETE 200`. */
  readonly passed: readonly string[];
  readonly failed: readonly string[];
  /** All that it printed, but for its warnings about the description. */
  readonly printed: string;
}

/** Tests a mock by our description with Dredd; installs that where it is missing (227 packages). */
export async function testedByDredd(mock: Mock): Promise<Tested> {
  const require = await installed(fileURLToPath(new URL('dredd/', import.meta.url)));
  const description = test.info().outputPath('description.json');
  writeFileSync(description, JSON.stringify(readable()));
  const { PATH = '', HOME = '' } = process.env;
  const [token = ''] = MOCK_DEFAULTS.tokens;
  const command = [require.resolve('dredd/bin/dredd'), description, mock.endpoint];
  const { code, printed } = await new Promise<{ code: number; printed: string }>((resolve) => {
    const child = execFile(
      process.execPath,
      [...command, '--hookfiles', HOOKS, '--no-color'],
      { env: { PATH, HOME, TOKEN: token }, timeout: 60_000, killSignal: 'SIGKILL' },
      (_, stdout, stderr) => resolve({ code: child.exitCode ?? -1, printed: stdout + stderr }),
    );
  });
  // Each failure is told twice, the second time with its details.
  const [first = ''] = printed.split('Displaying failed tests');
  const lines = (kind: string) =>
    [...first.matchAll(new RegExp(`^${kind}: (\\w+) \\((\\d+)\\)`, 'gm'))].map(
      ([, method, status]) => `${method} ${status}`,
    );
  const told = printed.split('\n').filter((line) => !line.includes('API description parser warning'));
  return { code, passed: lines('pass'), failed: lines('fail'), printed: told.join('\n') };
}

/** Our description as Dredd can read it: it knows OpenAPI 3.0, and takes the values of a path from examples. */
function readable(): unknown {
  const description = parse(readFileSync(DESCRIPTION, 'utf8'));
  const { parameters } = description.components;
  parameters.ProjectId.example = MOCK_DEFAULTS.projectId;
  parameters.PoolName.example = MOCK_DEFAULTS.poolName;
  parameters.TemplateName.example = MOCK_DEFAULTS.templateName;
  return { ...description, openapi: '3.0.3' };
}
