import { expect } from '@playwright/test';
import { onAccepted, setting } from '../../src/suites/modelarts-plugins/mock/change.ts';
import type { Manner, PluginMock } from '../../src/suites/modelarts-plugins/mock/deviation.ts';
import { answers } from '../../src/suites/modelarts-plugins/mock/deviations/answers.ts';
import { deviationNames } from '../../src/suites/modelarts-plugins/mock/deviations/deviations.ts';
import { triedPlugins } from '../../src/suites/modelarts-plugins/tried.ts';
import { deviatingServers } from '../../src/trials/deviating.ts';
import type { Trial } from '../../src/trials/model.ts';
import type { KnownServer } from '../../src/trials/server.ts';
import { chosenServers } from '../../src/trials/servers.ts';
import { tryServer, tryServers } from '../../src/trials/trial.ts';
import { fromSource } from '../contract/the-contract.ts';
import { test } from '../own-test.ts';
import { LENGTHS } from './lengths.ts';

const tried = fromSource.then((contract) => ({ suite: triedPlugins, contract, lengths: LENGTHS }));

/** A server that is said to deviate and behaves in this manner. */
function behaving(manner: Manner, options: KnownServer<PluginMock>['options'] = {}): KnownServer<PluginMock> {
  return {
    truth: 'deviating',
    name: 'made-up',
    title: 'Does what the test says.',
    catches: 'delete.200.status',
    options,
    manner: () => manner,
    limits: { requestTimeoutMs: 5000, settleTimeoutMs: 400 },
    strict: false,
  };
}

test('a server for each deviation, strict where it breaks a SHOULD', async () => {
  const servers = deviatingServers(await tried);
  expect(servers.map(({ name }) => name)).toEqual(deviationNames);
  expect(servers.filter(({ strict }) => strict).map(({ name }) => name)).toEqual([
    ...answers.flatMap(({ suffix }) =>
      ['latin1', 'utf-16', 'gbk', 'ascii'].map((charset) => `charset-${charset}${suffix}`),
    ),
    ...answers.map(({ suffix }) => `extra-member${suffix}`),
  ]);
});

test('a deviation is caught by the requirement that it is meant for, and took effect @slow', async () => {
  const wanted = ['never-deleted', 'extra-member', 'hangs-up', 'put-500', 'no-token-yet-deleted'];
  const servers = deviatingServers(await tried).filter(({ name }) => wanted.includes(name));
  const trials: Trial[] = [];
  await tryServers(await tried, servers, (trial) => trials.push(trial));
  expect(trials.map(({ name }) => name).sort()).toEqual([...wanted].sort());
  for (const { failed, catches, verdict, deviated } of trials) {
    expect([failed[0], verdict, deviated > 0]).toEqual([catches, 'non-conformant', true]);
  }
});

test('a manner that changes nothing took no effect @slow', async () => {
  const same = behaving({
    answer: (answer) => ({ ...answer }),
    effect: (_context, carryOut) => carryOut(),
    sees: (installed) => [...installed],
    tolerates: () => false,
    refuses: () => null,
    reads: (asked) => ({ ...asked }),
    write: () => false,
  });
  expect(await tryServer(await tried, same)).toMatchObject({ verdict: 'conformant', deviated: 0 });
  const missed = behaving({ answer: setting('status.resources.7.replicas', -1) });
  expect((await tryServer(await tried, missed)).deviated).toBe(0);
});

test('what a server may choose took effect and survives @slow', async () => {
  const manner: Manner = {
    answer: onAccepted(setting('status.reason', 'Uninstall requested')),
  };
  const trial = await tryServer(await tried, behaving(manner));
  expect(trial).toMatchObject({ verdict: 'conformant', failed: [], deviated: 2 });
  // Where it matters only that it did, nothing is compared after the first.
  expect(await tryServer(await tried, behaving(manner), false)).toMatchObject({ deviated: 1 });
});

test('a server is in the way of none that is tried beside it @slow', async () => {
  const servers = Array.from({ length: 30 }, (_, at) => ({ ...behaving({}), name: `plain-${at}` }));
  const verdicts: string[] = [];
  await tryServers(await tried, servers, ({ verdict }) => verdicts.push(verdict));
  expect(verdicts).toEqual(Array.from({ length: 30 }, () => 'conformant'));
});

test('what is tried is what the suite that is handed in has, and nothing else', async () => {
  const { suite, contract } = await tried;
  const [deviation] = suite.deviations;
  const [disturbance] = suite.disturbances;
  const choice = { seed: 1, conforming: 1, disturbed: 0, only: null };
  const smaller = {
    ...suite,
    deviations: suite.deviations.slice(0, 1),
    freedoms: () => [],
    disturbances: suite.disturbances.slice(0, 1),
  };
  const servers = chosenServers({ suite: smaller, contract, lengths: LENGTHS }, choice);
  expect(servers.filter(({ name }) => !name.startsWith('all-')).map(({ name }) => name)).toEqual([
    deviation?.name,
    'conforming-1',
    disturbance?.name,
  ]);
  expect(servers.find(({ name }) => name === 'conforming-1')?.title).toBe('As the mock by itself.');
});
