import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { MOCK_DEFAULTS, startMock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { startDisturbed } from '../campaign/disturbed.ts';
import { liveSettings, run } from '../campaign/run.ts';
import { test } from '../own-test.ts';
import { CANARIES, withCanaries } from './canaries.ts';
import { Files, HAR, JSON_FILE } from './forged.ts';
import { packedHere, verifiedHere } from './packed.ts';
import { outcomesIn } from './runs.ts';

/** The mock's own neighbours, of which the pool has some as well. */
const NAMES = MOCK_DEFAULTS.neighbours.map(({ templateName }) => templateName);

/** A run against a pool with such neighbours; gives its folder. */
async function ran(name: string, count: number, padding: number, deviation: string | null): Promise<string> {
  const mock = await startMock({ deviation }, null, false);
  const between = await startDisturbed(mock, withCanaries(mock.options.poolName, count, padding));
  const dir = join(test.info().outputPath(name), 'reports');
  await run({ ...liveSettings(between.endpoint), CONFORMANCE_REPORTS_DIR: dir });
  await between.close();
  await mock.close();
  return dir;
}

/** A text as it may stand somewhere. */
function formsOf(text: string): readonly string[] {
  const base64 = [0, 1, 2].map((shift) =>
    // Without the digits that depend on what stands around it.
    Buffer.from(' '.repeat(shift) + text)
      .toString('base64')
      .slice(shift === 0 ? 0 : shift + 1, -4),
  );
  const escaped = JSON.stringify(text).slice(1, -1);
  const all = [text, escaped, encodeURIComponent(text), Buffer.from(text).toString('hex'), ...base64];
  // What is shorter stands anywhere by chance.
  return all.filter(({ length }) => length >= 7);
}

/** Which of these stand in which file. */
function foundIn(zip: string, texts: readonly string[]): readonly string[] {
  const files = Files.of(zip);
  return files.paths.flatMap((path) => {
    const content = files.bytes(path);
    const held = texts.filter((text) => formsOf(text).some((form) => content.includes(form)));
    return held.map((text) => `${path}: ${text}`);
  });
}

for (const { what, count, padding, deviation } of [
  { what: 'a List', count: 1, padding: 0, deviation: null },
  { what: 'a List that is long', count: 40, padding: 800, deviation: null },
  { what: 'a List of which one goes', count: 1, padding: 0, deviation: 'deletes-neighbour' },
  { what: 'a List in which one changes', count: 1, padding: 0, deviation: 'upgrades-neighbour' },
]) {
  test(`nothing of what ${what} tells of neighbours is in a pack, and all of it in a whole one @slow`, async () => {
    const dir = await ran('run', count, padding, deviation);
    const [masked, whole] = [await packedHere(dir), await packedHere(dir, { whole: true })];
    const canaries = Object.values(CANARIES);
    expect(foundIn(masked, [...canaries, '1048577'])).toEqual([]);
    const named = foundIn(masked, NAMES).filter((one) => !/^(?:specs|verify|schemas)/.test(one));
    expect(named).toEqual([]);
    const text = Files.of(whole).text(HAR);
    for (const canary of canaries)
      expect
        .soft(
          formsOf(canary).some((form) => text.includes(form)),
          canary,
        )
        .toBe(true);
    const salt = readFileSync(join(dir, 'evidence/salt'), 'utf8').trim();
    expect(foundIn(masked, [salt])).toEqual([]);
    expect(foundIn(whole, [salt])).toEqual([]);
    const said = JSON.parse(readFileSync(join(dir, 'conformance.json'), 'utf8'));
    for (const zip of [masked, whole]) {
      const verified = await verifiedHere(zip);
      expect([verified.exitCode, verified.problems, verified.outcomes]).toEqual([0, [], []]);
      expect(outcomesIn(JSON.parse(Files.of(zip).text(JSON_FILE)))).toEqual(outcomesIn(said));
    }
  });
}

test('two runs mask the same neighbour in different ways @slow', async () => {
  const tokens = [];
  for (const name of ['one', 'other']) {
    const zip = await packedHere(await ran(name, 1, 0, null));
    tokens.push(
      new Set(
        Files.of(zip)
          .text(HAR)
          .match(/masked-[0-9a-f]{16}/g),
      ),
    );
  }
  const [one, other] = tokens;
  expect(one?.size).toBeGreaterThan(20);
  expect([...(one ?? [])].filter((token) => other?.has(token))).toEqual([]);
});
