import { createRequire } from 'node:module';
import type { Ajv2020, Options } from 'ajv/dist/2020.js';
import { fullFormats } from 'ajv-formats/dist/formats.js';
import { isDateTime } from './date-time.ts';

/** The formats that a schema may use; the library's own `date-time` takes a space for the `T`, and `+08` for a zone. */
export const FORMATS = { ...fullFormats, 'date-time': isDateTime };

/**
 * A strict Ajv that changes nothing it validates and knows `date-time` by RFC 3339's own grammar.
 * Ajv is loaded on the first call: a run whose description has been compiled beforehand does without it.
 */
export function createAjv(options: Options = {}): Ajv2020 {
  // The package's own types: `require` gives what `import` would, but at once.
  const ajv = createRequire(import.meta.url)('ajv/dist/2020.js') as typeof import('ajv/dist/2020.js');
  return new ajv.Ajv2020({
    strict: true,
    // A value that may be null has a list of types.
    allowUnionTypes: true,
    allErrors: true,
    inlineRefs: false,
    formats: FORMATS,
    ...options,
  });
}
