import type { JudgedRequirement } from '../../model/report.ts';
import type { BodyComment } from './annotated-lines.ts';

/** What the findings of requirements say of places in the body of one exchange, in their order. */
export function bodyComments(
  requirements: readonly Pick<JudgedRequirement, 'id' | 'findings'>[],
  exchange: number,
): readonly BodyComment[] {
  return requirements.flatMap(({ id, findings }) =>
    findings.flatMap(({ kind, code, message, pointer, expected, exchange: shownBy, after }) =>
      // Of an effect the place is one in the look that shows it.
      pointer === undefined || kind === 'trouble' || shownBy !== exchange || after !== undefined
        ? []
        : [
            {
              ...{ pointer, kind, message, requirement: id, isMissing: code === 'missing' },
              ...(expected === undefined ? {} : { expected }),
            },
          ],
    ),
  );
}
