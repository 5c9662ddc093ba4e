import { readFileSync } from 'node:fs';
import { CACHE } from '../../engine/contract/places.ts';
import type { Statements } from '../../engine/contract/statements.ts';
import type { SaidThere, Sources } from '../../engine/model/sources.ts';
import { pluginsStatements } from './load.ts';

/** The file that the build leaves: a run reads neither the statements nor what its mock can be made to do. */
export const BUILT_SOURCES = 'sources.json';

/** What the page says where each requirement comes from, and which deviations prove it: as the build left it, else made anew. */
export async function pluginsSources(built: URL = CACHE): Promise<Sources> {
  try {
    // Written by the build.
    return JSON.parse(readFileSync(new URL(BUILT_SOURCES, built), 'utf8')) as Sources;
  } catch {
    return makeSources();
  }
}

/** The same from the statements and the mock's list of deviations. */
export async function makeSources(): Promise<Sources> {
  const { deviations } = await import('./mock/deviations/deviations.ts');
  return {
    says: saidIn(await pluginsStatements()),
    proofs: grouped(deviations.map(({ catches, name }) => [catches, name])),
  };
}

/** What statements say where each requirement comes from. */
export function saidIn({ document, statements, other }: Statements): Sources['says'] {
  const said = statements.flatMap((one): (readonly [string, SaidThere])[] =>
    'requirements' in one
      ? one.requirements.map((id) => [id, { document, clause: one.clause, says: one.says }])
      : [],
  );
  const elsewhere = other.flatMap(({ source, says, requirements }) =>
    requirements.map((id): readonly [string, SaidThere] => [id, { clause: source, says }]),
  );
  return grouped([...said, ...elsewhere]);
}

function grouped<T>(pairs: readonly (readonly [id: string, value: T])[]): Record<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const [id, value] of pairs) groups.set(id, [...(groups.get(id) ?? []), value]);
  return Object.fromEntries(groups);
}
