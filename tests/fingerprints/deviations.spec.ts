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

type OfDeviations = ReadonlyMap<string, readonly Met[]>;

/** All deviations take minutes; every sixth one shows the same of less. */
const STEPS = { '@long': 1, '@slow': 6 } as const;

/** The findings of every so many deviations, by the name of each: both tests ask for them, and they are made once. */
const made = new Map<number, Promise<OfDeviations>>();

function ofDeviations(step: number): Promise<OfDeviations> {
  const before = made.get(step);
  if (before !== undefined) return before;
  const servers = deviatingServers(TRIED).filter((_, at) => at % step === 0);
  const now = atOnce(
    servers,
    AT_ONCE,
    async (server) => [server.name, await metWith(TRIED, server)] as const,
  ).then((all) => new Map(all));
  made.set(step, now);
  return now;
}

/** Of a line of the snapshot what is shared, and by which deviations. */
function sharedOf(line: string): readonly [what: string, by: readonly string[]] {
  const at = line.lastIndexOf(': ');
  return [line.slice(0, at), line.slice(at + 2).split(' ')];
}

test.describe.configure({ timeout: 600_000 });

for (const [tag, step] of Object.entries(STEPS)) {
  const which = step === 1 ? 'all of them' : `every ${step}th`;

  test(`deviations that break a requirement in another way have other fingerprints, those that differ by a value alone share one: ${which} ${tag}`, async () => {
    const told = new Map<string, Set<string>>();
    const keys = new Map<string, Set<string>>();
    for (const [name, met] of await ofDeviations(step)) {
      for (const one of met) {
        const { requirement, finding } = one;
        const place = placeOf(one);
        const fingerprint = madeOf(requirement, place, finding.code);
        expect({ name, ...finding }).toMatchObject({ fingerprint });
        const key = `${requirement} ${place} ${finding.code}`;
        keys.set(finding.fingerprint, (keys.get(finding.fingerprint) ?? new Set()).add(key));
        if (finding.kind !== 'trouble') told.set(key, (told.get(key) ?? new Set()).add(name));
      }
    }
    expect([...keys.values()].filter(({ size }) => size > 1)).toEqual([]);
    const shared = [...told].filter(([, { size }]) => size > 1);
    const lines = shared.map(([key, names]) => `${key}: ${[...names].sort().join(' ')}`).sort();
    expect(lines.length).toBeGreaterThan(10);
    const snapshot = linesOf('shared.txt', step === 1 ? lines : null);
    if (step === 1) expect(lines).toEqual(snapshot);
    const known = new Map(snapshot.map(sharedOf));
    for (const [what, by] of lines.map(sharedOf))
      expect(known.get(what)).toEqual(expect.arrayContaining([...by]));
  });

  test(`the codes of findings are those of the snapshot: ${which} ${tag}`, async () => {
    const found = [...(await ofDeviations(step)).values()].flat().map(({ finding }) => finding.code);
    const disturbed = disturbedServers(TRIED, 20250317, 0).filter((_, at) => at % step === 0);
    const met = await atOnce(disturbed, AT_ONCE, (server) => metWith(TRIED, server));
    found.push(...met.flat().map(({ finding }) => finding.code), ...(await codesOfCases()));
    const codes = new Set(found.map((code) => (/^status-\d{3}$/.test(code) ? 'status-NNN' : code)));
    const lines = [...codes].sort();
    const snapshot = linesOf('codes.txt', step === 1 ? lines : null);
    // Each is met, if all are looked at.
    if (step === 1) expect(lines).toEqual(snapshot);
    expect(lines.filter((code) => !snapshot.includes(code))).toEqual([]);
    expect(snapshot.filter((code) => !/^[a-z]+(-[a-z0-9]+)*$/.test(code))).toEqual(['status-NNN']);
  });
}

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
