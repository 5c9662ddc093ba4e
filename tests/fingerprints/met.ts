import { createHash } from 'node:crypto';
import type { Exchange } from '../../src/engine/model/exchange.ts';
import type { ReportedFinding } from '../../src/engine/model/finding.ts';
import type { PluginMock } from '../../src/suites/modelarts-plugins/mock/deviation.ts';
import { attempt } from '../../src/trials/attempt.ts';
import type { Server } from '../../src/trials/server.ts';
import type { Tried } from '../../src/trials/tried-suite.ts';

/** A finding that a run against a server made, and of what. */
export interface Met {
  readonly requirement: string;
  readonly finding: ReportedFinding;
  /** Undefined where the finding is of none. */
  readonly exchange: Exchange | undefined;
}

/** The findings of a run against a server, in the order of the report. */
export async function metWith(
  tried: Tried<PluginMock>,
  { options, manner, limits }: Pick<Server<PluginMock>, 'options' | 'manner' | 'limits'>,
): Promise<readonly Met[]> {
  const mock = await tried.suite.startMock(options, manner(), false);
  try {
    const { requirements, evidence } = await attempt(tried, mock.endpoint, limits);
    const exchanges = evidence.flatMap((one) => one.exchanges);
    return requirements.flatMap(({ id, findings }) =>
      findings.map((finding) => ({
        requirement: id,
        finding,
        exchange: exchanges.find(({ index }) => index === finding.exchange),
      })),
    );
  } finally {
    await mock.close();
  }
}

/** The members of the description that are maps. */
const MAPS = ['inputs', 'limits', 'requests'];

/** The place of a finding as a reader of the reports makes it from its pointer and the body in `evidence.har`. */
export function placeOf({ finding: { pointer }, exchange }: Met): string {
  if (pointer === undefined || pointer === '') return '';
  let at: unknown = JSON.parse(exchange?.response?.body.data ?? 'null');
  let within = '';
  const places = pointer
    .split('/')
    .slice(1)
    .map((step) => {
      const name = step.replaceAll('~1', '/').replaceAll('~0', '~');
      const isAny = Array.isArray(at) || MAPS.includes(within);
      at = (at as Readonly<Record<string, unknown>> | undefined)?.[name];
      within = name;
      return isAny ? '*' : step;
    });
  return `/${places.join('/')}`;
}

/** A fingerprint as the documents say that it is made. */
export function madeOf(requirement: string, place: string, code: string): string {
  return createHash('sha256').update([requirement, place, code].join('\n')).digest('hex').slice(0, 12);
}
