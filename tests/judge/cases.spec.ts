import { expect } from '@playwright/test';
import { judge } from '../../src/engine/judge/judge.ts';
import { test } from '../own-test.ts';
import { caseFiles, casesOf, GENERAL, OF_PLUGINS } from './all-cases.ts';

for (const all of [GENERAL, OF_PLUGINS]) {
  for (const rule of caseFiles(all)) {
    test(`${rule}: what it makes of its cases`, async () => {
      for (const { title, requirement, evidence, outcome, says, shows } of await casesOf(all, rule)) {
        const judged = judge({ ...all.given, evidence, source: 'install', settleTimeoutMs: 900_000 });
        const one = judged.find(({ id }) => id === requirement);
        expect({ title, outcome: one?.outcome }).toEqual({ title, outcome });
        if (says !== undefined) expect(one?.findings[0]?.message).toContain(says);
        if (shows !== undefined) expect(one?.findings[0]?.actual).toContain(shows);
      }
    });
  }
}
