import { PACKAGE_ROOT } from '../../engine/package-root.ts';

/** The OpenAPI description. */
export const DESCRIPTION = new URL('specs/modelarts-plugins.openapi.yaml', PACKAGE_ROOT);

/** The statements of the page under test. */
export const STATEMENTS = new URL('specs/delete-a-plug-in.statements.yaml', PACKAGE_ROOT);

/** Where the sources stand: some of them are generated from the description. */
export const SOURCES = new URL('src/', PACKAGE_ROOT);

/** Where the build leaves the description as JSON, and its compiled schemas. */
export const CACHE = new URL('dist/contract/', PACKAGE_ROOT);
