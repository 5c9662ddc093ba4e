// What the build and the launcher agree on: which files are the sources, and their hash. Node 14 parses it, as it does
// the launcher.
import { createHash } from 'crypto';
import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';

/** What builds it. */
const SCRIPTS = ['build.mjs', 'build-verify.mjs', 'own-texts.mjs', 'sbom.mjs'];

/**
 * The sources of a project: the hash of their names and contents, their paths and those of their folders, and how many
 * bytes they have. What an editor leaves beside them is none of them.
 */
export function describeSources(root) {
  const paths = [...SCRIPTS, ...below(root, 'src'), ...below(root, 'tests/conformance')];
  const hash = createHash('sha256');
  let bytes = 0;
  for (const path of paths.filter(isSource)) {
    const content = readFileSync(join(root, path));
    bytes += content.length;
    hash.update(`${path}\n${content.length}\n`).update(content);
  }
  return { sources: hash.digest('hex'), paths, bytes };
}

/** A folder, and the folders and sources in it, in an order that is the same everywhere. */
function below(root, folder) {
  const entries = readdirSync(join(root, folder), { withFileTypes: true }).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  );
  return entries.reduce(
    (found, entry) => {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return found.concat(below(root, path));
      return isSource(path) ? found.concat(path) : found;
    },
    [folder],
  );
}

function isSource(path) {
  return /\.(ts|mjs)$/.test(path);
}
