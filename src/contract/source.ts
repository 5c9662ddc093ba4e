import { ContractError } from './contract-error.ts';
import type { Source } from './description.ts';
import { member } from './plugin.ts';
import type { Part } from './reference.ts';

const BASES: readonly unknown[] = ['documented', 'sibling', 'observed', 'http'] satisfies Source['basis'][];

/** The `x-source` of the first part that has one. */
export function sourceOf(parts: readonly Part[]): Source {
  const pointer = parts[0]?.pointer ?? '';
  for (const part of parts) {
    const source = member(part.value, 'x-source');
    if (source === undefined) continue;
    if (isSource(source)) return source;
    throw new ContractError(
      `The \`x-source\` at \`${part.pointer}\` has no known \`basis\` or no \`clause\`.`,
      `${part.pointer}/x-source`,
    );
  }
  throw new ContractError(`Nothing says where \`${pointer}\` comes from: it has no \`x-source\`.`, pointer);
}

function isSource(value: unknown): value is Source {
  const clause = member(value, 'clause');
  return BASES.includes(member(value, 'basis')) && typeof clause === 'string' && clause !== '';
}
