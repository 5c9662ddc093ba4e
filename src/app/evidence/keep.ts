import { randomBytes } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sumOf } from '../../engine/contract/digest.ts';
import { EVIDENCE_FOLDER } from '../../engine/report/file-names.ts';
import { markFolder } from '../../engine/report/own-files.ts';
import type { Written } from '../../engine/report/write.ts';
import { writing } from '../../engine/unwritten.ts';
import type { Settings } from '../../lifecycle/settings/settings.ts';
import type { RunPlan } from '../run/run-suite.ts';
import { secretsOf, withoutSecrets } from '../run/secrets.ts';
import { LEFT, LEFT_SPECS } from './names.ts';
import { type RunSettings, runSettings } from './run-settings.ts';
import type { Sums } from './run-sums.ts';

/** So many bytes of salt. */
const SALT_BYTES = 32;

const NO_WAIVERS = '# No waivers were in force.\n[]\n';

/**
 * Leaves beside the reports of a run what it was judged by, the lines of its ledger, and the sums of all of these files, so
 * that what is packed later is what the run wrote. The salt is there for `pack` alone. Throws an UnwrittenError.
 */
export function keepEvidence(settings: Settings, plan: RunPlan, reports: readonly Written[]): void {
  const folder = join(settings.reportsDir, EVIDENCE_FOLDER);
  writing(folder, () => {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(join(folder, LEFT_SPECS), { recursive: true });
    markFolder(folder);
    writeFileSync(join(folder, LEFT.salt), `${randomBytes(SALT_BYTES).toString('hex')}\n`, { mode: 0o600 });
    const left = [...specsOf(plan, folder), ...textsOf(settings, plan, folder)];
    const files = [
      ...reports.map(({ file, path, sha256 }) => ({ path: file, sha256, bytes: statSync(path).size })),
      ...left.map((name) => ({
        path: `${EVIDENCE_FOLDER}/${name}`,
        ...sumOf([readFileSync(join(folder, name))]),
      })),
    ];
    const sums: Sums = { formatVersion: 1, run: plan.run.id, files };
    writeFileSync(join(folder, LEFT.sums), jsonText(sums));
  });
}

/** Copies the description, and the sentences of its document; gives their names. */
function specsOf({ suite: { documents } }: RunPlan, folder: string): readonly string[] {
  const { description, statements } = documents;
  return [description, ...(statements === null ? [] : [statements])].map((document) => {
    const name = `${LEFT_SPECS}/${basename(fileURLToPath(document))}`;
    copyFileSync(document, join(folder, name));
    return name;
  });
}

function textsOf(settings: Settings, plan: RunPlan, folder: string): readonly string[] {
  const { description, statements } = plan.suite.documents;
  // A name of the settings, or what people write, may hold one.
  const secrets = secretsOf(settings, plan);
  const kept: RunSettings = {
    ...withoutSecrets(runSettings(settings, plan), secrets),
    description: basename(fileURLToPath(description)),
    statements: statements === null ? null : basename(fileURLToPath(statements)),
  };
  const texts = {
    [LEFT.settings]: jsonText(kept),
    [LEFT.waivers]: withoutSecrets(waiversOf(settings), secrets),
    [LEFT.ledger]: withoutSecrets(linesOf(plan), secrets),
  };
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, name), text);
  return Object.keys(texts);
}

/** The text of the waivers, whose file was read when the run began. */
function waiversOf({ waivers }: Settings): string {
  return waivers === null ? NO_WAIVERS : readFileSync(waivers, 'utf8');
}

/** The lines of the ledger that are of this run, as they stand there. */
function linesOf({ ledger, run }: RunPlan): string {
  if (!existsSync(ledger)) return '';
  const lines = readFileSync(ledger, 'utf8').split('\n');
  return lines
    .filter((line) => line.includes(`"run":"${run.id}"`))
    .map((line) => `${line}\n`)
    .join('');
}

function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
