import type { Mock } from '../../src/suites/modelarts-plugins/mock/server.ts';

/** What stands in the mock's pool, by template name. */
export async function poolOf({ endpoint, options }: Mock): Promise<readonly string[]> {
  const url = `${endpoint}/v2/${options.projectId}/pools/${options.poolName}/plugins`;
  const answer = await fetch(url, { headers: { 'x-auth-token': options.tokens[0] ?? '' } });
  const { items } = (await answer.json()) as { items: { spec: { template: { name: string } } }[] };
  return items.map(({ spec }) => spec.template.name);
}

/** What stood there from the start. */
export function neighboursOf({ options }: Mock): readonly string[] {
  return options.neighbours.map(({ templateName }) => templateName);
}

/** Whether the template that runs install stands there. */
export async function isInstalled({ endpoint, options }: Mock): Promise<boolean> {
  const url = `${endpoint}/v2/${options.projectId}/pools/${options.poolName}/plugins/${options.templateName}`;
  return (await fetch(url, { headers: { 'x-auth-token': options.tokens[0] ?? '' } })).status === 200;
}
