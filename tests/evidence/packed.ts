import type { KeyObject } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ownFiles, type PackOptions, packRun } from '../../src/app/evidence/pack.ts';
import { packedPlugins } from '../../src/app/evidence/plugins.ts';
import { type Verified, verify } from '../../src/app/evidence/verify.ts';
import { sha256OfBytes } from '../../src/engine/contract/digest.ts';
import { startMock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { DESCRIPTION } from '../../src/suites/modelarts-plugins/places.ts';
import { pluginsSources } from '../../src/suites/modelarts-plugins/sources.ts';
import { liveSettings, run } from '../campaign/run.ts';
import { test } from '../own-test.ts';
import type { Kind } from './kinds.ts';

/** What a run in this process is told of its kind. */
type RanHere = Pick<Kind, 'mock' | 'manner' | 'settings' | 'waivers'>;

/** A run in this process, in a folder of that name; gives where its reports are. */
export async function ranHere(
  { mock: options, manner, settings = liveSettings, waivers }: RanHere,
  name = 'run',
): Promise<string> {
  const dir = join(test.info().outputPath(name), 'reports');
  mkdirSync(dir, { recursive: true });
  const file = join(dir, '..', 'waivers.yaml');
  if (waivers !== undefined) writeFileSync(file, waivers);
  const waiving = waivers === undefined ? {} : { CONFORMANCE_WAIVERS: file };
  const mock = await startMock(options, manner ?? null, false);
  await run({ ...settings(mock.endpoint), ...waiving, CONFORMANCE_REPORTS_DIR: dir });
  await mock.close();
  return dir;
}

/** Packs it in this process; gives the zip. */
export async function packedHere(dir: string, options: Partial<PackOptions> = {}): Promise<string> {
  const out = join(dir, '..', `${options.whole === true ? 'whole' : 'masked'}.zip`);
  const all = { dir, out, key: null, whole: false, allowLoopback: true, ...options };
  await packRun(all, packedPlugins((await pluginsSources()).proofs));
  return all.out;
}

/** Verifies it in this process. */
export async function verifiedHere(zip: string, key: KeyObject | null = null): Promise<Verified> {
  const suite = packedPlugins((await pluginsSources()).proofs);
  const own = { description: sha256OfBytes(readFileSync(DESCRIPTION)), files: ownFiles() };
  return verify(zip, { suite, key, own });
}
