import { expect } from '@playwright/test';
import { GuardError } from '../../src/lifecycle/guard-error.ts';
import { guardPath } from '../../src/suites/modelarts-plugins/guard.ts';
import { listPath, pluginPath } from '../../src/suites/modelarts-plugins/paths.ts';
import { scenarios } from '../../src/suites/modelarts-plugins/scenarios/scenarios.ts';
import { test } from '../own-test.ts';

const names = { project: 'p', collection: 'a', item: 'b' };

for (const path of [
  '/v2/p/pools/a',
  '/v2/p/pools/a/',
  '/v2/p/pools/a/plugins/',
  '/v2/p/pools/a/plugins/.',
  '/v2/p/pools/a/plugins/..',
  '/v2/p/pools/a/plugins/%2e%2e',
  '/v2/p/pools/a/plugins/%2E.',
  '/v2/p/pools/a/plugins/%252e%252e',
  '/v2/p/pools/a/plugins/%20',
  '/v2/p/pools/a/plugins/..%2fb',
  '/v2/p/pools/a/plugins/b%3Fx',
  '/v2/p/pools/a/plugins/b%00',
  '/v2/p/pools/a/plugins/b/c',
  '/v2/p/pools/a/plugins/b?x=1',
  '/v2/p/pools/../plugins/b',
  '/v2/../pools/a/plugins/b',
  '/v2//pools/a/plugins/b',
  '/v1/p/pools/a/plugins/b',
  '/v2/p/nodepools/a/plugins/b',
  '/other/v2/p/pools/a/plugins/b',
  'v2/p/pools/a/plugins/b',
  '',
]) {
  test(`nothing is sent to \`${path}\``, () => {
    expect(() => guardPath(path, '')).toThrow(GuardError);
  });
}

test('the paths of a plug-in and of the list may be sent to, also below a prefix', () => {
  for (const prefix of ['', '/gateway/x']) {
    guardPath(pluginPath(prefix, names), prefix);
    guardPath(listPath(prefix, names), prefix);
  }
});

test('every probe goes to a path that is a plug-in', () => {
  const probes = scenarios.flatMap((scenario) => scenario.probes);
  expect(probes.length).toBeGreaterThan(10);
  const short = { project: '1', collection: '2', item: 'a' };
  for (const own of [names, short, { ...names, item: '..x' }, { ...names, item: 'a.x' }]) {
    for (const probe of probes) {
      if ((probe.nothingToSend?.(own) ?? null) !== null) continue;
      const path = pluginPath('', probe.names(own));
      guardPath(path, '');
      expect(path.split('/')).toHaveLength(7);
    }
  }
  const nothing = probes.filter(({ nothingToSend }) => (nothingToSend?.(short) ?? null) !== null);
  expect(nothing.map(({ id }) => id)).toEqual(['prefix', 'wildcard', 'pool-letter-case']);
});

for (const name of ['', '.', '..', '%2e%2e', 'a/../b', 'a?b', 'a#b']) {
  test(`the name ${JSON.stringify(name)} never leaves its segment, or is not sent at all`, () => {
    const path = pluginPath('', { ...names, item: name });
    expect(new URL(path, 'https://x').pathname === path || throws(path)).toBe(true);
    expect(throws(path)).toBe(true);
  });
}

function throws(path: string): boolean {
  try {
    guardPath(path, '');
    return false;
  } catch (error) {
    return error instanceof GuardError;
  }
}
