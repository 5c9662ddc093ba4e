import { requestOf } from '../../engine/judge/probe-words.ts';
import type { Exchange, Purpose } from '../../engine/model/exchange.ts';
import type { Expectation, Probe, Scenario } from '../../engine/model/scenario.ts';
import { limitText, plural } from '../../engine/report/words.ts';
import type { CommandLine, Settings } from '../../lifecycle/settings/settings.ts';
import { writtenHost } from '../../lifecycle/settings/values.ts';
import { pluginsRun } from '../../suites/modelarts-plugins/run.ts';
import { scenarios } from '../../suites/modelarts-plugins/scenarios/scenarios.ts';
import { type Longest, lengthOf, longestOf } from '../run/longest.ts';
import { type Rehearsed, rehearse } from '../run/rehearse.ts';
import { readProcessSettings } from '../settings/read.ts';
import { print } from '../terminal/print.ts';
import { checkDeviation } from './usage-error.ts';

/** Why a request is sent that is not under test. */
const REASONS: Readonly<Record<Exclude<Purpose, 'probe'>, string>> = {
  'sign-in': 'fetches a token',
  list: 'looks at the pool',
  install: 'installs the plug-in',
  settle: 'waits: is asked again until the plug-in is ready, or gone',
  'read-back': 'looks at the name just before',
  look: 'looks at the plug-in just after',
  remove: 'removes the plug-in',
};

/** Prints what a run would send, in order; nothing is sent. Throws SettingsError or UsageError. */
export async function printPlan(commandLine: CommandLine): Promise<void> {
  const settings = readProcessSettings(commandLine);
  await checkDeviation(settings.deviation);
  const rehearsed = await rehearse(settings, pluginsRun);
  print(...planLines(rehearsed), ...attemptLines(settings));
  print(longestText(longestOf(settings, lengthOf(rehearsed))));
  const { target } = settings;
  if (target === null || target.armed) return;
  print(`A run needs \`MODELARTS_ALLOW_DELETE=${writtenHost(target.endpoint)}\` to send it.`);
}

function planLines({ plan, evidence }: Rehearsed): readonly string[] {
  const { endpoint, mock } = plan.target;
  const sections = evidence.map(({ scenario: id, exchanges, blocked }) => {
    const scenario = scenarios.find((one) => one.id === id);
    const lines = exchanges.flatMap((exchange) => requestLines(exchange, scenario, plan.origin.shown));
    return ['', `${scenario?.title ?? id}`, ...lines, ...(blocked === null ? [] : [`   ${blocked.cause}`])];
  });
  const all = evidence.flatMap(({ exchanges }) => exchanges);
  const count = (kind: (exchange: Exchange) => boolean) => all.filter(kind).length;
  const summary = [
    plural(all.length, 'request'),
    plural(count(isInstall), 'install'),
    plural(count(isDelete), 'DELETE', 'DELETEs'),
  ].join(', ');
  const to = mock ? 'the embedded mock' : endpoint;
  return [
    `What a run would send to ${to}, in order, if that conforms:`,
    ...sections.flat(),
    '',
    `${summary}; trouble and slow changes repeat some. Nothing was sent.`,
  ];
}

/** What would be walked again, and when. */
function attemptLines({ attempts: { most, delayMs } }: Settings): readonly string[] {
  if (most === 1) return [];
  const after = `each after ${limitText(delayMs)}`;
  return [
    `What ends inconclusive is walked again, in at most ${most} attempts at each scenario, ${after}; where somebody else's instance is in the way, nothing is.`,
  ];
}

/** How long a run may take, and what that is made of. */
function longestText({ requests, settleTimes, delaysMs, ...limits }: Longest): string {
  const { longestMs, requestTimeoutMs, settleTimeoutMs, runTimeoutMs, scenariosMs } = limits;
  const settle = limitText(settleTimeoutMs);
  const parts =
    runTimeoutMs === scenariosMs
      ? `\`MODELARTS_RUN_TIMEOUT_MS\` ends it after ${limitText(runTimeoutMs)}, and tidying may take ${settle} more`
      : `${requests} requests of at most ${limitText(requestTimeoutMs)}, ${settleTimes} waits of at most ${settle}, ${delaysMs === 0 ? '' : `${limitText(delaysMs)} before further attempts, `}${settle} to tidy up, and a minute for the suite itself`;
  return `A run takes at most ${limitText(longestMs)}: ${parts}.`;
}

function requestLines(
  { request, index, ...about }: Exchange,
  scenario: Scenario | undefined,
  origin: string,
): readonly string[] {
  const probe = scenario?.probes.find(({ id }) => id === about.probe);
  const { method, url, body } = request;
  const number = String(index + 1).padStart(4);
  const sent = body === null || about.purpose === 'sign-in' ? '' : `  ${body}`;
  const where = shortened(url.startsWith(`${origin}/`) ? url.slice(origin.length) : url);
  return [`${number}  ${method.padEnd(6)} ${where}${sent}`, `        ${reasonOf(about.purpose, probe)}`];
}

/** What a request under test is to be, in words. */
const WANTED: Readonly<Record<Expectation['kind'], string>> = {
  accepted: 'accepted',
  refused: 'refused',
  read: 'answered',
  nothing: 'left out',
};

function reasonOf(purpose: Purpose, probe: Probe | undefined): string {
  if (purpose !== 'probe') return REASONS[purpose];
  const wanted = WANTED[probe?.expected.kind ?? 'refused'];
  return `under test, to be ${wanted}${probe === undefined ? '' : `: a ${requestOf(probe)}`}`;
}

/** A name that is made of many characters is shown by a few of them. */
function shortened(path: string): string {
  const segments = path.split('/');
  return segments.map((one) => (one.length < 100 ? one : `${one.slice(0, 12)}…(${one.length})`)).join('/');
}

function isInstall({ purpose }: Exchange): boolean {
  return purpose === 'install';
}

function isDelete({ request }: Exchange): boolean {
  return request.method === 'DELETE';
}
