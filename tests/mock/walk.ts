import type { Probe } from '../../src/engine/model/scenario.ts';
import { MOCK_DEFAULTS, namesOf } from '../../src/suites/modelarts-plugins/mock/options.ts';
import type { Mock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { scenarios } from '../../src/suites/modelarts-plugins/scenarios/scenarios.ts';
import { ask, type Came, CREATE, LIST, pathOf, withMock } from './ask.ts';

/** What one probe met, made equal over times and request ids. */
export interface Met {
  readonly came: Came;
  /** Status, media type, body and trouble in one text. */
  readonly answer: string;
  /** What Show and List say afterwards, in one text. */
  readonly pool: string;
}

const TOKENS = { user: 'mock-token', wrong: 'wrong', none: null } as const;

/** Sends every probe of every scenario in order, each to an instance that is there unless the scenario wants it gone. */
export async function walk(deviation: string | null): Promise<ReadonlyMap<string, Met>> {
  const met = new Map<string, Met>();
  await withMock({ deviation }, async (mock) => {
    for (const scenario of scenarios) {
      for (const probe of scenario.probes) {
        if (probe.expected.kind === 'nothing') continue;
        if (scenario.instance === 'present') await ask(mock, 'POST', LIST, { body: CREATE });
        met.set(probe.id, await meet(mock, probe));
      }
    }
  });
  return met;
}

const NAMES = namesOf(MOCK_DEFAULTS);

async function meet(mock: Mock, probe: Probe): Promise<Met> {
  const wanted = { names: NAMES, templateVersion: null, templateInputs: null };
  const body = typeof probe.body === 'function' ? probe.body(wanted) : probe.body;
  const came = await ask(mock, probe.method, pathOf(probe.names(NAMES)), {
    token: TOKENS[probe.credentials],
    timeoutMs: 2000,
    ...(body === null ? {} : { body }),
  });
  const after = [await ask(mock, 'GET', pathOf()), await ask(mock, 'GET', LIST)];
  const type = [came.headers['content-type'], came.headers['content-encoding']].join();
  return {
    came,
    answer: equalled(`${came.trouble} ${came.status} ${type}\n${came.bytes.toString('latin1')}`),
    pool: after.map((one) => equalled(`${one.status} ${one.bytes}`)).join('\n'),
  };
}

/** Every time of the mock's own data is long past; a time of these minutes is that of an install. */
function equalled(text: string): string {
  return text
    .replaceAll(/"(\d{4}-[^"]+Z)"/g, (all, time: string) =>
      Math.abs(Date.now() - Date.parse(time)) < 600_000 ? '"<installed>"' : all,
    )
    .replaceAll(/"[0-9a-f]{32}"/g, '"<request id>"');
}
