import { readFileSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { sha256OfBytes } from '../../engine/contract/digest.ts';
import { PACKAGE } from '../../engine/package-root.ts';
import { collectGarbage, growSlowly } from '../../lifecycle/large/collect.ts';
import { DESCRIPTION } from '../../suites/modelarts-plugins/places.ts';
import { pluginsSources } from '../../suites/modelarts-plugins/sources.ts';
import { modelartsPlugins } from '../../suites/modelarts-plugins/suite.ts';
import { ownFiles, packName, packRun } from '../evidence/pack.ts';
import { packedPlugins } from '../evidence/plugins.ts';
import { KeyError, readPrivateKey } from '../evidence/sealed/keys.ts';
import { overwriteProblem } from '../evidence/sealed/overwrite.ts';
import { secretsIn } from '../evidence/secrets-in.ts';

import { isUnreadable, VERIFIED, verify } from '../evidence/verify.ts';
import { readReport } from '../run/read-report.ts';
import { readPlaces } from '../settings/places.ts';
import { print } from '../terminal/print.ts';
import { shownPath } from '../terminal/shown-path.ts';
import { UsageError } from './usage-error.ts';

/** What the command line asks for. */
export interface PackCommand {
  readonly reports?: string;
  readonly out?: string;
  readonly key?: string;
  readonly whole?: boolean;
  readonly allowLoopback?: boolean;
}

/** Seals the evidence of a run, checks what it made, and tells the sum for the covering letter. Throws a UsageError where it refuses. */
export async function pack(options: PackCommand): Promise<void> {
  const { reportsDir, secrets } = readPlaces();
  const { reports, key, whole = false, allowLoopback = false } = options;
  const dir = reports === undefined ? reportsDir : resolve(reports);
  const { keys } = modelartsPlugins.resource;
  const out = resolve(options.out ?? join(dir, packName(readReport(dir, keys))));
  const problem = overwriteProblem(out, PACKAGE.name);
  if (problem !== null) throw new UsageError(problem);
  const suite = packedPlugins((await pluginsSources()).proofs);
  const aside = `${out}.${process.pid}.unfinished.zip`;
  try {
    const privateKey = key === undefined ? null : readPrivateKey(key);
    growSlowly();
    const { sha256, bytes } = await packRun(
      { dir, out: aside, key: privateKey, whole, allowLoopback },
      suite,
    );
    const held = await secretsIn(aside, secrets);
    if (held !== null)
      throw new UsageError(
        `\`${held}\` holds a secret of the settings, or was not looked through for one; nothing is packed.`,
      );
    const own = { description: sha256OfBytes(readFileSync(DESCRIPTION)), files: ownFiles() };
    // Of a large pool what was packed would stand in memory beside what is verified.
    collectGarbage();
    const { exitCode, problems } = await verify(aside, { suite, key: null, own });
    if (exitCode !== VERIFIED.same)
      throw new UsageError('What was packed would not be verified; nothing is kept.', ...problems);
    renameSync(aside, out);
    print(shownPath(out), `SHA-256 ${sha256}  ${bytes.toLocaleString('en')} bytes`);
  } catch (error) {
    if (error instanceof KeyError) throw new UsageError(error.message);
    if (isUnreadable(error))
      throw new UsageError(
        `${error.message} Right would be the folder of a run that is over, as it left it.`,
      );
    throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}
