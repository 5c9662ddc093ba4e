import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { test } from '@playwright/test';
import { parse } from 'yaml';
import { stepsOf, valueAt } from '../../src/engine/contract/pointer.ts';
import type { Given } from '../../src/engine/judge/rule.ts';
import { DESCRIPTION, notesContract } from '../suites/notes/run.ts';
import { notes } from '../suites/notes/suite.ts';

const PATH = '/paths/~1v1~1{account}~1notebooks~1{notebook}~1notes~1{note}';

/** The problem document as the description has it. */
export const PROBLEM_CONTENT = {
  'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
};

/** The suite of the notes with a description that documents these answers of DeleteNote too, or otherwise. */
export async function givenWith(answers: Readonly<Record<string, object>>): Promise<Given> {
  const description: unknown = parse(readFileSync(DESCRIPTION, 'utf8'));
  const responses = valueAt(description, stepsOf(`${PATH}/delete/responses`));
  if (typeof responses !== 'object' || responses === null) throw new Error('DeleteNote has answers.');
  Object.assign(responses, answers);
  const path = test.info().outputPath('notes.openapi.json');
  writeFileSync(path, JSON.stringify(description));
  const file = pathToFileURL(path);
  return { suite: notes, contract: await notesContract({ file }) };
}
