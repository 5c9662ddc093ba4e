import { atOnce, lookThroughFiles } from '../../engine/secrets/files/scan.ts';
import { secretsOfFiles } from '../../engine/secrets/files/secrets.ts';
import { FAULT_TEXT } from '../run/fault.ts';
import { SHORTEST } from '../run/secrets.ts';
import { readProcessSettings } from '../settings/read.ts';
import { print, printError } from '../terminal/print.ts';
import { endKept } from './kept.ts';
import { writtenSince } from './written-since.ts';

/**
 * Begins a session of UI mode or of an editor. Each run of it is begun by its first worker and ended after its last
 * test; the teardown ends one that is still under way. What reporters wrote is looked through as the process ends.
 */
export async function beginSession(): Promise<() => Promise<void>> {
  const settings = readProcessSettings();
  const begun = Date.now();
  const known = settings.secrets.filter(({ length }) => length >= SHORTEST);
  process.once('exit', () => {
    const written = writtenSince(settings, begun);
    const { removed, unlooked } = atOnce(lookThroughFiles(written, secretsOfFiles(known)));
    printError(...unlooked.map((file) => `\`${file}\` was not looked through for secrets and is not kept.`));
    if (removed.length === 0) return;
    const sentences = removed.map((file) => `\`${file}\` held a secret of this session and was removed.`);
    printError(...sentences, FAULT_TEXT);
    process.exitCode = 1;
  });
  return async () => {
    const ended = await endKept(settings.reportsDir, 'stopped');
    if (ended !== null) print(...ended.told.split('\n'));
  };
}
