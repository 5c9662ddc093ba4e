import { PACKAGE_ROOT } from '../../engine/package-root.ts';

/** The OpenAPI description. */
export const DESCRIPTION = new URL('specs/modelarts-plugins.openapi.yaml', PACKAGE_ROOT);

/** The statements of the page under test. */
export const STATEMENTS = new URL('specs/delete-a-plug-in.statements.yaml', PACKAGE_ROOT);

/** The ids of all requirements that there ever were, in a clone of the project. */
export const REQUIREMENT_IDS = new URL('tests/suites/modelarts-plugins/requirement-ids.txt', PACKAGE_ROOT);
