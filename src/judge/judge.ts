import type { Contract } from '../model/contract.ts';
import type { Evidence } from '../model/evidence.ts';
import type { JudgedRequirement } from '../model/report.ts';
import type { Level, Requirement } from '../model/requirement.ts';
import { scenarios } from '../scenarios/scenarios.ts';
import { twinAccepted } from './acceptance.ts';
import { judgeDemand } from './outcome.ts';
import { type Ruled, ruled } from './requirements.ts';
import type { Subject } from './rule.ts';
import { subjectsOf } from './subjects.ts';

/** What a judgement is made from. */
export interface JudgeInput {
  readonly contract: Contract;
  /** In the order of the walk; a scenario that is missing was not run. */
  readonly evidence: readonly Evidence[];
  /** With `existing` the scenarios that need an instance of their own do not apply. */
  readonly pluginSource: 'install' | 'existing';
}

/** Judges every requirement over a whole run, in the order of the report. Pure, total; never throws. */
export function judge({ contract, evidence, pluginSource }: JudgeInput): readonly JudgedRequirement[] {
  const subjects = applicable(subjectsOf(contract, evidence), pluginSource);
  const proven = twinAccepted(subjects);
  return ruled(contract).map((one) => judged(one, subjects, proven));
}

/**
 * Judges the requirements that one scenario finishes, being the last that can show them, over all that was recorded
 * until then: what the steps of a test show. A refusal whose unbroken twin was not sent yet is judged without it.
 */
export function judgeScenario({
  contract,
  evidence,
  pluginSource,
  scenario,
}: JudgeInput & { readonly scenario: string }): readonly JudgedRequirement[] {
  const subjects = applicable(subjectsOf(contract, evidence), pluginSource);
  const proven = !subjects.some(wasTwin) || twinAccepted(subjects);
  const able = new Set(subjects.map((subject) => subject.evidence.scenario));
  return ruled(contract)
    .filter(({ requirement }) => requirement.scenarios.findLast((one) => able.has(one)) === scenario)
    .map((one) => judged(one, subjects, proven));
}

function judged(
  { rule, demand, requirement }: Ruled,
  subjects: readonly Subject[],
  proven: boolean,
): JudgedRequirement {
  const { shownBy = () => true } = demand;
  const showing = subjects.filter(({ probe }) => rule.rows.includes(probe.row) && shownBy(probe));
  return { ...requirement, level: levelOf(requirement), ...judgeDemand(rule, demand, showing, proven) };
}

function levelOf({ title }: Requirement): Level {
  if (title.startsWith('MUST ')) return 'MUST';
  return title.startsWith('SHOULD ') ? 'SHOULD' : 'MAY';
}

function applicable(subjects: readonly Subject[], pluginSource: JudgeInput['pluginSource']) {
  if (pluginSource === 'install') return subjects;
  const own = new Set(scenarios.filter((one) => one.ownInstance === true).map(({ id }) => id));
  return subjects.filter(({ evidence }) => !own.has(evidence.scenario));
}

function wasTwin({ probe, tries }: Subject): boolean {
  return probe.row === 'installed' && tries.length > 0;
}
