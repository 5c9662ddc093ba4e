import type { RunSuite } from '../../src/app/run/run-suite.ts';
import type { Report } from '../../src/engine/model/report.ts';
import { run } from '../campaign/run.ts';
import { notesRun } from './notes/run.ts';

/** A run of the notes, or of a suite that is made of them, against their own server, in this process. */
export async function runNotes(deviation: string | null = null, suite: RunSuite = notesRun): Promise<Report> {
  const { input } = await run({}, { suite, ...(deviation === null ? {} : { deviation }) });
  return input.report;
}
