import { answer, evidence, PROBLEM, raw, refusal } from '../build.ts';
import type { RuleCase } from '../steps.ts';

export const cases: readonly RuleCase[] = [
  {
    title: 'a JSON text',
    requirement: 'delete.404.json',
    evidence: [evidence('unknown', refusal(answer(404, PROBLEM)))],
    outcome: 'passed',
  },
  {
    title: 'text after the end',
    requirement: 'delete.404.json',
    evidence: [evidence('unknown', refusal(raw(404, { data: '{} and more' })))],
    outcome: 'failed',
    says: 'not JSON',
  },
  {
    title: 'no body',
    requirement: 'delete.404.json',
    evidence: [evidence('unknown', refusal(raw(404, {})))],
    outcome: 'failed',
    says: 'empty',
  },
  {
    title: 'a content coding that cannot be undone',
    requirement: 'delete.404.json',
    evidence: [evidence('unknown', refusal(raw(404, { data: 'x', codingError: 'unknown coding' })))],
    outcome: 'failed',
  },
  {
    title: 'a content coding that is registered and that the suite cannot undo',
    requirement: 'delete.404.json',
    evidence: [
      evidence('unknown', refusal(raw(404, { data: 'x', codingError: 'zstd', codingUnsupported: true }))),
    ],
    outcome: 'inconclusive',
  },
  {
    title: 'more than is read',
    requirement: 'delete.404.json',
    evidence: [evidence('unknown', refusal(raw(404, { data: '{', truncated: true })))],
    outcome: 'inconclusive',
  },
  {
    title: 'more values than are read',
    requirement: 'delete.404.json',
    evidence: [evidence('unknown', refusal(raw(404, { data: `[${'0,'.repeat(3_000_000)}0]` })))],
    outcome: 'inconclusive',
    says: 'more values',
  },
  {
    title: 'another status',
    requirement: 'delete.404.json',
    evidence: [evidence('unknown', refusal(answer(410, PROBLEM)))],
    outcome: 'not-observed',
  },
];
