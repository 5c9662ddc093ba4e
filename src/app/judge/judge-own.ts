import { closeSync, openSync, readSync } from 'node:fs';
import { groupsOf } from '../../engine/judge/groups.ts';
import { judge } from '../../engine/judge/judge.ts';
import type { Contract } from '../../engine/model/contract.ts';
import type { Evidence, Withheld } from '../../engine/model/evidence.ts';
import type { Exchange } from '../../engine/model/exchange.ts';
import type { Scenario } from '../../engine/model/scenario.ts';
import type { HarScenario } from '../../engine/report/har-format.ts';
import { mockNameIn } from '../../lifecycle/walk/mock-name.ts';
import { reportedScenarios } from '../../lifecycle/walk/reported-scenarios.ts';
import { unsetSettings } from '../settings/read.ts';
import type { JudgedExchanges } from './judge-foreign.ts';
import type { RecordedSuite } from './recorded-suite.ts';

/** In bytes; of what a run records beside its exchanges there are some hundred. */
const BEGINNING = 1024 * 1024;

/** How long a removal may take where nothing else is set, in milliseconds: no recording says it. */
const SETTLE_MS = 900_000;

/** Judges the evidence of a run as the run was; `recorded`: what its scenarios recorded beside their exchanges, where its file says that. */
export function judgeOwn(
  suite: RecordedSuite,
  contract: Contract,
  exchanges: readonly Exchange[],
  recorded: readonly HarScenario[] | null,
): JudgedExchanges {
  // One that needs an instance of its own is walked where instances are installed.
  const own = new Set(suite.scenarios.filter((one) => one.ownInstance === true).map(({ id }) => id));
  const isInstalling =
    exchanges.some(({ purpose }) => purpose === 'install') ||
    (recorded ?? []).some(({ scenario }) => own.has(scenario));
  const source = isInstalling ? 'install' : 'existing';
  const evidence = suite.scenarios.flatMap((scenario) => evidenceOf(scenario, exchanges, recorded));
  const isMock = exchanges.some((one) => mockNameIn(one) !== null);
  const settleTimeoutMs = isMock ? unsetSettings('/').settleTimeoutMs : SETTLE_MS;
  const requirements = judge({ suite, contract, evidence, source, settleTimeoutMs });
  return {
    requirements,
    groups: groupsOf({ suite, contract }),
    requests: {},
    told: exchanges.filter(({ purpose, trouble }) => purpose === 'probe' && trouble === null).length,
    scenarios: reportedScenarios(
      suite.scenarios,
      evidence.filter((one) => one.exchanges.length > 0),
      source,
    ),
  };
}

function evidenceOf(
  { id, probes }: Scenario,
  all: readonly Exchange[],
  recorded: readonly HarScenario[] | null,
): readonly Evidence[] {
  const exchanges = all.filter(({ scenario }) => scenario === id);
  if (recorded !== null)
    return recorded.filter(({ scenario }) => scenario === id).map((one) => ({ ...one, exchanges }));
  const sent = new Set(exchanges.map(({ probe }) => probe));
  const withheld = probes
    .filter((probe) => !sent.has(probe.id))
    .map((probe): Withheld => ({ probe: probe.id, reason: NOT_SENT, outcome: 'not-observed' }));
  return [{ scenario: id, exchanges, notes: [], withheld, blocked: null }];
}

/** The beginning of a file, which holds what its scenarios recorded. */
export function beginningOf(path: string): string {
  const handle = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(BEGINNING);
    return bytes.subarray(0, readSync(handle, bytes, 0, BEGINNING, 0)).toString('utf8');
  } finally {
    closeSync(handle);
  }
}

const NOT_SENT = 'The recording does not have this request, and does not say why.';
