import { isObject } from '../../contract/plugin.ts';
import type { DocumentedResponse, SchemaError } from '../../model/contract.ts';
import type { Exchange, RecordedResponse } from '../../model/exchange.ts';
import type { Subject } from '../rule.ts';
import { readBody } from './body.ts';

/** A probe's whole answer with a documented status, the exchange it came in and what the contract says of it. */
export interface Answered {
  readonly exchange: Exchange;
  readonly response: RecordedResponse;
  readonly documented: DocumentedResponse;
}

/** A parsed body, and what the contract says of it. */
export interface JudgedBody {
  readonly errors: readonly SchemaError[];
  readonly undocumented: readonly string[];
  readonly observed: ReadonlySet<string>;
}

const judged = new WeakMap<DocumentedResponse, WeakMap<RecordedResponse, JudgedBody>>();

/** The probe's answer where it is whole and has this status; null where not. */
export function answeredWith({ contract, exchange }: Subject, status: number): Answered | null {
  const documented = contract.operations.get('DeletePlugin')?.responses.get(status);
  const response = exchange?.trouble === null ? exchange.response : null;
  if (exchange === null || response?.status !== status || documented === undefined) return null;
  return { exchange, response, documented };
}

/** The probe's answer with this status, where its body is JSON; null where not. */
export function jsonAnswer(subject: Subject, status: number): (Answered & { value: unknown }) | null {
  const answer = answeredWith(subject, status);
  if (answer === null) return null;
  const { state, value } = readBody(answer.response.body);
  return state === 'json' ? { ...answer, value } : null;
}

/** The probe's 200, where its body is a JSON object; null where not. */
export function objectAnswer(subject: Subject): (Answered & { value: unknown }) | null {
  const answer = jsonAnswer(subject, 200);
  return isObject(answer?.value) ? answer : null;
}

/** What the contract says of a JSON body; each is judged once. */
export function judgedBody({ documented, response }: Answered, value: unknown): JudgedBody {
  const ofThis = judged.get(documented) ?? new WeakMap<RecordedResponse, JudgedBody>();
  judged.set(documented, ofThis);
  const before = ofThis.get(response);
  if (before !== undefined) return before;
  const now = {
    errors: documented.validate(value),
    undocumented: documented.undocumented(value),
    observed: documented.observed(value),
  };
  ofThis.set(response, now);
  return now;
}
