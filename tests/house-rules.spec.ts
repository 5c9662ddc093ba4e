import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { idOf } from '../src/engine/judge/demands.ts';
import { requirements } from '../src/engine/judge/requirements.ts';
import type { Rule } from '../src/engine/judge/rule.ts';
import { pluginsStatements } from '../src/suites/modelarts-plugins/load.ts';
import { deviations } from '../src/suites/modelarts-plugins/mock/deviations/deviations.ts';
import { scenarios } from '../src/suites/modelarts-plugins/scenarios/scenarios.ts';
import { caseFiles, casesOf, fileOf, GENERAL, OF_PLUGINS, ruleFiles, rulesOf } from './judge/all-cases.ts';
import { test } from './own-test.ts';

const { given } = OF_PLUGINS;
const all = requirements(given);
const ids = all.map(({ id }) => id);

/** The rules of engine and lifecycle, each of which the notes have, and those that the other suite has of its own. */
const general = GENERAL.given.suite.rules;
const own = rulesOf(OF_PLUGINS);
const rules: readonly Rule[] = [...general, ...own];

function read(file: string): string {
  return readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');
}

test('a rule is a file of its id, with cases in one of its name, and stands in the list', () => {
  expect(general.map(({ id }) => id).sort()).toEqual(ruleFiles(GENERAL));
  expect(own.map(({ id }) => id).sort()).toEqual(ruleFiles(OF_PLUGINS));
  for (const folder of [GENERAL, OF_PLUGINS]) expect(caseFiles(folder)).toEqual(ruleFiles(folder));
  for (const { id } of rules) {
    const constants = read(fileOf(id)).match(/^export .*$/gm);
    const name = (id.split('/')[1] ?? '').replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
    expect([id, constants]).toEqual([id, [expect.stringMatching(`^export const ${name} = [{(]`)]]);
    expect(read(fileOf(id)).split('\n').length).toBeLessThanOrEqual(81);
  }
});

test('a suite leaves out no rule that its description has something for', () => {
  const listed = given.suite.rules.map(({ id }) => id);
  expect(listed.filter((id) => !rules.some((rule) => rule.id === id))).toEqual([]);
  const left = general.filter(({ id }) => !listed.includes(id));
  expect(left.filter((rule) => rule.demands(given, rule).length > 0)).toEqual([]);
});

for (const [folder, those] of [
  [GENERAL, general],
  [OF_PLUGINS, own],
] as const) {
  test(`${folder.cases}: a rule has a case that it passes, one that it fails and one that it does not apply to`, async () => {
    expect(those).not.toEqual([]);
    for (const rule of those) {
      const demanded = rule.demands(folder.given, rule).map(idOf);
      const cases = await casesOf(folder, rule.id);
      const outcomes = cases.map(({ outcome }) => outcome);
      expect([rule.id, outcomes]).toEqual([rule.id, expect.arrayContaining(['passed'])]);
      const isBroken = outcomes.some((one) => one === 'failed' || one === 'drift');
      const isUnseen = outcomes.some((one) => one === 'not-observed' || one === 'inconclusive');
      expect([rule.id, isBroken, isUnseen]).toEqual([rule.id, true, true]);
      for (const { requirement } of cases) expect(demanded).toContain(requirement);
      expect(new Set(cases.map(({ title }) => title)).size).toBe(cases.length);
    }
  });
}

test('a title says who must do what, and a clause where that stands', async () => {
  const { statements } = await pluginsStatements();
  const clauses = new Set(statements.map(({ clause }) => clause));
  for (const { id, title, basis, clause } of [...all, ...rules]) {
    expect([id, title]).toEqual([id, expect.stringMatching(/^(MUST|SHOULD|MAY) \S.*[^.]$/)]);
    expect([id, clause]).not.toEqual([id, '']);
    if (basis === 'documented' && ids.includes(id)) expect([id, clauses.has(clause)]).toEqual([id, true]);
  }
  expect(new Set(scenarios.map(({ id }) => id)).size).toBe(scenarios.length);
});

test('a reading that a requirement rests on stands in the list, and a rule names no other', () => {
  for (const { contract, suite } of [given, GENERAL.given]) {
    const known = contract.readings.map(({ id }) => id);
    for (const { id, readings = [] } of [...requirements({ contract, suite }), ...suite.rules]) {
      expect([id, readings.filter((one) => !known.includes(one))]).toEqual([id, []]);
      expect([id, new Set(readings).size]).toEqual([id, readings.length]);
    }
  }
});

test('a rule that does not always apply says why it did not', () => {
  const silent = rules.filter((rule) => rule.unseen === undefined).map(({ id }) => id);
  const always = rules.filter(({ id }) => /appliesTo: \(\) => true/.test(read(fileOf(id))));
  expect(silent).toEqual(always.map(({ id }) => id));
});

test('every requirement is caught by a deviation, and every deviation catches one', () => {
  const caught = new Set(deviations.map((one) => one.catches));
  expect(ids.filter((id) => !caught.has(id))).toEqual([]);
  expect([...caught].filter((id) => !ids.includes(id))).toEqual([]);
});

test('every requirement has a statement or another source, and each that they name exists', async () => {
  const { statements, other } = await pluginsStatements();
  const named = [...statements, ...other].flatMap((one) => ('requirements' in one ? one.requirements : []));
  expect(ids.filter((id) => !named.includes(id))).toEqual([]);
  expect(named.filter((id) => !ids.includes(id))).toEqual([]);
});
