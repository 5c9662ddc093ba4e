import { existsSync, readdirSync } from 'node:fs';
import type { Given, Rule } from '../../src/engine/judge/rule.ts';
import type { RuleCase } from '../rules/steps.ts';
import { given as ofPlugins } from '../suites/modelarts-plugins/given.ts';
import { given as ofNotes } from './contract.ts';

const ROOT = new URL('../../', import.meta.url);

/** Where evidence is judged: folders and files. */
export const JUDGING: readonly string[] = [
  'src/engine/judge/',
  'src/lifecycle/effects/',
  'src/lifecycle/rules/',
  'src/suites/modelarts-plugins/instance-members.ts',
  'src/suites/modelarts-plugins/rules/',
];

/** Rules that stand together, and the suite that their cases are written for and judged with. */
export interface RulesAndCases {
  readonly given: Given;
  /** Where the rules stand, each in a file of its id, and where their cases do. */
  readonly rules: readonly string[];
  readonly cases: string;
}

/** Rules of engine and lifecycle know no API, and their cases are of one that is nobody's. */
export const GENERAL: RulesAndCases = {
  given: ofNotes,
  rules: ['src/engine/judge/rules/', 'src/lifecycle/rules/'],
  cases: 'tests/rules/',
};

/** The rules that a suite has of its own. */
export const OF_PLUGINS: RulesAndCases = {
  given: ofPlugins,
  rules: ['src/suites/modelarts-plugins/rules/'],
  cases: 'tests/suites/modelarts-plugins/rules/',
};

/** Every file of these rules, without its suffix, e.g. `wire/json`. */
export function ruleFiles({ rules }: RulesAndCases): readonly string[] {
  return rules
    .flatMap((folder) => filesEndingIn(folder, '.ts'))
    .filter((file) => file !== 'rules')
    .sort();
}

/** These rules, as their suite has them. */
export function rulesOf(all: RulesAndCases): readonly Rule[] {
  const files = ruleFiles(all);
  return all.given.suite.rules.filter(({ id }) => files.includes(id));
}

/** Every file of their cases, without its suffix. */
export function caseFiles({ cases }: RulesAndCases): readonly string[] {
  return filesEndingIn(cases, '.cases.ts').toSorted();
}

/** The file of a rule, e.g. `src/engine/judge/rules/wire/json.ts`. Throws where there is none. */
export function fileOf(rule: string): string {
  const found = [...GENERAL.rules, ...OF_PLUGINS.rules]
    .map((folder) => `${folder}${rule}.ts`)
    .filter((file) => existsSync(new URL(file, ROOT)));
  if (found.length !== 1 || found[0] === undefined) {
    throw new Error(`\`${rule}.ts\` is there ${found.length} times; right would be once.`);
  }
  return found[0];
}

/** The cases of a rule. */
export async function casesOf(folder: RulesAndCases, rule: string): Promise<readonly RuleCase[]> {
  const file = new URL(`${folder.cases}${rule}.cases.ts`, ROOT);
  const { cases }: { cases: readonly RuleCase[] } = await import(file.href);
  return cases;
}

function filesEndingIn(folder: string, suffix: string): readonly string[] {
  return readdirSync(new URL(folder, ROOT), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(suffix))
    .map((file) => file.slice(0, -suffix.length));
}
