import type { Ask, RecordExchange } from '../../engine/http/recorder.ts';
import type { HeaderLine } from '../../engine/model/exchange.ts';
import type { Plan } from '../../lifecycle/walk/plan.ts';
import { rehearsedExchange } from '../../lifecycle/walk/rehearsed-exchange.ts';
import { tokenHeader, WRONG_TOKEN } from '../huaweicloud/credentials.ts';
import type { Situation } from './mock/context.ts';
import { MOCK_DEFAULTS, type MockOptions, optionsOf } from './mock/options.ts';
import { openPool } from './mock/pool.ts';
import type { Refusal } from './mock/refusal.ts';
import { respond } from './mock/respond.ts';
import { readRequest } from './mock/route.ts';

/** A conforming pool as the settings name it, with the instance that `existing` gives up. */
function optionsFor({ names, source }: Plan): MockOptions {
  const given = MOCK_DEFAULTS.neighbours.slice(0, 1).map((one) => ({ ...one, templateName: names.item }));
  return { ...MOCK_DEFAULTS, ...optionsOf(names), neighbours: source === 'existing' ? given : [] };
}

/** Answers as a conforming pool with the names of the plan would, in this process. */
export function answering(plan: Plan): RecordExchange {
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
      return rehearsedExchange(plan, ask, index, 201, '{}');
    }
    const path = ask.path.slice(plan.prefix.length);
    const wire = { method: ask.method, target: path, headers: headersOf(ask, token), bodySha256: '' };
    const request = readRequest(wire, ask.body ?? '');
    const { answer } = respond(request, pool, lenient, performance.now());
    return rehearsedExchange(plan, ask, index, answer.status, JSON.stringify(answer.body));
  };
}

/** Whatever the user's credentials are, the pool takes them. */
function headersOf({ headers }: Ask, token: string): readonly HeaderLine[] {
  if (headers.length === 0) return [];
  return tokenHeader(headers.some(([, value]) => value === WRONG_TOKEN) ? WRONG_TOKEN : token);
}
