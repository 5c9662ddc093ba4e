import type { JudgedResource } from '../../lifecycle/effects/resource.ts';

/** How the documents call what is under test, and where they say what becomes of it. */
export const PLUGIN: JudgedResource = {
  words: { item: 'plug-in', collection: 'pool' },
  clauses: { deletion: 'Function', item: 'URI, template_name' },
  readings: {
    deleted: ['accepted'],
    staysDeleted: ['accepted', 'stays-deleted'],
    others: ['rest-of-the-pool'],
    refused: ['refused-means-unchanged'],
  },
};
