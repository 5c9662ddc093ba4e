import { shown } from '../../../contract/actual.ts';
import { pointerOf } from '../../../contract/pointer.ts';
import type { Body, RecordedResponse } from '../../../model/exchange.ts';
import type { Finding } from '../../../model/finding.ts';
import { readBody } from '../../body/body.ts';
import { duplicateNames } from '../../body/duplicate-names.ts';
import { type Internals, internalsOf } from '../../body/internals.ts';
import { statusOfAnswer } from '../../body/read-answer.ts';
import { isSent, single } from '../../demands.ts';
import { violation } from '../../finding.ts';
import type { Rule, Subject } from '../../rule.ts';
import { troubleWith } from '../../trouble.ts';

export const noInternals = {
  id: 'errors/no-internals',
  title: 'MUST show no stack trace and no file and line in an error',
  basis: 'observed',
  clause: 'Example Responses, status code 400',
  breaks: { basis: 'reading', note: 'No example of an error shows any; that none may is a reading.' },
  readings: ['internals'],
  demands: single('error', 'no-internals', isSent),
  appliesTo: (subject) => errorOf(subject) !== null,
  unseen: () => ({ reason: 'No error with a body was answered.' }),
  judge: (subject): readonly Finding[] => {
    const response = errorOf(subject);
    if (response === null) return [];
    const shows = internalsOfBody(response.body);
    if (shows === null) return [];
    const pointer = pointerOf(shows.steps);
    return [
      violation(subject.exchange, 'internals', 'The error shows a stack trace or a file and line.', {
        ...(pointer === '' ? {} : { pointer, steps: shows.steps }),
        expected: 'no stack trace, no file and line',
        actual: shown(shows.found),
      }),
    ];
  },
} as const satisfies Rule;

/** The error that the endpoint answered, where it has a body. */
function errorOf(subject: Subject): RecordedResponse | null {
  const { exchange } = subject;
  const isError = exchange !== null && (statusOfAnswer(exchange) ?? 0) >= 400;
  if (!isError || exchange.response?.body.data === '' || troubleWith(subject) !== null) return null;
  return exchange.response;
}

/** What is no JSON is read as a text; so is what has a name twice, of which its values have the last alone. */
function internalsOfBody(body: Body): Internals | null {
  const { state, text, value } = readBody(body);
  if (state !== 'json') return internalsOf(text);
  const found = internalsOf(value);
  const hides = found === null && typeof value === 'object' && duplicateNames(text).steps.length > 0;
  return hides ? internalsOf(text) : found;
}
