import { readSettings } from '../../src/app/settings/read.ts';
import { ask } from '../../src/lifecycle/walk/ask.ts';
import { newRun, planOf } from '../../src/lifecycle/walk/plan.ts';
import { openSession, type Walk, walkOf } from '../../src/lifecycle/walk/session.ts';
import { initialState } from '../../src/lifecycle/walk/state.ts';
import { lineVoice } from '../../src/lifecycle/walk/voice.ts';
import { type Mock, startMock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { modelartsPlugins } from '../../src/suites/modelarts-plugins/suite.ts';
import { test } from '../own-test.ts';
import { liveSettings } from './run.ts';

const CREATED = '2026-03-17T12:29:18Z';
export const INSTALLED = { creationTimestamp: CREATED, name: null };
export const THERE = {
  templateName: 'node-local-dns',
  version: '1.6.36',
  inputs: {},
  creationTimestamp: CREATED,
};

/** A walk against the mock that has sent nothing yet. */
export function walkAt({ endpoint }: Mock, change: Readonly<Record<string, string>> = {}): Walk {
  const settings = readSettings({
    environment: {
      ...liveSettings(endpoint),
      CONFORMANCE_REPORTS_DIR: test.info().outputPath('reports'),
      ...change,
    },
    dotenv: null,
    proxyFor: () => '',
    directory: test.info().outputPath(),
    commandLine: {},
  });
  const facts = { ...newRun(null), id: 'a-run' };
  const session = openSession(planOf(settings, facts, modelartsPlugins), {
    state: initialState(1000),
    from: 0,
    signal: new AbortController().signal,
    voice: lineVoice(() => undefined),
    onExchange: () => undefined,
  });
  return walkOf(session, 'a-scenario');
}

/** Asks for the plug-in, or for another one, to be removed. */
export function erase(walk: Walk, method = 'DELETE', item = walk.plan.names.item) {
  const names = { ...walk.plan.names, item };
  return ask(walk, {
    ...{ purpose: 'remove', operation: 'DeletePlugin', method, names, probe: null },
  } as const);
}

/** Does something with a walk against a mock. */
export async function withWalk(
  body: (walk: Walk, mock: Mock) => Promise<void>,
  change = {},
  there = [THERE],
) {
  const mock = await startMock({ neighbours: there });
  await body(walkAt(mock, change), mock);
  await mock.close();
}

/** The ledger names the instance, and the walk knows it. */
export function install(walk: Walk): void {
  walk.ledger.intend({
    settleTimeoutMs: 1000,
    since: new Date().toISOString(),
    limitMs: 1000,
    version: null,
    inputs: [],
  });
  walk.ledger.write('installed', INSTALLED);
  walk.state.current = INSTALLED;
}

/** What is thrown before a request that is not permitted. */
export const refused = { name: 'GuardError' };
