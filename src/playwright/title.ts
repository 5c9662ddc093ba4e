import { withoutSecrets } from '../campaign/secrets.ts';
import type { Settings } from '../settings/settings.ts';

/** The title of Playwright's report. */
export function titleOf({ target, secrets }: Settings): string {
  return target === null ? 'MOCK RUN, not a real endpoint' : withoutSecrets(target.endpoint, secrets);
}
