import { readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { EXIT } from '../../engine/model/verdict.ts';
import { REPORT_FILES } from '../../engine/report/report-files.ts';
import { namesIn } from '../../suites/modelarts-plugins/paths.ts';
import { pluginsRun } from '../../suites/modelarts-plugins/run.ts';
import { ambiguity } from '../../suites/modelarts-plugins/settings/ambiguous.ts';
import { claimForRecording } from '../judge/claim.ts';
import { judgeRecording } from '../judge/judge-recording.ts';
import { hasFault } from '../run/fault.ts';
import { tell } from '../run/tell.ts';
import { readPlaces } from '../settings/places.ts';
import { print } from '../terminal/print.ts';
import { shownPath } from '../terminal/shown-path.ts';
import { printAnyhow } from '../terminal/standard-streams.ts';
import { UsageError } from './usage-error.ts';

/** A larger file is refused, in bytes. */
const MOST_BYTES = 512_000_000;

/** What the command line asks for. */
export interface JudgeOptions {
  readonly urlBase?: string;
  readonly json?: boolean;
}

/** Judges a recording, writes its reports and gives the exit code. Throws UsageError and SettingsError. */
export async function judgeFile(given: string, { urlBase, json = false }: JudgeOptions): Promise<number> {
  const path = resolve(given);
  const { reportsDir, secrets } = readPlaces();
  checkFile(path);
  const base = urlBase === undefined ? null : baseOf(urlBase);
  claimForRecording(reportsDir);
  const suite = { ...pluginsRun, namesIn, ambiguity };
  const finished = await judgeRecording(suite, { path, shown: shownPath(path), base, reportsDir, secrets });
  if (json) {
    const text = readFileSync(join(reportsDir, REPORT_FILES.json), 'utf8');
    print(...text.trimEnd().split('\n'));
  } else {
    await printAnyhow(tell(finished));
  }
  return hasFault() ? EXIT.fault : finished.input.report.run.exitCode;
}

function checkFile(path: string): void {
  const shown = shownPath(path);
  const right = 'right would be a HAR file';
  let size: number;
  try {
    const found = statSync(path);
    if (!found.isFile()) throw new UsageError(`${shown} is no regular file; ${right}.`);
    size = found.size;
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new UsageError(`${shown} cannot be read (\`${code}\`); ${right}.`);
  }
  if (size > MOST_BYTES) {
    const megabytes = Math.ceil(size / 1_000_000);
    throw new UsageError(`${shown} has ${megabytes} MB; ${right} of at most ${MOST_BYTES / 1_000_000} MB.`);
  }
}

function baseOf(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  const isPlain =
    url !== null &&
    /^https?:$/.test(url.protocol) &&
    url.search + url.hash + url.username + url.password === '';
  if (url !== null && isPlain) return url;
  // A password may stand in it.
  const found = url !== null && url.username + url.password !== '' ? 'a URL with a user' : `\`${text}\``;
  throw new UsageError(
    `\`--url-base\` is ${found}; right would be a URL such as \`https://host/prefix\`, without a user, a query or a fragment.`,
  );
}
