import { runDirect } from '../../src/app/run/direct.ts';
import type { RunSuite } from '../../src/app/run/run-suite.ts';
import { readSettings } from '../../src/app/settings/read.ts';
import type { Report } from '../../src/engine/model/report.ts';
import { lineVoice } from '../../src/lifecycle/walk/voice.ts';
import { test } from '../own-test.ts';
import { notesRun } from './notes/run.ts';

/** A run of the notes, or of a suite that is made of them, against their own server, in this process. */
export async function runNotes(deviation: string | null = null, suite: RunSuite = notesRun): Promise<Report> {
  const settings = readSettings({
    environment: { CONFORMANCE_REPORTS_DIR: test.info().outputPath('reports') },
    dotenv: null,
    directory: test.info().outputPath(),
    proxyFor: () => '',
    commandLine: { mock: true, runner: 'direct', ...(deviation === null ? {} : { deviation }) },
  });
  const interrupt = new AbortController().signal;
  const { input } = await runDirect(settings, suite, { voice: lineVoice(() => undefined), interrupt });
  return input.report;
}
