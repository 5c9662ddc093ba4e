import type { Body, HeaderLine, RecordedResponse } from '../../src/engine/model/exchange.ts';
import { notes, TARGET } from '../suites/notes/suite.ts';
import { answered, recorded, type Step, tried } from './steps.ts';

const { project, collection, item: ITEM } = TARGET;

/** The evidence of one scenario of the notes. */
export const evidence = recorded(notes, { project, collection, item: ITEM });

/** A note as an answer describes it. */
export function note(item = ITEM, changes: object = {}): object {
  const content = { text: 'Milk and flour.', labels: ['home'] };
  return { name: item, createdAt: '2025-03-17T12:29:18Z', state: 'ready', content, ...changes };
}

/** The neighbour that stands in the notebook of every case. */
export const NEIGHBOUR = note('bread');

/** An answer with a JSON body. */
export function answer(status: number, value: unknown, headers?: readonly HeaderLine[]): RecordedResponse {
  return raw(status, { data: JSON.stringify(value) }, headers);
}

/** An answer with a body that may be anything, called what such an answer is documented to have. */
export function raw(
  status: number,
  body: Partial<Body>,
  headers: readonly HeaderLine[] = [
    ['content-type', status < 400 ? 'application/json;charset=UTF-8' : 'application/problem+json'],
  ],
): RecordedResponse {
  return answered(status, body, headers);
}

/** The answer to a DELETE that was carried out. */
export const DELETED = answered(204, {}, []);

/** The problem document of a refusal. */
export const PROBLEM = { type: 'about:blank', title: 'That cannot be done.', status: 404 };

/** A List that names these notes. */
export function list(...items: readonly object[]): Step {
  return { purpose: 'list', response: answer(200, { notes: items }) };
}

/** A List with the neighbour alone, and one with the suite's note too. */
export const WITHOUT = list(NEIGHBOUR);
export const WITH = list(NEIGHBOUR, note());

/** A Show; of the suite's note where no other body is given. */
export function show(purpose: 'settle' | 'read-back' | 'look', status: number, body: object = note()): Step {
  return { purpose, response: answer(status, status === 200 ? body : PROBLEM) };
}

/** Show and List deny the note, twice in a row. */
export const GONE = [show('settle', 404), WITHOUT, show('settle', 404), WITHOUT];

/** A whole accepted deletion: read back, DELETE, gone, no longer listed. */
export function deletion(response: RecordedResponse = DELETED): readonly Step[] {
  return [WITH, show('read-back', 200), tried(response), ...GONE];
}

/** A probe that is refused, with the notebook before and after it. */
export function refusal(response: RecordedResponse, probe?: string): readonly Step[] {
  const steps = [WITH, tried(response), WITH, show('look', 200)];
  return probe === undefined ? steps : steps.map((step) => ({ ...step, probe }));
}

/** The accepted DELETE without which no refusal proves anything; numbered from 100. */
export const TWIN = evidence('there', deletion(), { from: 100 });
