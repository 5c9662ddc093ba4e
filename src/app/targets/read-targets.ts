import { randomUUID } from 'node:crypto';
import { dirname, join, resolve } from 'node:path';
import { parse } from 'dotenv';
import { didYouMean } from '../../engine/nearest.ts';
import type { Problem } from '../../engine/placed-yaml.ts';
import { redactor, SHORTEST_IN_WORDS } from '../../engine/secrets/redact.ts';
import { shieldTerminal } from '../../engine/secrets/shield.ts';
import { type CommandLine, type Settings, SettingsError } from '../../lifecycle/settings/settings.ts';
import { shownValue } from '../../lifecycle/settings/values.ts';
import { STARTED_BY } from '../settings/of-many.ts';
import { processSources, readSettings } from '../settings/read.ts';
import { secretValues } from '../settings/secret-values.ts';
import { SETTING_NAMES } from '../settings/setting-names.ts';
import type { TargetEntry } from './target-entry.ts';
import {
  inWordsOf,
  settingsOfEntry,
  TARGET_SETTINGS,
  type Variables,
  variablesOf,
} from './target-environment.ts';
import { fewOf, type OtherEntry, type PlacedEntry, readTargetsFile } from './targets-file.ts';

/** One target, all that is known of it checked. */
export interface ReadyTarget {
  readonly name: string;
  readonly entry: TargetEntry;
  readonly settings: Settings;
  /** What its process is started with. */
  readonly environment: Variables;
}

/** The targets of a file that were asked for. */
export interface ManyTargets {
  /** All of the file, in its order. */
  readonly names: readonly string[];
  /** Those that were asked for, in the order of the file. */
  readonly targets: readonly ReadyTarget[];
  /** How many runs there may be at once at the host and port of a URL, by its `host`. */
  readonly perHost: ReadonlyMap<string, number>;
  /** What they share; there is no target in it. */
  readonly shared: Settings;
  /** Settings of one target that are set, and are not read. */
  readonly unread: readonly string[];
  /** What is shown nowhere. */
  readonly secrets: readonly string[];
}

/** What the command line asks for. */
export interface TargetsCommand {
  readonly targets: string;
  /** Names; left out: all. */
  readonly target?: readonly string[];
}

/**
 * Reads a file of targets, and the settings of each that is asked for; the terminal shows no secret of theirs from then on.
 * Throws a SettingsError that says all that is wrong, of all of them; `further`: what else is, of those that can be read.
 */
export async function readTargets(
  command: TargetsCommand,
  commandLine: CommandLine,
  further: (targets: readonly ReadyTarget[]) => Promise<readonly string[]> = async () => [],
): Promise<ManyTargets> {
  const sources = processSources();
  const fromFile: Variables = parse(sources.dotenv ?? '');
  const path = resolve(sources.directory, command.targets);
  shieldTerminal(() => secretValues(sources.environment, fromFile));
  const file = await readTargetsFile(path);
  const all = file.entries.map(({ entry }) => entry);
  const seen = [...all, ...file.others.map(({ entry }) => entry)];
  const named = [...new Set(seen.flatMap((entry) => variablesOf(entry).map(({ variable }) => variable)))];
  // Empty means unset, and hides the one in `.env`.
  const get = (name: string) => (sources.environment[name] ?? fromFile[name]) || null;
  // Each once: most entries share a few, and every text that is shown is searched for all of them.
  const secrets = [
    ...new Set([
      ...secretValues(sources.environment, fromFile),
      ...secretsIn(seen, sources.environment, fromFile),
    ]),
  ];
  shieldTerminal(() => secrets);

  const problems: string[] = [];
  const kept = withoutTarget(sources.environment, named);
  const shared = settingsOr(problems, () =>
    readSettings({ ...sources, environment: kept, named, commandLine: { ...commandLine, ...NO_TARGET } }),
  );
  if (get('CONFORMANCE_LEDGER') !== null)
    problems.push(
      '`CONFORMANCE_LEDGER` is set, and each of many targets keeps its own ledger beside its reports; right would be to leave it unset.',
    );
  const runner = get('CONFORMANCE_RUNNER');
  if (runner !== null && runner !== 'direct')
    problems.push(
      `\`CONFORMANCE_RUNNER\` is ${shownValue(runner)}, and many targets are run by the direct runner alone; right would be \`direct\`, or nothing.`,
    );
  const listed: readonly Listed[] = [...file.entries, ...file.others].sort((a, b) => a.index - b.index);
  const wanted = wantedOf(command, listed, problems);
  const placed: Problem[] = [...file.problems];
  const reportsDir = shared?.reportsDir ?? sources.directory;
  const targets = wanted.flatMap(({ index, entry, wrong = [] }): readonly ReadyTarget[] => {
    const unset = variablesOf(entry).filter(({ variable }) => get(variable) === null);
    placed.push(...unset.map(({ variable, setting }) => unsetProblem(index, entry, variable, setting)));
    const environment: Variables = {
      ...kept,
      ...Object.fromEntries(SETTING_NAMES.map((name) => [name, get(name) ?? ''])),
      CONFORMANCE_RUNNER: 'direct',
      CONFORMANCE_REPORTS_DIR: join(reportsDir, entry.name),
      CONFORMANCE_LEDGER: '',
      // What is not set is told once, above.
      ...settingsOfEntry(entry, { from: dirname(path), held: (name) => get(name) ?? randomUUID() }),
      [STARTED_BY]: String(process.pid),
    };
    const own: string[] = [];
    const settings = settingsOr(own, () =>
      readSettings({ ...sources, environment, dotenv: null, commandLine }),
    );
    placed.push(
      ...own
        .filter((one) => !problems.includes(one))
        .map((one) => placedProblem(index, entry, one))
        .filter(({ path: [, member] }) => !wrong.includes(String(member))),
    );
    return settings === null || wrong.length > 0 ? [] : [{ name: entry.name, entry, settings, environment }];
  });
  const redact = redactor(() => secrets.filter(({ length }) => length >= SHORTEST_IN_WORDS));
  const told = [...problems, ...fewOf(file.told(placed)), ...(await further(targets))].map(redact);
  if (told.length > 0 || shared === null) throw new SettingsError(told);
  return {
    names: all.map(({ name }) => name),
    ...{ targets, perHost: perHostOf(all), shared, secrets },
    unread: TARGET_SETTINGS.filter((name) => get(name) !== null && !named.includes(name)),
  };
}

/** For what they share alone: an endpoint has each of them. */
const NO_TARGET: CommandLine = { mock: true, live: false, runner: 'direct' };

/** The environment without what one target needs: no run of another has it. */
function withoutTarget(environment: Variables, named: readonly string[]): Variables {
  const taken = new Set([...TARGET_SETTINGS, ...named]);
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !taken.has(name)));
}

/** The values of all secrets that entries name, those of targets that were not asked for too. */
function secretsIn(entries: readonly TargetEntry[], ...sources: readonly Variables[]): readonly string[] {
  return entries.flatMap((entry) =>
    sources.flatMap((source) =>
      secretValues(
        Object.fromEntries(variablesOf(entry).map(({ variable, setting }) => [setting, source[variable]])),
      ),
    ),
  );
}

function settingsOr(problems: string[], read: () => Settings): Settings | null {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    problems.push(...error.problems);
    return null;
  }
}

/** An entry of the file; `wrong`: what of it is only a stand-in. */
type Listed = PlacedEntry & Partial<OtherEntry>;

function wantedOf(
  { target }: TargetsCommand,
  entries: readonly Listed[],
  problems: string[],
): readonly Listed[] {
  // Where no name can be read, none is unknown.
  if (target === undefined || entries.length === 0) return entries;
  const names = entries.map(({ entry }) => entry.name);
  for (const name of target) {
    if (names.includes(name)) continue;
    const right =
      didYouMean(name, names) || `; right would be one of ${names.map((one) => `\`${one}\``).join(', ')}.`;
    problems.push(`\`--target\` is ${shownValue(name)}, which no target of the file is called${right}`);
  }
  return entries.filter(({ entry }) => target.includes(entry.name));
}

/** A variable is named only where it looks like one: somebody may have put the secret itself there. */
function unsetProblem(
  index: number,
  { name, auth }: TargetEntry,
  variable: string,
  setting: string,
): Problem {
  const member = Object.entries(auth).find(([, value]) => value === variable)?.[0] ?? 'auth';
  const isName = variable.length <= 40 && /^[A-Z]+(?:_[A-Z0-9]+)+$/i.test(variable);
  const found = isName ? `names \`${variable}\`, which is not set` : 'names a variable that is not set';
  const right = `right would be one that holds what \`${setting}\` would hold`;
  return { path: [index, 'auth', member], sentence: `of \`${name}\`, \`${member}\` ${found}; ${right}.` };
}

function placedProblem(index: number, entry: TargetEntry, problem: string): Problem {
  const { member, sentence } = inWordsOf(entry, problem);
  const path = member === null ? [index] : [index, member];
  return { path, sentence: `of \`${entry.name}\`, ${sentence}` };
}

/** The least that entries of a host say; 1 where none does. */
function perHostOf(entries: readonly TargetEntry[]): ReadonlyMap<string, number> {
  const least = new Map<string, number>();
  for (const { endpoint, perHost } of entries) {
    if (perHost === undefined || !URL.canParse(endpoint)) continue;
    const host = hostOf(endpoint);
    least.set(host, Math.min(perHost, least.get(host) ?? perHost));
  }
  return least;
}

/** What this machine calls itself. */
const ITSELF: readonly string[] = ['localhost', '[::1]'];

/** A host and its port, however they are written. */
export function hostOf(endpoint: string): string {
  const { protocol, hostname, port } = new URL(endpoint);
  // The dot at the end of a whole name says no more than that it is whole.
  const whole = hostname.replace(/\.$/, '');
  const name = ITSELF.includes(whole) ? '127.0.0.1' : whole;
  return `${name}:${port || (protocol === 'http:' ? 80 : 443)}`;
}
