import { expect } from '@playwright/test';
import { resourceOf, suiteOf } from '../../src/lifecycle/effects/resource.ts';
import { test } from '../own-test.ts';
import { notes } from '../suites/notes/suite.ts';

test('the suite of a subject is read for its resource, and one that has none is an error', () => {
  const { resource, ...without } = notes;
  expect(suiteOf({ suite: notes })).toBe(notes);
  expect(resourceOf({ suite: notes })).toBe(resource);
  const message = 'A rule about what became of a resource needs a suite with one.';
  expect(() => suiteOf({ suite: without })).toThrow(message);
});
