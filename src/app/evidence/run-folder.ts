import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { sha256Of } from '../../engine/contract/digest.ts';
import type { Report } from '../../engine/model/report.ts';
import type { FileKeys } from '../../engine/model/resource.ts';
import { HarError, type HarReading } from '../../engine/report/har-read.ts';
import { type Recording, readRecording } from '../../engine/report/har-recording.ts';
import { REPORT_FILES } from '../../engine/report/report-files.ts';
import { READABLE, unreadable } from '../../engine/text-file.ts';
import { UsageError } from '../cli/usage-error.ts';
import { readReport } from '../run/read-report.ts';
import { shownPath } from '../terminal/shown-path.ts';

/** So much of a file is read at once, in bytes. */
const PIECE = 1024 * 1024;

/** What a run left in a folder: its report, and all that it recorded. */
export interface RunFolder {
  readonly report: Report;
  readonly recording: Recording;
  /** The SHA-256 of `conformance.json` as it stands there. */
  readonly json: string;
}

/** Reads the folder of a run; throws a UsageError where it holds none, or files of two. */
export function readRunFolder(dir: string, keys: FileKeys, reading: HarReading): RunFolder {
  const report = readReport(dir, keys);
  const file = join(dir, REPORT_FILES.har);
  const recording = recordingIn(file, reading);
  if (recording.run !== report.run.id) {
    throw new UsageError(
      `${shownPath(file)} is of the run \`${recording.run}\`, and \`${REPORT_FILES.json}\` beside it of \`${report.run.id}\`; right would be the files of one run.`,
    );
  }
  return { report, recording, json: sha256Of(readFileSync(join(dir, REPORT_FILES.json), 'utf8')) };
}

function recordingIn(file: string, reading: HarReading): Recording {
  try {
    return readRecording(piecesOf(file), reading);
  } catch (error) {
    const right = `right would be the \`${REPORT_FILES.har}\` of a run.`;
    if (error instanceof HarError) throw new UsageError(`${shownPath(file)}: ${error.message} ${right}`);
    if (error instanceof Error && 'code' in error)
      throw new UsageError(unreadable(error, shownPath(file), READABLE.needed));
    throw error;
  }
}

/** The bytes of a file, a piece at a time. */
export function* piecesOf(file: string): Generator<Buffer, undefined> {
  const handle = openSync(file, 'r');
  try {
    for (;;) {
      const piece = Buffer.allocUnsafe(PIECE);
      const length = readSync(handle, piece);
      if (length === 0) return undefined;
      yield piece.subarray(0, length);
    }
  } finally {
    closeSync(handle);
  }
}
