import { PACKAGE_ROOT } from '../package-root.ts';

/** Where the sources stand: some of them are generated from a description. */
export const SOURCES = new URL('src/', PACKAGE_ROOT);

/** Where the build leaves a description as JSON, and its compiled schemas. */
export const CACHE = new URL('dist/contract/', PACKAGE_ROOT);
