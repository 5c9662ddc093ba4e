import type { MannerOf, MockTypes } from '../mock/manner.ts';

/** One manner that does what each of these does, in their order; the first that writes, or refuses, is the last. */
export function composed<M extends MockTypes>(manners: readonly MannerOf<M>[]): MannerOf<M> {
  return {
    reads: (asked, pool) => manners.reduce((read, one) => one.reads?.(read, pool) ?? read, asked),
    sees: (installed, asked, pool) =>
      manners.reduce((seen, one) => one.sees?.(seen, asked, pool) ?? seen, installed),
    tolerates: (refusal, situation) => manners.some((one) => one.tolerates?.(refusal, situation) === true),
    refuses: (situation) => {
      for (const one of manners) {
        const refusal = one.refuses?.(situation) ?? null;
        if (refusal !== null) return refusal;
      }
      return null;
    },
    effect: (context, carryOut) =>
      manners.reduce<() => void>(
        (inner, one) => () => (one.effect === undefined ? inner() : one.effect(context, inner)),
        carryOut,
      )(),
    answer: (answer, context) => manners.reduce((made, one) => one.answer?.(made, context) ?? made, answer),
    write: (response, answer, context) =>
      manners.some((one) => one.write?.(response, answer, context) === true),
  };
}
