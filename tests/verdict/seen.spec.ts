import { expect } from '@playwright/test';
import { seenAnswers } from '../../src/engine/verdict/seen-answers.ts';
import { given } from '../judge/contract.ts';
import { test } from '../own-test.ts';
import { answer, DELETED, evidence, PROBLEM, refusal, TWIN, WITH } from '../rules/build.ts';
import { lost } from '../rules/steps.ts';

const unseen = (...statuses: readonly number[]) => ({ method: 'DELETE', statuses });

test('a 204 and a 404 count where they answer a DELETE with the credentials of the user', () => {
  const refused = evidence('unknown', refusal(answer(404, PROBLEM)));
  expect(seenAnswers(given.suite, [TWIN])).toEqual({ unseen: unseen(404), refusals: new Map() });
  expect(seenAnswers(given.suite, [refused])).toEqual({
    unseen: unseen(204),
    refusals: new Map([[404, 1]]),
  });
  expect(seenAnswers(given.suite, [refused, TWIN])).toMatchObject({ unseen: unseen() });
});

test('nothing else counts', () => {
  const others = [
    evidence('credentials', refusal(answer(404, PROBLEM))),
    evidence('methods', refusal(answer(404, PROBLEM))),
    evidence('there', [WITH, lost('cut', 1, DELETED)]),
    evidence('ill-formed', refusal(answer(400, PROBLEM))),
  ];
  const refusals = new Map([[400, 1]]);
  expect(seenAnswers(given.suite, others)).toEqual({ unseen: unseen(204, 404), refusals });
});
