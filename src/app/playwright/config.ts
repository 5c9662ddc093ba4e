import { configured } from '#suite/settings';

/** The configuration of `conformance run`, beside the tests as the build left them: Playwright compiles none of it. */
export default configured('tests');
