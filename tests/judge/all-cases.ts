import { existsSync, readdirSync } from 'node:fs';
import type { RuleCase } from '../rules/build.ts';

const ROOT = new URL('../../', import.meta.url);

/** Where evidence is judged: folders and files. */
export const JUDGING: readonly string[] = [
  'src/engine/judge/',
  'src/lifecycle/effects/',
  'src/lifecycle/rules/',
  'src/suites/modelarts-plugins/instance-members.ts',
  'src/suites/modelarts-plugins/rules/',
];

/** Where rules stand, each in a file of its id, and the list of them. */
const FOLDERS = ['src/engine/judge/rules/', 'src/lifecycle/rules/', 'src/suites/modelarts-plugins/rules/'];

/** Every file of a rule, without its suffix, e.g. `wire/json`. */
export const ruleFiles: readonly string[] = FOLDERS.flatMap((folder) => filesEndingIn(folder, '.ts'))
  .filter((file) => file !== 'rules')
  .sort();

/** Where the cases of each rule stand, in a file of its id. */
const CASES = 'tests/rules/';

/** Every file of cases, without its suffix. */
export const caseFiles: readonly string[] = filesEndingIn(CASES, '.cases.ts').toSorted();

/** The file of a rule, e.g. `src/engine/judge/rules/wire/json.ts`. Throws where there is none. */
export function fileOf(rule: string): string {
  const found = FOLDERS.map((folder) => `${folder}${rule}.ts`).filter((file) =>
    existsSync(new URL(file, ROOT)),
  );
  if (found.length !== 1 || found[0] === undefined) {
    throw new Error(`\`${rule}.ts\` is there ${found.length} times; right would be once.`);
  }
  return found[0];
}

/** The cases of a rule. */
export async function casesOf(rule: string): Promise<readonly RuleCase[]> {
  const file = new URL(`${CASES}${rule}.cases.ts`, ROOT);
  const { cases }: { cases: readonly RuleCase[] } = await import(file.href);
  return cases;
}

function filesEndingIn(folder: string, suffix: string): readonly string[] {
  return readdirSync(new URL(folder, ROOT), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(suffix))
    .map((file) => file.slice(0, -suffix.length));
}
