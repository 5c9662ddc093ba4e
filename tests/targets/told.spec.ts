import { expect } from '@playwright/test';
import { annotationsOf } from '../../src/app/pipelines/annotations.ts';
import { outputsOf } from '../../src/app/pipelines/run-end.ts';
import { inertLine } from '../../src/engine/report/inert.ts';
import { test } from '../own-test.ts';
import { HOSTILE } from '../report/hostile.ts';
import { broken, inputOf, manyOutcomes, outcome, without } from './samples.ts';

const endOf = (...given: Parameters<typeof inputOf>) => {
  const { report: totals } = inputOf(...given);
  return { exitCode: totals.exitCode, report: null, totals };
};

test('a service is told of each target that does not conform, the worst first, and the last says how many are left out', () => {
  const few = annotationsOf(
    endOf([outcome('a'), without('down', 3, 'It was down.'), broken('b'), without('c', 4, 'A fault.')]),
  );
  expect(few.map(({ level, title, message }) => `${level} ${title} ${message}`)).toEqual([
    'error c Fault of the suite: A fault.',
    'error b Non-conformant: `delete.200.body.kind` did not hold.',
    'warning down Inconclusive: It was down.',
  ]);
  const many = annotationsOf(endOf(manyOutcomes(100)));
  expect(many).toHaveLength(10);
  expect(many.at(-1)?.message).toMatch(/ \(18 more in `targets\.html`\.\)$/);
  expect(annotationsOf(endOf([outcome('a')]))).toEqual([]);
});

test('what the exit code alone says is told besides', () => {
  const end = endOf([outcome('a')]);
  expect(annotationsOf({ ...end, exitCode: 4 })).toEqual([
    expect.objectContaining({ level: 'error', message: expect.stringContaining('The suite itself failed') }),
  ]);
});

test('names and reasons are inert, and outputs are the sums of all targets', () => {
  const [told] = annotationsOf(endOf([without(HOSTILE, 3, HOSTILE)]));
  const texts = `${told?.title}${told?.message}`;
  expect(texts).toContain('alert(1)');
  expect(inertLine(texts)).toBe(texts);
  expect(outputsOf(endOf([broken('b', 2), broken('c', 1), without('d', 3, 'Down.')]))).toEqual([
    ...[
      ['verdict', 'non-conformant'],
      ['exit-code', '1'],
      ['passed', '157'],
      ['failed', '3'],
    ],
    ['inconclusive', '0'],
  ]);
});
