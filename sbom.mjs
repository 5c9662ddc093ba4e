// What the suite consists of, as CycloneDX: the packages of the lock that are no part of development. It has no time and
// no serial number, so that the same version gives the same bytes.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The bill of materials of the project in a folder. */
export function sbom(root) {
  const read = (file) => JSON.parse(readFileSync(join(root, file), 'utf8'));
  const { name, version } = read('package.json');
  const { packages } = read('package-lock.json');
  const needed = Object.entries(packages).filter(([path, { dev }]) => path !== '' && dev !== true);
  const components = needed
    .map(([path, one]) => componentOf(path.slice(path.lastIndexOf('node_modules/') + 13), one))
    .sort((a, b) => (a['bom-ref'] < b['bom-ref'] ? -1 : 1));
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: { component: { type: 'application', 'bom-ref': `${name}@${version}`, name, version } },
    components,
  };
}

function componentOf(name, { version, integrity, license, optional }) {
  const [algorithm, digest] = (integrity ?? '').split('-');
  return {
    type: 'library',
    'bom-ref': `${name}@${version}`,
    name,
    version,
    scope: optional === true ? 'optional' : 'required',
    ...(algorithm === 'sha512'
      ? { hashes: [{ alg: 'SHA-512', content: Buffer.from(digest, 'base64').toString('hex') }] }
      : {}),
    ...(license === undefined ? {} : { licenses: [{ expression: license }] }),
    purl: `pkg:npm/${name.replace('@', '%40')}@${version}`,
  };
}
