import type { Ask, RecordExchange } from '../../engine/http/recorder.ts';
import type { Evidence } from '../../engine/model/evidence.ts';
import type { Exchange, HeaderLine } from '../../engine/model/exchange.ts';
import { ledgerInMemory } from '../../lifecycle/ledger.ts';
import type { Settings } from '../../lifecycle/settings/settings.ts';
import { applicable, openCampaign } from '../../lifecycle/walk/campaign.ts';
import { MOCK_SHOWN, newRun, type Plan, planOf } from '../../lifecycle/walk/plan.ts';
import { ownerOf } from '../../lifecycle/walk/session.ts';
import { tokenHeader, WRONG_TOKEN } from '../../suites/huaweicloud/credentials.ts';
import type { Situation } from '../../suites/modelarts-plugins/mock/context.ts';
import { MOCK_DEFAULTS, type MockOptions, optionsOf } from '../../suites/modelarts-plugins/mock/options.ts';
import { openPool } from '../../suites/modelarts-plugins/mock/pool.ts';
import type { Refusal } from '../../suites/modelarts-plugins/mock/refusal.ts';
import { respond } from '../../suites/modelarts-plugins/mock/respond.ts';
import { readRequest } from '../../suites/modelarts-plugins/mock/route.ts';
import { modelartsPlugins } from '../../suites/modelarts-plugins/suite.ts';

/** What a run would send, if the endpoint conforms. */
export interface Rehearsed {
  readonly plan: Plan;
  /** Of each scenario, in the order of the walk; the answers are the mock's. */
  readonly evidence: readonly Evidence[];
  /** How many settle times its waits may take together. */
  readonly settleTimes: number;
}

/** The settle time of a rehearsal, in milliseconds: nothing takes time there but the pauses that follow from it. */
const REHEARSED_MS = 1000;

/** Walks through the scenarios of these settings without sending anything: a mock of the pool answers in this process. */
export async function rehearse(settings: Settings): Promise<Rehearsed> {
  const quick = { ...settings, settleTimeoutMs: REHEARSED_MS };
  const plan = planOf(quick, newRun(MOCK_SHOWN), modelartsPlugins);
  let waitsMs = 0;
  const voice = {
    say: () => undefined,
    waiting: (_: string, limitMs: number) => {
      waitsMs += limitMs;
      return () => undefined;
    },
  };
  const campaign = openCampaign(plan, {
    signal: new AbortController().signal,
    voice,
    instead: { record: answeredHere(plan), ledger: ledgerInMemory(ownerOf(plan)) },
  });
  const evidence: Evidence[] = [];
  for (const scenario of applicable(plan)) evidence.push(await campaign.carryOut(scenario));
  return { plan, evidence, settleTimes: waitsMs / REHEARSED_MS };
}

/** A conforming pool as the settings name it, with the instance that `existing` gives up. */
function optionsFor({ names, source }: Plan): MockOptions {
  const given = MOCK_DEFAULTS.neighbours.slice(0, 1).map((one) => ({ ...one, templateName: names.item }));
  return { ...MOCK_DEFAULTS, ...optionsOf(names), neighbours: source === 'existing' ? given : [] };
}

function answeredHere(plan: Plan): RecordExchange {
  const pool = openPool(optionsFor(plan));
  const [token = ''] = pool.options.tokens;
  // The names of the settings are the user's: none of them is ill-formed to this pool.
  const { project, collection, item } = plan.names;
  const tolerates = ({ reason }: Refusal, { asked: { names, template } }: Situation) =>
    (reason.startsWith('project-id') && names?.project === project) ||
    (reason.startsWith('pool-name') && names?.collection === collection) ||
    (reason.startsWith('template-name') && (template?.name ?? names?.item) === item);
  const lenient = { tolerates };
  let next = 0;
  return async (ask) => {
    const index = next;
    next += 1;
    if (ask.purpose === 'sign-in') {
      ask.secretHeader?.take([[ask.secretHeader.name, token]]);
      return exchangeOf(plan, ask, index, 201, '{}');
    }
    const path = ask.path.slice(plan.prefix.length);
    const wire = { method: ask.method, target: path, headers: headersOf(ask, token), bodySha256: '' };
    const request = readRequest(wire, ask.body ?? '');
    const { answer } = respond(request, pool, lenient, performance.now());
    return exchangeOf(plan, ask, index, answer.status, JSON.stringify(answer.body));
  };
}

/** Whatever the user's credentials are, the pool takes them. */
function headersOf({ headers }: Ask, token: string): readonly HeaderLine[] {
  if (headers.length === 0) return [];
  return tokenHeader(headers.some(([, value]) => value === WRONG_TOKEN) ? WRONG_TOKEN : token);
}

function exchangeOf(plan: Plan, ask: Ask, index: number, status: number, data: string): Exchange {
  const { method, path, body, scenario, probe, purpose, operation, names, instance } = ask;
  const { shown } = ask.origin ?? plan.origin;
  const encoding = 'utf-8';
  return {
    ...{ index, scenario, probe, purpose, operation, names, instance },
    startedAt: plan.run.startedAt,
    durationMs: 0,
    timings: { connect: 0, wait: 0, receive: 0 },
    request: { method, url: shown + path, headers: [], body },
    response: {
      ...{ status, reason: '', httpVersion: 'HTTP/1.1' },
      headers: [['Date', new Date().toUTCString()]],
      body: { encoding, data, bytesOnWire: data.length },
    },
    trouble: null,
  };
}
