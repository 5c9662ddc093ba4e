import { parseArgs } from 'node:util';
import type { FullConfig } from '@playwright/test';
import { plainError } from './plain-error.ts';

/** An option of Playwright's that one walk cannot be run with. */
interface OddOption {
  readonly name: string;
  readonly short?: string;
  /** The value with which it does no harm; absent: none. */
  readonly harmless?: string;
  /** Absent for one without a value. */
  readonly type?: 'string';
  readonly reason: string;
  /** Whether the configuration has it, wherever it came from; absent where it does not say. */
  readonly isIn?: (config: FullConfig) => boolean;
}

const ORDER = 'the scenarios build on each other';
const TIME = 'the settings bound every request and every wait';
const WHOLE = 'a verdict needs the whole walk';

/** A campaign is one walk: what would repeat, divide or overtake it, or let it pass without a test. */
const ODD: readonly OddOption[] = [
  {
    name: 'retries',
    type: 'string',
    harmless: '0',
    reason: 'a retry would turn a violation into "flaky"',
    isIn: ({ projects }) => projects.some(({ retries }) => retries > 0),
  },
  {
    name: 'repeat-each',
    type: 'string',
    harmless: '1',
    reason: ORDER,
    isIn: ({ projects }) => projects.some(({ repeatEach }) => repeatEach > 1),
  },
  {
    name: 'workers',
    short: 'j',
    type: 'string',
    harmless: '1',
    reason: ORDER,
    isIn: ({ workers }) => workers !== 1,
  },
  { name: 'fully-parallel', reason: ORDER, isIn: ({ fullyParallel }) => fullyParallel },
  {
    name: 'shard',
    type: 'string',
    reason: `${WHOLE}; shard over targets`,
    isIn: ({ shard }) => shard !== null,
  },
  {
    name: 'global-timeout',
    type: 'string',
    harmless: '0',
    reason: TIME,
    isIn: ({ globalTimeout }) => globalTimeout > 0,
  },
  {
    name: 'timeout',
    type: 'string',
    harmless: '0',
    reason: TIME,
    isIn: ({ projects }) => projects.some(({ timeout }) => timeout > 0),
  },
  { name: 'only-changed', reason: WHOLE },
  { name: 'pass-with-no-tests', reason: 'a run without a scenario would pass' },
];

/** Throws one sentence where the command line of Playwright has an option that one walk cannot be run with. */
export function refuseOddArguments(args: readonly string[]): void {
  const options = Object.fromEntries(
    ODD.map(({ name, short, type }) => [
      name,
      { type: type ?? 'boolean', ...(short === undefined ? {} : { short }) } as const,
    ]),
  );
  const { values } = parseArgs({ args: [...args], options, strict: false, allowPositionals: true });
  refuse(({ name, harmless }) => values[name] !== undefined && values[name] !== harmless);
}

/** Throws one sentence where the configuration has what one walk cannot be run with. */
export function refuseOddConfig(config: FullConfig): void {
  refuse(({ isIn }) => isIn?.(config) === true);
}

function refuse(isFound: (option: OddOption) => boolean): void {
  const found = ODD.find(isFound);
  if (found !== undefined) throw plainError(`\`--${found.name}\` cannot be used here: ${found.reason}.`);
}
