import { expect } from '@playwright/test';
import type { Mock } from '../../src/suites/modelarts-plugins/mock/server.ts';

/** Nothing that a run installed is in the pool of a mock. */
export async function expectNeighboursAlone({ endpoint, options }: Mock): Promise<void> {
  const url = `${endpoint}/v2/${options.projectId}/pools/${options.poolName}/plugins`;
  const answer = await fetch(url, { headers: { 'x-auth-token': options.tokens[0] ?? '' } });
  expect(await answer.text()).not.toContain(options.templateName);
}
