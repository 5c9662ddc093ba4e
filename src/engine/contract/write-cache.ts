import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { _ } from 'ajv/dist/compile/codegen/index.js';
import standalone from 'ajv/dist/standalone/index.js';
import { CACHED_DESCRIPTION, CACHED_VALIDATORS } from './cache.ts';
import { type Compiled, compile } from './compile.ts';
import { contractOf, type Tested } from './contract.ts';
import { loadDescription } from './load-description.ts';

/** Checks and compiles the description, and leaves both results where `loadContract` finds them. */
export async function writeCache(file: URL, tested: Tested, folder: URL): Promise<void> {
  const { description, sha256 } = await loadDescription({ file, cache: null });
  const compiled = compile(description, { code: { source: true, formats: _`formats` } });
  contractOf({ description, validators: compiled.validators, sha256 }, tested);
  mkdirSync(folder, { recursive: true });
  // Written last and removed first: it stands for a module that is whole.
  const json = new URL(CACHED_DESCRIPTION, folder);
  rmSync(json, { force: true });
  writeFileSync(new URL(CACHED_VALIDATORS, folder), moduleOf(compiled, sha256));
  writeFileSync(json, JSON.stringify({ sha256, description }));
}

/** The compiled schemas of all bodies as a module that needs no Ajv. */
function moduleOf({ ajv, keys }: Compiled, sha256: string): string {
  const bodies = [...keys].filter(([pointer]) => pointer.includes('/responses/'));
  const exported = Object.fromEntries(bodies.map(([, key], index) => [`body${index}`, key]));
  const pairs = bodies.map(([pointer], index) => `[${JSON.stringify(pointer)}, exports.body${index}]`);
  return [
    '// Generated from the description by the build; do not edit.',
    'exports.create = (formats) => {',
    'const exports = {};',
    standalone.default(ajv, exported),
    `return new Map([${pairs.join(', ')}]);`,
    '};',
    // Last, so that it stands for a module that is whole.
    `exports.sha256 = ${JSON.stringify(sha256)};`,
    '',
  ].join('\n');
}
