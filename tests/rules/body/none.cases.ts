import type { Body, HeaderLine } from '../../../src/engine/model/exchange.ts';
import { answer, deletion, evidence, note, WITH } from '../build.ts';
import { answered, lost, type RuleCase } from '../steps.ts';

const requirement = 'delete.204.body';

/** A DELETE that is answered 204, with this behind its head. */
function deleted(body: Partial<Body>, ...headers: readonly HeaderLine[]) {
  return [evidence('there', deletion(answered(204, body, headers)))];
}

const CASES: readonly Omit<RuleCase, 'requirement'>[] = [
  { title: 'a 204 without a body', evidence: deleted({}), outcome: 'passed' },
  {
    title: 'a 204 with bytes behind its head',
    evidence: deleted({ data: '{"deleted":true}' }),
    outcome: 'failed',
    says: 'Behind the head',
    shows: 'deleted',
  },
  {
    title: 'a 204 with bytes behind its head that are no text',
    evidence: deleted({ encoding: 'base64', data: '/w==', bytesOnWire: 1 }),
    outcome: 'failed',
    says: 'Behind the head',
  },
  {
    title: 'a 204 that says that it has a body',
    evidence: deleted({}, ['Content-Length', '12']),
    outcome: 'failed',
    says: 'says that it has a body',
    shows: '`Content-Length: 12`',
  },
  {
    title: 'a 204 that says so in the second of two lines',
    evidence: deleted({}, ['content-length', '0'], ['content-length', '12']),
    outcome: 'failed',
    shows: '12',
  },
  {
    title: 'a 204 that says that it has none',
    evidence: deleted({}, ['Content-Length', '0']),
    outcome: 'passed',
  },
  {
    title: 'a 204 that says what media type it would have',
    evidence: deleted({}, ['Content-Type', 'application/json']),
    outcome: 'passed',
  },
  {
    title: 'another status',
    evidence: [evidence('there', deletion(answer(200, note())))],
    outcome: 'not-observed',
  },
  {
    title: 'a 204 that broke off',
    evidence: [evidence('there', [WITH, lost('cut', 1, answered(204, { data: '{' }, []))])],
    outcome: 'inconclusive',
  },
  {
    title: 'a DELETE that was not sent',
    evidence: [],
    outcome: 'inconclusive',
    says: 'was not run',
  },
];

export const cases: readonly RuleCase[] = CASES.map((one) => ({ ...one, requirement }));
