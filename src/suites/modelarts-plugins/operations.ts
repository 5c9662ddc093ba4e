import type { About, OperationUnderTest } from '../../engine/model/requirement.ts';

/** The operation under test. */
export const DELETE_PLUGIN: OperationUnderTest = { id: 'DeletePlugin', slug: 'delete' };

/** What is about one documented answer of it, e.g. `delete.400.repeated` for `answered('400', 'repeated')`. */
export function answered(status: string, name: string): About {
  return { operation: DELETE_PLUGIN, status, facet: 'answer', field: null, name };
}

/** What is about no one answer, e.g. `delete.access.no-token` for `beyond('access', 'no-token')`. */
export function beyond(facet: string, name: string): About {
  return { operation: DELETE_PLUGIN, status: null, facet, field: null, name };
}
