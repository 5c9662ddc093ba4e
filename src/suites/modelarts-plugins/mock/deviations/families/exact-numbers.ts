import { type Change, onAccepted, rewritten } from '../../change.ts';
import type { Context } from '../../context.ts';
import type { Deviation } from '../../deviation.ts';

/** A number of the answers that JavaScript would not write: its name, the text before it, and where it is another. */
interface Exact {
  readonly says: string;
  /** The end of the requirement's id. */
  readonly breaks: string;
  /** What stands before the value in the text; the last of these is meant. */
  readonly after: string;
  /** The value in the 200 of a DELETE. */
  readonly value: string;
  /** The value in Show and List; left out where they have the mock's own. */
  readonly given?: string;
}

const REPLICAS = '"replicas":';
const COUNT = 'body.status.resources.replicas';
const INPUTS = 'instance.inputs';

const NUMBERS: Readonly<Record<string, Exact>> = {
  'replicas-almost-two': {
    says: 'counts 2.0000000000000000001 replicas',
    breaks: COUNT,
    after: REPLICAS,
    value: '2.0000000000000000001',
  },
  'replicas-hardly-negative': {
    says: 'counts -1e-400 replicas',
    breaks: COUNT,
    after: REPLICAS,
    value: '-1e-400',
  },
  'replicas-hardly-any': { says: 'counts 1e-400 replicas', breaks: COUNT, after: REPLICAS, value: '1e-400' },
  'replicas-minus-infinity': {
    says: 'counts -1e400 replicas',
    breaks: COUNT,
    after: REPLICAS,
    value: '-1e400',
  },
  'describes-input-beyond-2-to-the-53': {
    says: 'has 2^53 + 1 for an input that is 2^53',
    breaks: INPUTS,
    after: '"ndots":',
    value: '9007199254740993',
    given: '9007199254740992',
  },
  'describes-input-almost-equal': {
    says: 'has 0.1000000000000000000001 for an input that is 0.1',
    breaks: INPUTS,
    after: '"ndots":',
    value: '0.1000000000000000000001',
    given: '0.1',
  },
  'describes-input-beyond-doubles': {
    says: 'has 1e401 for an input that is 1e400',
    breaks: INPUTS,
    after: '"ndots":',
    value: '1e401',
    given: '1e400',
  },
};

/** Puts a number behind the last of these texts, in place of the value that stands there. */
const putting = (after: string, value: string): Change =>
  rewritten((text) => {
    const at = text.lastIndexOf(after);
    if (at < 0) return text;
    const from = at + after.length;
    return text.slice(0, from) + text.slice(from).replace(/^(?:"[^"]*"|[\d.]+)/, value);
  });

function describesOwn({ asked, refusal }: Context): boolean {
  return refusal === null && (asked.operation === 'ShowPlugin' || asked.operation === 'ListPlugins');
}

/** Numbers that are wrong, or other than Show and List gave, by less than a double holds. */
export const exactNumbers: readonly Deviation[] = Object.entries(NUMBERS).map(
  ([name, { says, breaks, after, value, given }]) => ({
    name,
    title: `The 200 of a DELETE ${says}.`,
    catches: `delete.200.${breaks}`,
    answer: (answer, context) =>
      given !== undefined && describesOwn(context)
        ? putting(after, given)(answer, context)
        : onAccepted(putting(after, value))(answer, context),
  }),
);
