import { existsSync, readdirSync } from 'node:fs';
import type { RuleCase } from '../../src/engine/judge/build.cases.ts';

const ROOT = new URL('../../', import.meta.url);

/** Where evidence is judged: folders and files. */
export const JUDGING: readonly string[] = [
  'src/engine/judge/',
  'src/lifecycle/effects/',
  'src/lifecycle/rules/',
  'src/suites/modelarts-plugins/described.ts',
  'src/suites/modelarts-plugins/rules/',
];

/** Where rules stand, each in a file of its id with its cases beside it, and the list of them. */
const FOLDERS = ['src/engine/judge/rules/', 'src/lifecycle/rules/', 'src/suites/modelarts-plugins/rules/'];

/** Every file of a rule, without its suffix, e.g. `wire/json`. */
export const ruleFiles: readonly string[] = filesEndingIn('.ts').filter(
  (file) => !file.endsWith('.cases') && file !== 'rules',
);

/** Every file of cases, without its suffix. */
export const caseFiles: readonly string[] = filesEndingIn('.cases.ts');

/** The file of a rule, e.g. `src/engine/judge/rules/wire/json.ts`. Throws where there is none. */
export function fileOf(rule: string, suffix = '.ts'): string {
  const found = FOLDERS.map((folder) => `${folder}${rule}${suffix}`).filter((file) =>
    existsSync(new URL(file, ROOT)),
  );
  if (found.length !== 1 || found[0] === undefined) {
    throw new Error(`\`${rule}${suffix}\` is there ${found.length} times; right would be once.`);
  }
  return found[0];
}

/** The cases of a rule. */
export async function casesOf(rule: string): Promise<readonly RuleCase[]> {
  const file = new URL(fileOf(rule, '.cases.ts'), ROOT);
  const { cases }: { cases: readonly RuleCase[] } = await import(file.href);
  return cases;
}

function filesEndingIn(suffix: string): readonly string[] {
  return FOLDERS.flatMap((folder) =>
    readdirSync(new URL(folder, ROOT), { recursive: true, encoding: 'utf8' }),
  )
    .filter((file) => file.endsWith(suffix))
    .map((file) => file.slice(0, -suffix.length))
    .sort();
}
