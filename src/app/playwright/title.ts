import { targetName } from '../../engine/report/target-name.ts';
import type { Settings } from '../../lifecycle/settings/settings.ts';
import { MOCK_SHOWN } from '../../lifecycle/walk/plan.ts';
import { MOCK_DEFAULTS, namesOf } from '../../suites/modelarts-plugins/mock/options.ts';
import { withoutSecrets } from '../run/secrets.ts';
import { readProcessSettings } from '../settings/read.ts';

/** The title of Playwright's report, and of what its tests stand in: the name of the target, alike in every process. */
export function titleOf({ target, secrets }: Pick<Settings, 'target' | 'secrets'>): string {
  if (target !== null) return withoutSecrets(targetName(target), secrets);
  return `MOCK RUN: ${targetName({ ...namesOf(MOCK_DEFAULTS), endpoint: MOCK_SHOWN })}`;
}

/** The same by the settings of this process. */
export function titleHere(): string {
  return titleOf(readProcessSettings());
}
