import type { FileKeys, Names } from '../model/resource.ts';

/** Names as members of a file. */
export function namesAsMembers(keys: FileKeys, names: Names): Readonly<Record<string, string>> {
  return { [keys.project]: names.project, [keys.collection]: names.collection, [keys.item]: names.item };
}

/** The names among the members of a file; null where one is missing or no text. */
export function namesOfMembers(keys: FileKeys, members: Readonly<Record<string, unknown>>): Names | null {
  const { [keys.project]: project, [keys.collection]: collection, [keys.item]: item } = members;
  const areTexts = typeof project === 'string' && typeof collection === 'string' && typeof item === 'string';
  return areTexts ? { project, collection, item } : null;
}
