import { isObject } from '../../contract/json-value.ts';
import type { DocumentedResponse, SchemaError } from '../../model/contract.ts';
import type { Exchange, RecordedResponse } from '../../model/exchange.ts';
import type { About } from '../../model/requirement.ts';
import type { Subject } from '../rule.ts';
import { readBody } from './body.ts';

/** Which documented answer is meant. */
export type AnAnswer = Pick<About, 'operation' | 'status'>;

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

/** The probe's answer where it is whole and is the documented one that is meant; null where not. */
export function answeredWith(
  { contract, exchange }: Subject,
  { operation, status }: AnAnswer,
): Answered | null {
  if (status === null) return null;
  const documented = contract.operations.get(operation.id)?.responses.get(status);
  const response = exchange?.trouble === null ? exchange.response : null;
  if (exchange === null || response?.status !== status || documented === undefined) return null;
  return { exchange, response, documented };
}

/** The same, where its body is JSON. */
export function jsonAnswer(subject: Subject, meant: AnAnswer): (Answered & { value: unknown }) | null {
  const answer = answeredWith(subject, meant);
  if (answer === null) return null;
  const { state, value } = readBody(answer.response.body);
  return state === 'json' ? { ...answer, value } : null;
}

/** The same, where its body is a JSON object. */
export function objectAnswer(subject: Subject, meant: AnAnswer): (Answered & { value: unknown }) | null {
  const answer = jsonAnswer(subject, meant);
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
