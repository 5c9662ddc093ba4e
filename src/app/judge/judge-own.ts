import { groupsOf } from '../../engine/judge/groups.ts';
import { judge } from '../../engine/judge/judge.ts';
import type { Contract } from '../../engine/model/contract.ts';
import type { Evidence, Withheld } from '../../engine/model/evidence.ts';
import type { Exchange } from '../../engine/model/exchange.ts';
import type { Scenario } from '../../engine/model/scenario.ts';
import { mockNameIn } from '../../lifecycle/walk/mock-name.ts';
import { reportedScenarios } from '../../lifecycle/walk/reported-scenarios.ts';
import { unsetSettings } from '../settings/read.ts';
import type { JudgedExchanges } from './judge-foreign.ts';
import type { RecordedSuite } from './recorded-suite.ts';

/** How long a removal may take where nothing else is set, in milliseconds: no recording says it. */
const SETTLE_MS = 900_000;

/** Judges the evidence of a run as the run was, but for what it could not send: why that was so its file does not say. */
export function judgeOwn(
  suite: RecordedSuite,
  contract: Contract,
  exchanges: readonly Exchange[],
): JudgedExchanges {
  const source = exchanges.some(({ purpose }) => purpose === 'install') ? 'install' : 'existing';
  const evidence = suite.scenarios.map((scenario) => evidenceOf(scenario, exchanges));
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

function evidenceOf({ id, probes }: Scenario, all: readonly Exchange[]): Evidence {
  const exchanges = all.filter(({ scenario }) => scenario === id);
  const sent = new Set(exchanges.map(({ probe }) => probe));
  const withheld = probes
    .filter((probe) => !sent.has(probe.id))
    .map((probe): Withheld => ({ probe: probe.id, reason: NOT_SENT, outcome: 'not-observed' }));
  return { scenario: id, exchanges, notes: [], withheld, blocked: null };
}

const NOT_SENT = 'The recording does not have this request, and does not say why.';
