import { fileURLToPath } from 'node:url';
import { configured } from '#suite/settings';

/**
 * The configuration of `conformance run`, beside the tests as the build left them: Playwright compiles none of it. A
 * project's own configuration may be this one, so the tests are named from the root on.
 */
export default configured(fileURLToPath(new URL('tests', import.meta.url)));
