import type { Reading } from '../model/contract.ts';
import { ContractError } from './contract-error.ts';
import { member } from './json-value.ts';

const NAME = 'x-readings';

/** The list of readings that a description carries; [] where it has none. */
export function readReadings(description: unknown): readonly Reading[] {
  const readings = member(description, NAME) ?? [];
  if (!Array.isArray(readings)) {
    throw new ContractError(`What the description has as \`${NAME}\` is no list of readings.`, `/${NAME}`);
  }
  return readings.map((value: unknown, index) => {
    const [id, documents, reading] = ['id', 'documents', 'reading'].map((name) => member(value, name));
    if (typeof id !== 'string' || typeof documents !== 'string' || typeof reading !== 'string') {
      const pointer = `/${NAME}/${index}`;
      throw new ContractError(
        `The reading at \`${pointer}\` has no \`id\`, no \`documents\` or no \`reading\`.`,
        pointer,
      );
    }
    return { id, documents, reading };
  });
}
