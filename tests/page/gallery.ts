import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import type { ReportInput } from '../../src/engine/model/report.ts';
import {
  MOCK_DEFAULTS,
  type MockOptions,
  startMock,
} from '../../src/suites/modelarts-plugins/mock/server.ts';
import { answering, startDisturbed } from '../campaign/disturbed.ts';
import { type Environment, liveSettings, run } from '../campaign/run.ts';
import { test } from '../own-test.ts';
import { dayFromNow } from '../verdict/days-from-now.ts';
import {
  type Answers,
  gatewayPage,
  hostileAnswers,
  isInstall,
  isList,
  isShow,
  largeAnswer,
  othersGone,
  sendJson,
  twelveFaults,
} from './answers.ts';

/** A run of the suite against a server on a socket, and the page that it wrote. */
export interface Made {
  readonly html: string;
  readonly input: ReportInput;
}

type Make = () => Promise<Made>;

const PHASE = 'delete.200.body.status.phase';

function pageNow(): string {
  return readFileSync(test.info().outputPath('reports', 'conformance.html'), 'utf8');
}

/** A run against the embedded mock. */
function mocked(deviation?: string, environment: Environment = {}): Make {
  return async () => {
    const { input } = await run(environment, deviation === undefined ? {} : { deviation });
    return { input, html: pageNow() };
  };
}

/** A run against a server that the suite knows nothing of. */
function against(answers: Answers, environment: Environment = {}, options: Partial<MockOptions> = {}): Make {
  return async () => {
    const mock = await startMock(options);
    const server = await startDisturbed(mock, answers);
    const { input } = await run({ ...liveSettings(server.endpoint), ...environment });
    await server.close();
    await mock.close();
    return { input, html: pageNow() };
  };
}

const fine: Answers = () => null;
const retry = { 'retry-after': '0' };

/** One that is installed already, and that no run made. */
const INSTALLED = {
  templateName: MOCK_DEFAULTS.templateName,
  version: '1.6.36',
  inputs: {},
  creationTimestamp: '2025-02-03T08:15:40Z',
};

/** Waivers for what is found, for what is not, and one that has run out. */
async function waived(): Promise<Made> {
  const file = test.info().outputPath('waivers.json');
  const waiver = (requirement: string, days: number) => ({
    ...{ requirement, reason: 'The gateway is replaced in May.', until: dayFromNow(days) },
    ...{ approvedBy: 'A. Person', ticket: 'OPS-7', since: '2025-03-01' },
  });
  const waivers = [waiver(PHASE, 20), waiver('delete.200.body.kind', 40), waiver('delete.effect.gone', -3)];
  writeFileSync(file, JSON.stringify(waivers));
  return mocked('undocumented-phase', { CONFORMANCE_WAIVERS: file })();
}

/** The last of thirty runs, the first of which found something else. */
async function afterOthers(): Promise<Made> {
  const file = test.info().outputPath('history.ndjson');
  const mock = await startMock();
  const server = await startDisturbed(mock, twelveFaults);
  const settings = { ...liveSettings(server.endpoint), CONFORMANCE_HISTORY: file };
  await run(settings);
  const line = readFileSync(file, 'utf8');
  for (let at = 1; at < 30; at += 1) {
    const id = `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;
    const verdict = at % 7 === 0 ? '"verdict":"inconclusive"' : '$&';
    appendFileSync(
      file,
      line.replace(/"run":"[^"]*"/, `"run":"${id}"`).replace(/"verdict":"[^"]*"/, verdict),
    );
  }
  const { input } = await run(settings);
  await server.close();
  await mock.close();
  return { input, html: pageNow() };
}

/** Every page of the gallery, by what it shows. */
export const GALLERY = {
  green: against(fine),
  'green after waits': against(fine, {}, { installMs: 300, removeMs: 300 }),
  mock: mocked(),
  'red by one': mocked('undocumented-phase'),
  'red by twelve': against(twelveFaults),
  'red again': afterOthers,
  'red by effects': mocked('deletes-neighbour'),
  // What is gone is gone for the one run alone.
  '10,000 gone': () => against(othersGone(9_997), { MODELARTS_REQUEST_TIMEOUT_MS: '30000' })(),
  'a body of 4 MB': against(largeAnswer, {
    MODELARTS_REQUEST_TIMEOUT_MS: '30000',
    MODELARTS_SETTLE_TIMEOUT_MS: '30000',
  }),
  'no JSON': mocked('broken-json'),
  'a page of a gateway': against(gatewayPage),
  unreachable: async () => {
    const mock = await startMock();
    await mock.close();
    const { input } = await run(liveSettings(mock.endpoint));
    return { input, html: pageNow() };
  },
  'refused credentials': against(() => answering(401)),
  throttled: against((passing) => (isList(passing) ? answering(429, retry) : null)),
  'the install failed': against((passing) => (isInstall(passing) ? answering(400) : null)),
  "somebody else's": against(fine, {}, { neighbours: [INSTALLED] }),
  'no 400 seen': against((passing) =>
    passing.method === 'DELETE'
      ? {
          after: (response, { status, body }) =>
            sendJson(response, status === 400 ? 404 : status, JSON.parse(body)),
        }
      : null,
  ),
  waived: waived,
  drift: mocked('extra-member'),
  strict: mocked('extra-member', { CONFORMANCE_STRICT: 'true' }),
  existing: against(fine, { MODELARTS_PLUGIN_SOURCE: 'existing' }, { neighbours: [INSTALLED] }),
  'forty notes': against((passing) =>
    passing.before % 2 === 0 && (isList(passing) || isShow(passing)) ? answering(429, retry) : null,
  ),
  hostile: against(hostileAnswers),
} as const satisfies Readonly<Record<string, Make>>;

export type PageName = keyof typeof GALLERY;
