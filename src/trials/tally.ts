import type { Caught, DeviationTrial, Sensitivity, Trial, Truth, Verdicts } from './model.ts';

/** What the trials are counted against. */
export interface Counted {
  /** Every requirement's id, in the order of the report. */
  readonly requirements: readonly string[];
  /** Every rule, with the requirements that it yields. */
  readonly rules: readonly { readonly id: string; readonly requirements: readonly string[] }[];
}

type Tallied = Pick<
  Sensitivity,
  'deviations' | 'requirements' | 'deadRules' | 'rules' | 'conforming' | 'disturbed' | 'table'
>;

const CONFIDENCE = 0.95;

/** Counts what the suite made of servers whose truth is known. */
export function tally(trials: readonly Trial[], { requirements, rules }: Counted): Tallied {
  const deviating = trials.filter(({ truth }) => truth === 'deviating');
  const tried = deviating.map(deviationTrial);
  const of = (...kinds: readonly Caught[]) => tried.filter(({ caught }) => kinds.includes(caught));
  const caught = of('in-place', 'elsewhere');
  const proven = new Set(of('in-place').map(({ catches }) => catches));
  const unproven = requirements.filter((id) => !proven.has(id));
  const without = rules.map((rule) => ({ id: rule.id, survivors: namesOf(caught.filter(needs(rule))) }));
  return {
    deviations: {
      total: tried.length,
      caught: caught.length,
      inPlace: of('in-place').length,
      survived: namesOf(of('survived')),
      broken: namesOf(of('broken')),
      trials: tried,
    },
    requirements: {
      total: requirements.length,
      proven: requirements.length - unproven.length,
      unproven,
    },
    deadRules: without.filter(({ survivors }) => survivors.length === 0).map(({ id }) => id),
    rules: without,
    conforming: ofConforming(trials),
    disturbed: ofDisturbed(trials),
    table: {
      deviating: verdictsOf(trials, 'deviating'),
      conforming: verdictsOf(trials, 'conforming'),
      disturbed: verdictsOf(trials, 'disturbed'),
    },
  };
}

/** Whether the trials show all that the suite promises: the gate of a change. */
export function isProven({ deviations, requirements, deadRules, conforming, disturbed }: Tallied): boolean {
  const isTried = [deviations, conforming, disturbed].every(({ total }) => total > 0);
  const doubts = [
    deviations.survived,
    deviations.broken,
    requirements.unproven,
    deadRules,
    conforming.falseAlarms,
    conforming.untested,
    disturbed.wrong,
  ];
  return isTried && doubts.every((names) => names.length === 0);
}

/** Whether the suite concluded of a server what it is; of a deviation that never took effect nothing can be. */
export function isRight({ truth, verdict, deviated }: Trial): boolean {
  if (truth === 'deviating') return verdict === 'non-conformant' && deviated > 0;
  return verdict === (truth === 'conforming' ? 'conformant' : 'inconclusive');
}

function deviationTrial(trial: Trial): DeviationTrial {
  const { name, title, verdict, failed, catches } = trial;
  return { name, title, catches: catches ?? '', verdict, failed, caught: caughtHow(trial) };
}

function caughtHow({ verdict, failed, catches, deviated }: Trial): Caught {
  if (deviated === 0) return 'broken';
  if (verdict !== 'non-conformant') return 'survived';
  return failed[0] === catches ? 'in-place' : 'elsewhere';
}

/** Rules judge apart from each other: without one, what is left of a verdict is what the others found broken. */
function needs(rule: Counted['rules'][number]): (trial: DeviationTrial) => boolean {
  const own = new Set(rule.requirements);
  return ({ failed }) => failed.every((id) => own.has(id));
}

function ofConforming(trials: readonly Trial[]): Sensitivity['conforming'] {
  const own = trials.filter(({ truth }) => truth === 'conforming');
  const alarms = own.filter(({ verdict }) => verdict === 'non-conformant');
  return {
    total: own.length,
    falseAlarms: namesOf(alarms),
    untested: namesOf(own.filter(({ verdict }) => verdict === 'inconclusive')),
    // At the bound, so many servers in a row without an alarm are met once in twenty times.
    rateBelow: alarms.length > 0 || own.length === 0 ? 1 : 1 - (1 - CONFIDENCE) ** (1 / own.length),
  };
}

function ofDisturbed(trials: readonly Trial[]): Sensitivity['disturbed'] {
  const own = trials.filter(({ truth }) => truth === 'disturbed');
  const wrong = own.filter(({ verdict }) => verdict !== 'inconclusive');
  return { total: own.length, inconclusive: own.length - wrong.length, wrong: namesOf(wrong) };
}

function verdictsOf(trials: readonly Trial[], truth: Truth): Verdicts {
  const count = (...verdicts: readonly Trial['verdict'][]) =>
    trials.filter((one) => one.truth === truth && verdicts.includes(one.verdict)).length;
  return {
    conformant: count('conformant', 'conformant-with-waivers'),
    nonConformant: count('non-conformant'),
    inconclusive: count('inconclusive'),
  };
}

function namesOf(trials: readonly Pick<Trial, 'name'>[]): readonly string[] {
  return trials.map(({ name }) => name);
}
