import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { expect } from '@playwright/test';
import { parse } from 'yaml';
import { ContractError } from '../../src/engine/contract/contract.ts';
import { stepsOf, valueAt } from '../../src/engine/contract/pointer.ts';
import type { Contract } from '../../src/engine/model/contract.ts';
import { pluginsContract } from '../../src/suites/modelarts-plugins/load.ts';
import { DESCRIPTION } from '../../src/suites/modelarts-plugins/places.ts';
import { test } from '../own-test.ts';

/** The description as it is. */
export const TEXT = readFileSync(DESCRIPTION, 'utf8');

/** What texts hold, read once: a list of broken ones asks for the same again and again. */
const held = new Map<string, unknown>();

/** The description with another value at a pointer; `undefined` takes the member away. */
export function edited(pointer: string, value: unknown, text = TEXT): string {
  if (!held.has(text)) held.set(text, parse(text));
  const description: unknown = structuredClone(held.get(text));
  const steps = stepsOf(pointer);
  const holder = valueAt(description, steps.slice(0, -1));
  if (typeof holder !== 'object' || holder === null) throw new Error(`Nothing holds ${pointer}.`);
  Object.assign(holder, { [steps.at(-1) ?? '']: value });
  return JSON.stringify(description);
}

/** Asserts that loading the description stops with one sentence of this shape, and at this place. */
export async function expectStop(
  description: string,
  pointer: string,
  sentence: RegExp,
  load: (of: { readonly file: URL }) => Promise<Contract> = pluginsContract,
): Promise<void> {
  const path = test.info().outputPath('description.yaml');
  writeFileSync(path, description);
  const error: unknown = await load({ file: pathToFileURL(path) }).catch((thrown: unknown) => thrown);
  if (!(error instanceof ContractError)) throw new Error(`No ContractError but ${error}.`);
  expect(error.message).toMatch(sentence);
  expect(error.message).toMatch(/^[A-Z][^\n]*[^.]\.$/);
  expect(error.pointer).toBe(pointer);
}
