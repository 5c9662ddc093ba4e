import { documentedAnswer } from '../../contract/answer-key.ts';
import { isObject } from '../../contract/json-value.ts';
import { documentedAs, isJson } from '../../contract/media-types.ts';
import type { DocumentedResponse, SchemaError, Undocumented } from '../../model/contract.ts';
import type { Exchange, RecordedResponse } from '../../model/exchange.ts';
import type { About } from '../../model/requirement.ts';
import type { Subject } from '../rule.ts';
import { troubleWith } from '../trouble.ts';
import { readBody } from './body.ts';
import { mediaTypeOf } from './media-type.ts';

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
  readonly undocumented: Undocumented;
  readonly observed: ReadonlySet<string>;
}

const judged = new WeakMap<DocumentedResponse, WeakMap<RecordedResponse, JudgedBody>>();

/** The probe's answer where it is whole and is the documented one that is meant; null where not. */
export function answeredWith(subject: Subject, { operation, status }: AnAnswer): Answered | null {
  const { contract, exchange } = subject;
  const tested = contract.operations.get(operation.id);
  const response = exchange?.trouble === null ? exchange.response : null;
  if (exchange === null || response === null || tested === undefined) return null;
  const documented = documentedAnswer(tested, response.status);
  if (documented === undefined || documented.key !== status) return null;
  if (mayBeOfAnother(response.status) && troubleWith(subject) !== null) return null;
  return { exchange, response, documented };
}

/** Whether something in front of the endpoint, or what the credentials are let do, gives such an answer too. */
function mayBeOfAnother(status: number): boolean {
  return status === 401 || status === 403 || status === 429 || status >= 500;
}

/** The same, but for an answer that says that it is another of its documented media types than the JSON one. */
export function answeredInJson(subject: Subject, meant: AnAnswer): Answered | null {
  const answer = answeredWith(subject, meant);
  if (answer === null || answer.documented.content !== 'json') return null;
  const as = saidToBe(answer);
  return as === null || isJson(as) ? answer : null;
}

/** The same, where its body is JSON. */
export function jsonAnswer(subject: Subject, meant: AnAnswer): WithValue | null {
  const answer = answeredInJson(subject, meant);
  if (answer === null) return null;
  const { state, value } = readBody(answer.response.body);
  return state === 'json' ? { ...answer, value } : null;
}

/** The same, where the schema of the description is about it: not where it is another JSON one of its media types. */
export function judgedAnswer(subject: Subject, meant: AnAnswer): WithValue | null {
  const answer = jsonAnswer(subject, meant);
  return answer === null || otherMediaType(answer) !== null ? null : answer;
}

/** The documented media type that an answer says it has, where the schema of another one judges; null where none says so. */
export function otherMediaType(answer: Answered): string | null {
  const { mediaTypes, judgedAs } = answer.documented;
  const as = saidToBe(answer);
  return as === null || judgedAs === null || documentedAs(mediaTypes, as) === judgedAs ? null : as;
}

/** The same, where its body is a JSON object. */
export function objectAnswer(subject: Subject, meant: AnAnswer): WithValue | null {
  const answer = judgedAnswer(subject, meant);
  return isObject(answer?.value) ? answer : null;
}

type WithValue = Answered & { readonly value: unknown };

/** The documented media type that an answer says it has; null where it says none of them: then it is judged as it should be. */
function saidToBe({ response, documented }: Answered): string | null {
  const essence = mediaTypeOf(response)?.essence ?? null;
  return essence !== null && documentedAs(documented.mediaTypes, essence) !== null ? essence : null;
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
