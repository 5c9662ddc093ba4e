// What stands around `npm pack`: the versions that the package was tested with go along, and what it consists of is said
// beside it.
//
//   node pack.mjs --before  writes npm-shrinkwrap.json: of package-lock.json what is no part of development
//   node pack.mjs --after   removes it, and writes a CycloneDX SBOM to where the pack is
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('.', import.meta.url));
const shrinkwrap = join(root, 'npm-shrinkwrap.json');
const { name, version } = read('package.json');

if (process.argv[2] === '--before') {
  execFileSync(process.execPath, [join(root, 'build.mjs'), '--if-old'], { stdio: ['ignore', 2, 2] });
  // Parts of the last build may still be there, for commands that began with it.
  const { files } = read('dist/built.json');
  for (const name of readdirSync(join(root, 'dist/chunks')))
    if (!name.endsWith('.map') && !(`chunks/${name}` in files)) rmSync(join(root, 'dist/chunks', name));
  const { packages, ...lock } = read('package-lock.json');
  const { devDependencies: _, ...own } = packages[''];
  const needed = Object.entries(packages).filter(([path, { dev }]) => path !== '' && dev !== true);
  write(shrinkwrap, { ...lock, packages: Object.fromEntries([['', own], ...needed]) });
} else {
  const folder = process.env.npm_config_pack_destination || process.cwd();
  write(join(folder, `${name}-${version}.cdx.json`), sbomOf(shrinkwrap));
  rmSync(shrinkwrap);
}

/** The bill of materials of a lock: made beside it alone, where npm sees nothing that development needs too. */
function sbomOf(lock) {
  const aside = mkdtempSync(join(tmpdir(), 'conformance-sbom-'));
  try {
    const { devDependencies: _, ...manifest } = read('package.json');
    write(join(aside, 'package.json'), manifest);
    copyFileSync(lock, join(aside, 'package-lock.json'));
    const args = ['sbom', '--sbom-format=cyclonedx', '--package-lock-only'];
    const sbom = JSON.parse(execFileSync('npm', args, { cwd: aside, encoding: 'utf8' }));
    // npm calls it by the folder that it stands in.
    sbom.metadata.component.name = name;
    return sbom;
  } finally {
    rmSync(aside, { recursive: true });
  }
}

function read(file) {
  return JSON.parse(readFileSync(join(root, file), 'utf8'));
}

function write(file, content) {
  writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`);
}
