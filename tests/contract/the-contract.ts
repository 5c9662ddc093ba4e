import type { Contract, DocumentedResponse } from '../../src/engine/model/contract.ts';
import { pluginsContract } from '../../src/suites/modelarts-plugins/load.ts';

/** The description parsed, checked and compiled anew: what an earlier build left has no part in it. */
export const fromSource: Promise<Contract> = pluginsContract({ cache: null });

/** A documented response; an error where there is none. */
export async function responseOf(status: number, operation = 'DeletePlugin'): Promise<DocumentedResponse> {
  const response = (await fromSource).operations.get(operation)?.responses.get(String(status));
  if (response === undefined) throw new Error(`${operation} documents no ${status}.`);
  return response;
}
