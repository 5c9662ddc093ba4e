import { secretsOfFiles } from '../../engine/secrets/files/secrets.ts';
import { openSearch, searchBytes } from '../../engine/secrets/look/search.ts';
import { SHORTEST } from '../run/secrets.ts';
import { openZip } from './sealed/zip-read.ts';

/** The first file of a pack that holds a secret, or was not looked through for one to its end; null where none does. */
export async function secretsIn(path: string, secrets: readonly string[]): Promise<string | null> {
  const sought = secretsOfFiles(secrets.filter(({ length }) => length >= SHORTEST));
  if (sought === null) return null;
  const zip = openZip(path);
  try {
    for (const { path: name } of zip.entries) {
      const search = openSearch(sought.sought, sought.longest);
      const sink = searchBytes(search);
      for (const part of zip.partsOf(name)) sink.push(part);
      sink.end();
      if (search.held !== null) return name;
    }
    return null;
  } finally {
    zip.close();
  }
}
