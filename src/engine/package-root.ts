import { existsSync, readFileSync } from 'node:fs';

const MANIFEST = 'package.json';

/**
 * The folder of this package, which every path to another of its files starts from: so a file, and what the build
 * makes of it, may stand at any depth.
 */
export const PACKAGE_ROOT: URL = rootAbove(new URL('.', import.meta.url));

/** What this package calls itself in reports. */
export const PACKAGE: { readonly name: string; readonly version: string } = packageAt(PACKAGE_ROOT);

/** Where the JSON Schemas stand: those of our own files, and those generated from a description. */
export const SCHEMAS: URL = new URL('schemas/', PACKAGE_ROOT);

/**
 * The nearest folder from this one upwards that has a manifest, which is how Node itself tells the package of a file.
 * Throws where none has.
 */
export function rootAbove(folder: URL): URL {
  if (existsSync(new URL(MANIFEST, folder))) return folder;
  const above = new URL('..', folder);
  if (above.href === folder.href) throw new Error(`No folder above the suite has a \`${MANIFEST}\`.`);
  return rootAbove(above);
}

function packageAt(root: URL): { readonly name: string; readonly version: string } {
  // Our own.
  const { name, version } = JSON.parse(readFileSync(new URL(MANIFEST, root), 'utf8')) as typeof PACKAGE;
  return { name, version };
}
