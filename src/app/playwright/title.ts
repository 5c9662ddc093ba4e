import type { Settings } from '../../lifecycle/settings/settings.ts';
import { withoutSecrets } from '../run/secrets.ts';

/** The title of Playwright's report. */
export function titleOf({ target, secrets }: Settings): string {
  return target === null ? 'MOCK RUN, not a real endpoint' : withoutSecrets(target.endpoint, secrets);
}
