import type { Settings } from '../../lifecycle/settings/settings.ts';
import type { RecordedRun } from './needed.ts';

/** The runs that the history of the settings tells of, in the order of their lines; none where no history is kept. */
export function recordedRuns(_settings: Settings): readonly RecordedRun[] {
  return [];
}
