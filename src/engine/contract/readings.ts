import type { Reading } from '../model/contract.ts';
import { ContractError } from './contract-error.ts';
import { member } from './json-value.ts';

const NAME = 'x-readings';

/** The list of readings that a description carries. */
export function readReadings(description: unknown): readonly Reading[] {
  const readings = member(description, NAME);
  if (!Array.isArray(readings) || readings.length === 0) {
    throw new ContractError(`The description has no list of readings, \`${NAME}\`.`, `/${NAME}`);
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
