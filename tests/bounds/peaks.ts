import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { liveSettings } from '../campaign/run.ts';
import { conformance, type Ended } from '../cli/command.ts';
import { test } from '../own-test.ts';

/** How a run ended, and how much memory each of its processes took at most, in MB. */
export interface Measured extends Ended {
  readonly peaks: readonly { readonly mb: number; readonly process: string }[];
}

/** Runs the suite against an endpoint in processes of its own, each of which says at its end how much memory it took. */
export async function measured(endpoint: string, runner: 'direct' | 'playwright'): Promise<Measured> {
  const [code, peaks] = [test.info().outputPath('peak.cjs'), test.info().outputPath('peaks.txt')];
  writeFileSync(
    code,
    `process.on('exit', () => require('node:fs').appendFileSync(${JSON.stringify(peaks)},
      Math.round(process.resourceUsage().maxRSS / 1024) + ' ' + process.argv.slice(1, 3).join(' ') + '\\n'));`,
  );
  const ended = await conformance(['run', '--runner', runner], {
    ...liveSettings(endpoint),
    MODELARTS_REQUEST_TIMEOUT_MS: '120000',
    MODELARTS_SETTLE_TIMEOUT_MS: '60000',
    NODE_OPTIONS: `--require ${code}`,
  });
  const lines = existsSync(peaks) ? readFileSync(peaks, 'utf8').trimEnd().split('\n') : [];
  return {
    ...ended,
    peaks: lines.map((line) => ({ mb: Number.parseInt(line, 10), process: line.replace(/^\d+ /, '') })),
  };
}
