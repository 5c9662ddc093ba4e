import type { Deviation } from '../../deviation.ts';
import { answers } from '../answers.ts';
import { bodyDeviations } from './fields.ts';

/** Every documented field of the answers that the mock never gives itself, each in every way in which it can be wrong. */
export const otherBodies: readonly Deviation[] = answers
  .filter(({ key }) => key !== '200' && key !== '400')
  .flatMap((answer) =>
    bodyDeviations(answer, {}).map((deviation) => ({ ...deviation, name: deviation.name + answer.suffix })),
  );
