import { pointerOf } from '../../../contract/pointer.ts';
import type { Finding } from '../../../model/finding.ts';
import { jsonAnswer } from '../../body/answered.ts';
import { readBody } from '../../body/body.ts';
import { duplicateNames } from '../../body/duplicate-names.ts';
import { isOfJson, perAnswer } from '../../demands.ts';
import { violation } from '../../finding.ts';
import { unseenAnswer } from '../../not-observed.ts';
import type { Rule } from '../../rule.ts';

export const uniqueNames = {
  id: 'wire/unique-names',
  title: 'MUST name each member once in an object of a documented answer',
  basis: 'http',
  clause: 'RFC 8259, section 4',
  breaks: {
    basis: 'http',
    note: 'RFC 8259 says that names should be unique; that a name which is not breaks the table is a reading.',
  },
  readings: ['unique-names', 'placeholders'],
  demands: perAnswer(
    { facet: 'json', name: 'unique-names', isAbout: isOfJson },
    ({ named }) => `MUST name each member once in an object of the ${named}`,
  ),
  appliesTo: (subject, demand) => jsonAnswer(subject, demand) !== null,
  unseen: unseenAnswer,
  judge: (subject, demand): readonly Finding[] => {
    const answer = jsonAnswer(subject, demand);
    if (answer === null) return [];
    const { exchange, response } = answer;
    const { steps: all, more } = duplicateNames(readBody(response.body).text);
    return all.map((steps, at) =>
      violation(
        exchange,
        'named-twice',
        'An object names a member twice, and what reads it may take either.',
        {
          pointer: pointerOf(steps),
          // What is read has one of the two alone, and that may be another kind of value.
          steps,
          ...(at === all.length - 1 && more > 0 ? { count: 1 + more } : {}),
          expected: 'one member of that name',
          actual: 'more than one',
        },
      ),
    );
  },
} as const satisfies Rule;
