import { expect, test } from '@playwright/test';
import { resourceOf, suiteOf } from '../../src/lifecycle/effects/resource.ts';
import { modelartsPlugins } from '../../src/suites/modelarts-plugins/suite.ts';

test('the suite of a subject is read for its resource, and one that has none is an error', () => {
  const { resource, ...without } = modelartsPlugins;
  expect(suiteOf({ suite: modelartsPlugins })).toBe(modelartsPlugins);
  expect(resourceOf({ suite: modelartsPlugins })).toBe(resource);
  const message = 'A rule about what became of a resource needs a suite with one.';
  expect(() => suiteOf({ suite: without })).toThrow(message);
});
