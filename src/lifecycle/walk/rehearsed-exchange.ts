import type { Ask } from '../../engine/http/recorder.ts';
import type { Exchange } from '../../engine/model/exchange.ts';
import type { Plan } from './plan.ts';

/** An exchange that was never sent: the request, and the answer that a mock in this process gives it, as JSON. */
export function rehearsedExchange(
  plan: Plan,
  ask: Ask,
  index: number,
  status: number,
  data: string,
): Exchange {
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
