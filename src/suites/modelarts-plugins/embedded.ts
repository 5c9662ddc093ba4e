import type { MockTarget } from '../../lifecycle/walk/plan.ts';
import { MOCK_DEFAULTS } from './mock/options.ts';

const { projectId, poolName, templateName, tokens } = MOCK_DEFAULTS;

/** How the embedded mock is addressed. */
export const EMBEDDED: MockTarget = { projectId, poolName, templateName, token: tokens[0] ?? '' };
