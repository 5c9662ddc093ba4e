import { loadContract } from '../../src/contract/contract.ts';

/** The description, parsed and compiled anew: what an earlier build left has no part in it. */
export const contract = await loadContract({ cache: null });
