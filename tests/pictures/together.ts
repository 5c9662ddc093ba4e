import type { Manner } from '../../src/suites/modelarts-plugins/mock/deviation.ts';
import { deviations } from '../../src/suites/modelarts-plugins/mock/deviations/deviations.ts';

/** A mock that is wrong in several ways at once, by their names: each does its part to what the ones before it left. */
export function together(names: readonly string[]): Manner {
  const all = names.map((name) => {
    const found = deviations.find((one) => one.name === name);
    if (found === undefined) throw new Error(`There is no deviation \`${name}\`.`);
    return found;
  });
  return {
    reads: (asked, pool) => all.reduce((left, one) => one.reads?.(left, pool) ?? left, asked),
    sees: (there, asked, pool) => all.reduce((left, one) => one.sees?.(left, asked, pool) ?? left, there),
    tolerates: (refusal, situation) => all.some((one) => one.tolerates?.(refusal, situation) === true),
    refuses: (situation) =>
      all.map((one) => one.refuses?.(situation) ?? null).find((one) => one !== null) ?? null,
    effect: (context, carryOut) =>
      all.reduce<() => void>(
        (inner, one) => () => (one.effect === undefined ? inner() : one.effect(context, inner)),
        carryOut,
      )(),
    answer: (answer, context) => all.reduce((left, one) => one.answer?.(left, context) ?? left, answer),
    write: (response, answer, context) => all.some((one) => one.write?.(response, answer, context) === true),
  };
}
