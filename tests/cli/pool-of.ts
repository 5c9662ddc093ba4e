import type { Mock } from '../../src/mock/server.ts';

/** The templates that are installed in the pool of a mock. */
export async function poolOf({ endpoint, options }: Mock): Promise<readonly string[]> {
  const url = `${endpoint}/v2/${options.projectId}/pools/${options.poolName}/plugins`;
  const answer = await fetch(url, { headers: { 'x-auth-token': options.tokens[0] ?? '' } });
  // The mock's own answer.
  const { items } = (await answer.json()) as { items: { spec: { template: { name: string } } }[] };
  return items.map(({ spec }) => spec.template.name);
}
