import { expect, test } from '@playwright/test';
import { seenAnswers } from '../../src/engine/verdict/seen-answers.ts';
import { given } from '../judge/contract.ts';
import { answer, evidence, lost, plugin, REFUSAL, refusal, TWIN, WITH } from '../rules/build.ts';

const unseen = (...statuses: readonly number[]) => ({ method: 'DELETE', statuses });

test('a 200 and a 400 count where they answer a DELETE with the credentials of the user', () => {
  const refused = evidence('ill-formed', refusal(answer(400, REFUSAL)));
  expect(seenAnswers(given.suite, [TWIN])).toEqual({ unseen: unseen(400), refusals: new Map() });
  expect(seenAnswers(given.suite, [refused])).toEqual({
    unseen: unseen(200),
    refusals: new Map([[400, 1]]),
  });
  expect(seenAnswers(given.suite, [refused, TWIN])).toMatchObject({ unseen: unseen() });
});

test('nothing else counts', () => {
  const others = [
    evidence('credentials', refusal(answer(400, REFUSAL))),
    evidence('methods', refusal(answer(400, REFUSAL))),
    evidence('installed', [WITH, lost('cut', 1, answer(200, plugin()))]),
    evidence('unknown', refusal(answer(404, REFUSAL))),
  ];
  const refusals = new Map([[404, 1]]);
  expect(seenAnswers(given.suite, others)).toEqual({ unseen: unseen(200, 400), refusals });
});
