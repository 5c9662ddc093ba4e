import { dayFromNow } from '../../verdict/days-from-now.ts';
import type { Files, Loose } from '../forged.ts';

/** What somebody does to a pack, and what `verify` makes of it. */
export interface Forgery {
  readonly what: string;
  /** Changes the files, which are then zipped as `pack` does; or gives the zip itself. */
  readonly forge: (files: Files, others: Files) => unknown;
  readonly code: 0 | 1 | 2 | 5;
  /** What it says of it. */
  readonly says: string | RegExp;
  /** Whether the key of who signed is handed over. */
  readonly key?: true;
}

/** What failed in the run that is forged. */
export const FAILED = 'delete.200.body.status.phase';
export const LEDGER = 'reports/ledger.ndjson';
/** Whether an entry is that of a probe's own request. */
export const isOf = (probe: string) => (one: Loose) => one._probe === probe && one._purpose === 'probe';
/** Changes a text line by line. */
export const lines = (change: (all: string[]) => string[]) => (text: string) =>
  [...change(text.split('\n').slice(0, -1)), ''].join('\n');
/** What failed, in a report. */
export const failedIn = (report: Loose) => report.requirements.find((one: Loose) => one.id === FAILED);
/** Changes one entry, that of the first deletion where no other is named. */
export const entry =
  (change: (one: Loose, all: Loose[]) => void, which = isOf('delete')) =>
  (all: Loose[]) => {
    change(all[all.findIndex((one) => which(one))], all);
    return all;
  };
/** A time so many milliseconds later. */
export const later = (time: string, ms: number) => new Date(Date.parse(time) + ms).toISOString();
/** Said of a file that the manifest has another sum of. */
export const changed = (path: string) => `\`${path}\` was changed: its SHA-256 is not that of the manifest.`;
/** Said of a file that is not what is made of the evidence. */
export const differs = (path: string) => `\`${path}\` is not what the evidence gives`;

/** A file that waives it for so many days. */
export const waiver = (days: number) =>
  `- requirement: ${FAILED}\n  reason: Mended soon.\n  until: ${dayFromNow(days)}\n  approvedBy: A. Person\n`;
