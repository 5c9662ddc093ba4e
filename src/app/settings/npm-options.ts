import { type Environment, isInNpmrc } from './npmrc.ts';

/** An option of a command, e.g. `deviation` with the value `<name>`; '' where it has none. */
export interface CommandOption {
  readonly name: string;
  readonly value: string;
  /** The values that it takes, where these are known. */
  readonly choices: readonly string[];
}

/** npm's own, which `npx -y` and a `.npmrc` set: they say nothing of our command line. */
const OWN_TO_NPM: readonly string[] = ['yes', 'all', 'json', 'key', 'dry-run', 'only'];

/** Nor do values that builds of native packages have in the environment by the name of an option of ours. */
const OF_BUILDS: Readonly<Record<string, RegExp>> = { jobs: /^max$/, target: /^v?\d+\.\d/ };

/** What npm makes of an option whose name it takes for others of its own: `--plan` are its short `-p -l -a -n`. */
const TAKEN_FOR: Readonly<Record<string, readonly string[]>> = {
  plan: ['parseable', 'long', 'all'],
  ci: ['cidr'],
};

/**
 * Says which options npm took away from the command line of a script (`npm run conformance --mock`), and what would be
 * right; null where it took none. `args` are the arguments that arrived, the command's name first where there is one.
 */
export function takenByNpm(
  options: readonly CommandOption[],
  args: readonly string[],
  environment: Environment = process.env,
): string | null {
  const script = environment['npm_lifecycle_event'];
  // pnpm and yarn call themselves otherwise, and hand all on.
  if (script === undefined || !/^npm\//.test(environment['npm_config_user_agent'] ?? '')) return null;
  const taken = options.filter(({ name }) => wasTaken(name, args, environment));
  if (taken.length === 0) return null;
  const word = args[0]?.startsWith('-') === false ? args[0] : 'run';
  const begin = script === 'npx' ? `npx --no conformance ${word}` : `npm run ${script} --`;
  const right = [begin, ...written(taken, options, args, environment)].join(' ');
  const names = taken.map(({ name }) => `\`--${name}\``).join(', ');
  return `${names} did not arrive: npm took it for an option of its own; right would be \`${right}\`.`;
}

function wasTaken(name: string, args: readonly string[], environment: Environment): boolean {
  if (OWN_TO_NPM.includes(name)) return false;
  if (args.some((one) => one === `--${name}` || one.startsWith(`--${name}=`))) return false;
  if (OF_BUILDS[name]?.test(environment[variableOf(name)] ?? '') === true) return false;
  const places = [[name], ...(TAKEN_FOR[name] === undefined ? [] : [TAKEN_FOR[name]])];
  return places.some((keys) => {
    const isSet = keys.every((key) => Boolean(environment[variableOf(key)]));
    return isSet && !keys.every((key) => isInNpmrc(key, environment));
  });
}

function variableOf(key: string): string {
  return `npm_config_${key.replaceAll('-', '_')}`;
}

/** The options that were taken, with their values where these can be told, and what arrived. */
function written(
  taken: readonly CommandOption[],
  options: readonly CommandOption[],
  args: readonly string[],
  environment: Environment,
): readonly string[] {
  const { arrived, loose } = sorted(args, options);
  // Without a `=` npm leaves the value behind. Whose it is can be told where one option alone may take it.
  const waiting = taken.filter(({ name, value }) => value !== '' && isTrue(environment[variableOf(name)]));
  const isChosen = (text: string) => waiting.some(({ choices }) => choices.includes(text));
  const free = waiting.filter(({ choices }) => choices.length === 0);
  const leftFor = ({ choices }: CommandOption) => {
    if (choices.length > 0) return loose.find((one) => choices.includes(one));
    return free.length === 1 ? loose.find((one) => !isChosen(one)) : undefined;
  };
  const shown = taken.map((option) => {
    const { name, value } = option;
    const given = environment[variableOf(name)];
    if (value === '') return `--${name}`;
    return `--${name} ${given === undefined || isTrue(given) ? (leftFor(option) ?? value) : given}`;
  });
  return [...shown, ...arrived];
}

/** What npm says of an option without a value. */
function isTrue(text: string | undefined): boolean {
  return text === 'true';
}

/** What arrived, apart: the options with their values, and what belongs to none. */
function sorted(args: readonly string[], options: readonly CommandOption[]) {
  const arrived: string[] = [];
  const loose: string[] = [];
  let isValue = false;
  for (const one of args.slice(args[0]?.startsWith('-') === false ? 1 : 0)) {
    (isValue || one.startsWith('-') ? arrived : loose).push(one);
    isValue = options.some(({ name, value }) => value !== '' && one === `--${name}`);
  }
  return { arrived, loose };
}
