import { readdirSync } from 'node:fs';
import type { RuleCase } from '../../src/judge/build.cases.ts';

const FOLDER = new URL('../../src/judge/rules/', import.meta.url);

/** Every file of a rule below `rules/`, without its suffix, e.g. `wire/json`. */
export const ruleFiles: readonly string[] = filesEndingIn('.ts').filter(
  (file) => !file.endsWith('.cases') && file !== 'rules',
);

/** Every file of cases below `rules/`, without its suffix. */
export const caseFiles: readonly string[] = filesEndingIn('.cases.ts');

/** The cases of a rule. */
export async function casesOf(rule: string): Promise<readonly RuleCase[]> {
  const { cases }: { cases: readonly RuleCase[] } = await import(new URL(`${rule}.cases.ts`, FOLDER).href);
  return cases;
}

function filesEndingIn(suffix: string): readonly string[] {
  return readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(suffix))
    .map((file) => file.slice(0, -suffix.length))
    .sort();
}
