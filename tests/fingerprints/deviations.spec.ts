import { expect } from '@playwright/test';
import { judge } from '../../src/engine/judge/judge.ts';
import { pluginsContract } from '../../src/suites/modelarts-plugins/load.ts';
import { triedPlugins } from '../../src/suites/modelarts-plugins/tried.ts';
import { atOnce } from '../../src/trials/at-once.ts';
import { deviatingServers } from '../../src/trials/deviating.ts';
import { disturbedServers } from '../../src/trials/disturbed/servers.ts';
import { caseFiles, casesOf, GENERAL, OF_PLUGINS } from '../judge/all-cases.ts';
import { test } from '../own-test.ts';
import { LENGTHS } from '../sensitivity/lengths.ts';
import { type Met, madeOf, metWith, placeOf } from './met.ts';
import { linesOf } from './snapshot.ts';

const TRIED = { suite: triedPlugins, contract: await pluginsContract(), lengths: LENGTHS };
const AT_ONCE = 16;

/** The findings of every deviation, by its name: both tests ask for them, and they are made once. */
let made: Promise<ReadonlyMap<string, readonly Met[]>> | null = null;

function ofDeviations(): Promise<ReadonlyMap<string, readonly Met[]>> {
  made ??= atOnce(
    deviatingServers(TRIED),
    AT_ONCE,
    async (server) => [server.name, await metWith(TRIED, server)] as const,
  ).then((all) => new Map(all));
  return made;
}

// One after the other, in one process.
test.describe.configure({ mode: 'default', timeout: 600_000 });

test('deviations that break a requirement in another way have other fingerprints, those that differ by a value alone share one @slow', async () => {
  const told = new Map<string, Set<string>>();
  const keys = new Map<string, Set<string>>();
  for (const [name, met] of await ofDeviations()) {
    for (const one of met) {
      const { requirement, finding } = one;
      const place = placeOf(one);
      expect({ name, ...finding }).toMatchObject({ fingerprint: madeOf(requirement, place, finding.code) });
      const key = `${requirement} ${place} ${finding.code}`;
      keys.set(finding.fingerprint, (keys.get(finding.fingerprint) ?? new Set()).add(key));
      if (finding.kind !== 'trouble') told.set(key, (told.get(key) ?? new Set()).add(name));
    }
  }
  expect([...keys.values()].filter(({ size }) => size > 1)).toEqual([]);
  const shared = [...told].filter(([, { size }]) => size > 1);
  const lines = shared.map(([key, names]) => `${key}: ${[...names].sort().join(' ')}`).sort();
  expect(lines).toEqual(linesOf('shared.txt', lines));
});

test('the codes of findings are those of the snapshot, and each is met @slow', async () => {
  const found = [...(await ofDeviations()).values()].flat().map(({ finding }) => finding.code);
  const disturbed = disturbedServers(TRIED, 20250317, 0);
  const met = await atOnce(disturbed, AT_ONCE, (server) => metWith(TRIED, server));
  found.push(...met.flat().map(({ finding }) => finding.code), ...(await codesOfCases()));
  const codes = new Set(found.map((code) => (/^status-\d{3}$/.test(code) ? 'status-NNN' : code)));
  const lines = [...codes].sort();
  expect(lines).toEqual(linesOf('codes.txt', lines));
  expect(lines.filter((code) => !/^[a-z]+(-[a-z0-9]+)*$/.test(code))).toEqual(['status-NNN']);
});

async function codesOfCases(): Promise<readonly string[]> {
  const codes: string[] = [];
  for (const all of [GENERAL, OF_PLUGINS]) {
    for (const rule of caseFiles(all)) {
      for (const { evidence } of await casesOf(all, rule)) {
        const judged = judge({ ...all.given, evidence, source: 'install', settleTimeoutMs: 900_000 });
        codes.push(...judged.flatMap(({ findings }) => findings.map(({ code }) => code)));
      }
    }
  }
  return codes;
}
