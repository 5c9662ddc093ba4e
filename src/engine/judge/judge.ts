import type { Evidence } from '../model/evidence.ts';
import type { Exchange } from '../model/exchange.ts';
import type { JudgedRequirement } from '../model/report.ts';
import { isToBeAccepted } from './demands.ts';
import { judgedRequirement } from './judged-requirement.ts';
import { judgeDemand } from './outcome.ts';
import { type Ruled, ruled } from './requirements.ts';
import type { Given, Subject } from './rule.ts';
import { subjectsOf, twinAccepted } from './subjects.ts';

/** What a judgement is made from: the suite, the contract, and what was recorded. */
export interface JudgeInput extends Given {
  /** In the order of the walk; a scenario that is missing was not run. */
  readonly evidence: readonly Evidence[];
  /** With `existing` the scenarios that need an instance of their own do not apply. */
  readonly source: 'install' | 'existing';
  /** How long an install or a removal may take in the run that was recorded, in milliseconds. */
  readonly settleTimeoutMs: number;
}

/** Judges every requirement over a whole run, in the order of the report. Pure, total; never throws. */
export function judge(input: JudgeInput): readonly JudgedRequirement[] {
  const subjects = applicable(input);
  const proven = twinAccepted(subjects);
  return judgedAll(ruled(input), subjects, input, proven);
}

/**
 * Judges the requirements that one scenario finishes, being the last that can show them, over all that was recorded
 * until then: what the steps of a test show. A refusal whose unbroken twin was not sent yet is judged without it.
 */
export function judgeScenario({
  scenario,
  ...input
}: JudgeInput & { readonly scenario: string }): readonly JudgedRequirement[] {
  const subjects = applicable(input);
  const proven = !subjects.some(wasTwin) || twinAccepted(subjects);
  return judgedAll(ruled(input).filter(finishedBy(scenario, subjects)), subjects, input, proven);
}

/** Whether a scenario is the last that can show a requirement. */
function finishedBy(scenario: string, subjects: readonly Subject[]): (one: Ruled) => boolean {
  const able = new Set(subjects.map((subject) => subject.evidence.scenario));
  return ({ requirement }) => requirement.scenarios.findLast((one) => able.has(one)) === scenario;
}

/**
 * Judges the requirements that a scenario broke and a later one finishes, over its own requests alone: those that failed
 * or drifted. A violation stays one, whatever comes after it, so the scenario that showed it says so itself.
 */
export function judgeAhead({
  scenario,
  ...input
}: JudgeInput & { readonly scenario: string }): readonly JudgedRequirement[] {
  const subjects = applicable(input);
  const isFinished = finishedBy(scenario, subjects);
  const own = subjects.filter(({ evidence }) => evidence.scenario === scenario);
  const shown = ruled(input).filter(
    (one) => !isFinished(one) && own.some(({ probe }) => one.demand.shownBy(probe)),
  );
  // Whether its twin is accepted changes nothing about a refusal that was broken.
  return judgedAll(shown, own, input, true).filter(({ outcome }) => ['failed', 'drift'].includes(outcome));
}

/** The probes of a scenario, the last one of the evidence, that no attempt so far could tell all that they are to show. */
export function inconclusiveProbes({
  scenario,
  ...input
}: JudgeInput & { readonly scenario: string }): readonly string[] {
  const own = applicable(input).filter(({ evidence }) => evidence.scenario === scenario);
  const all = ruled(input);
  return [...new Set(own.map(({ probe }) => probe.id))].filter((id) => {
    const tries = own.filter(({ probe }) => probe.id === id);
    return all.some(({ rule, demand }) => {
      const showing = tries.filter(({ probe }) => demand.shownBy(probe));
      if (showing.length === 0) return false;
      // Whether its twin is accepted is told by that one.
      return (
        judgeDemand({ rule, demand }, showing, { suite: input.suite, proven: true }).outcome ===
        'inconclusive'
      );
    });
  });
}

function judgedAll(
  all: readonly Ruled[],
  subjects: readonly Subject[],
  { suite, contract, evidence }: JudgeInput,
  proven: boolean,
): readonly JudgedRequirement[] {
  const recorded = evidence.flatMap((one) => one.exchanges);
  const exchanges = new Map(recorded.map((one): [number, Exchange] => [one.index, one]));
  return all.map((one) => {
    const showing = subjects.filter(({ probe }) => one.demand.shownBy(probe));
    const judged = judgeDemand(one, showing, { suite, proven });
    return judgedRequirement(one.requirement, judged, { suite, contract, exchanges });
  });
}

function applicable(input: JudgeInput): readonly Subject[] {
  const subjects = subjectsOf(input);
  if (input.source === 'install') return subjects;
  const { scenarios } = input.suite;
  const own = new Set(scenarios.filter((one) => one.ownInstance === true).map(({ id }) => id));
  return subjects.filter(({ evidence }) => !own.has(evidence.scenario));
}

function wasTwin({ probe, tries }: Subject): boolean {
  return isToBeAccepted(probe) && tries.length > 0;
}
