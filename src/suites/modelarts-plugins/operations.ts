import type { About, OperationUnderTest } from '../../engine/model/requirement.ts';

/** The operation that the document is about. */
export const DELETE_PLUGIN: OperationUnderTest = { id: 'DeletePlugin', slug: 'delete' };

/** Every operation under test, in the order of the report. */
export const operations: readonly OperationUnderTest[] = [DELETE_PLUGIN];

/** What is about one documented answer, e.g. `delete.400.repeated` for `answered('400', 'repeated')`. */
export function answered(status: string, name: string, operation = DELETE_PLUGIN): About {
  return { operation, status, facet: 'answer', field: null, name };
}

/** What is about no one answer, e.g. `delete.access.no-token` for `beyond('access', 'no-token')`. */
export function beyond(facet: string, name: string): About {
  return { operation: DELETE_PLUGIN, status: null, facet, field: null, name };
}
