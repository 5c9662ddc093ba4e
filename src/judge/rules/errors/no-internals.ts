import { shown } from '../../../contract/actual.ts';
import { isObject } from '../../../contract/plugin.ts';
import { pointerOf } from '../../../contract/pointer.ts';
import type { RecordedResponse } from '../../../model/exchange.ts';
import type { Finding } from '../../../model/finding.ts';
import { readBody } from '../../answer/body.ts';
import { internalsIn } from '../../answer/internals.ts';
import { single } from '../../demands.ts';
import { violation } from '../../finding.ts';
import { statusOfAnswer } from '../../pool/seen.ts';
import { ACCEPTED, TO_BE_REFUSED } from '../../rows.ts';
import type { Rule, Subject } from '../../rule.ts';
import { troubleWith } from '../../trouble.ts';

export const noInternals = {
  id: 'errors/no-internals',
  title: 'MUST show no stack trace and no file and line in an error',
  basis: 'observed',
  clause: 'Example Responses, status code 400',
  breaks: { basis: 'reading', note: 'No example of an error shows any; that none may is a reading.' },
  readings: ['internals'],
  rows: [...ACCEPTED, ...TO_BE_REFUSED],
  demands: single('delete.error.no-internals'),
  appliesTo: (subject) => errorOf(subject) !== null,
  unseen: () => ({ reason: 'No error with a body was answered.' }),
  judge: (subject): readonly Finding[] => {
    const response = errorOf(subject);
    if (response === null) return [];
    const { text, value } = readBody(response.body);
    // A file and line may be spelt with escapes.
    const found =
      internalsIn(text) ??
      textsOf(value)
        .map(internalsIn)
        .find((one) => one !== null) ??
      null;
    if (found === null) return [];
    const details = { expected: 'no stack trace, no file and line', actual: shown(found) };
    const member = memberWith(value);
    return [
      violation(subject.exchange, 'The error shows a stack trace or a file and line.', {
        ...(member === null ? {} : { pointer: pointerOf([member]) }),
        ...details,
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

function textsOf(body: unknown): readonly string[] {
  return isObject(body) ? Object.values(body).filter((one) => typeof one === 'string') : [];
}

/** The first member of the body whose text shows them; null where they stand elsewhere. */
function memberWith(body: unknown): string | null {
  if (!isObject(body)) return null;
  for (const name in body) {
    const value = Object.hasOwn(body, name) ? body[name] : undefined;
    if (typeof value === 'string' && internalsIn(value) !== null) return name;
  }
  return null;
}
