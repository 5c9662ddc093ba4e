// Builds the one file that checks a pack, and says what the suite consists of.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { sbom } from './sbom.mjs';

const root = fileURLToPath(new URL('.', import.meta.url));

/** What names are near another one is not told. */
const NO_PROPOSALS = "export const nearestOf = () => null;\nexport const didYouMean = () => '';\n";

/** How a schema of ours is read, and those that are: that of waivers alone. */
const READ_SCHEMA = "readFileSync(new URL(name, SCHEMAS), 'utf8')";
const READ_SCHEMAS = ['waivers.schema.json'];

/** What descriptions, statements and waivers are read with. */
const USED_OF_YAML = 'isAlias, isMap, LineCounter, parse, parseDocument';

/**
 * Builds the one file that checks a pack with Node alone: with Ajv and YAML in it, since the description of a pack is not
 * the one that was compiled here. What it came with it knows by its hash.
 */
export async function bundleVerify(esbuild, outdir, options) {
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const sha256 = (file) => createHash('sha256').update(readFileSync(file)).digest('hex');
  mkdirSync(join(outdir, 'evidence'), { recursive: true });
  const materials = join(outdir, 'evidence/sbom.cdx.json');
  writeFileSync(materials, `${JSON.stringify(sbom(root), null, 2)}\n`);
  const schemas = readdirSync(join(root, 'schemas')).map((file) => [
    `schemas/${file}`,
    sha256(join(root, 'schemas', file)),
  ]);
  const files = Object.fromEntries([...schemas, ['sbom.cdx.json', sha256(materials)]]);
  const { proofs } = JSON.parse(readFileSync(join(outdir, 'contract/sources.json'), 'utf8'));
  const { sha256: description } = JSON.parse(readFileSync(join(outdir, 'contract/description.json'), 'utf8'));
  await esbuild.build({
    ...options,
    sourcemap: false,
    minify: true,
    external: ['@seriousme/openapi-schema-validator'],
    charset: 'utf8',
    // What is not used of it is left out.
    alias: { 'fast-uri': join(root, 'src/app/evidence/uris.ts') },
    define: {
      BUILT: JSON.stringify({ description, files, proofs: packed(proofs) }),
    },
    plugins: [alone({ name, version })],
    entryPoints: { 'evidence/verify': 'src/app/evidence/verify-main.ts' },
    outExtension: { '.js': '.mjs' },
    outdir,
  });
}

/** The names of thousands of deviations take a quarter of the room. */
function packed(proofs) {
  return brotliCompressSync(JSON.stringify(proofs)).toString('base64');
}

/** The schemas of these names. */
function textsOf(names) {
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(root, 'schemas', name), 'utf8')]));
}

/** What stands in a file by itself: it loads no package, and knows no folder around it. */
function alone(own) {
  return {
    name: 'alone',
    setup(build) {
      const replaced = (filter, made) =>
        build.onLoad({ filter }, ({ path }) => {
          const text = readFileSync(path, 'utf8');
          const contents = made(text);
          // It would look for what is not beside it.
          if (contents === text) throw new Error(`Nothing in \`${path}\` was replaced.`);
          return { loader: 'ts', contents };
        });
      // Loaded as a whole where it is needed: what is not used of it would stay.
      build.onResolve({ filter: /^yaml$/ }, ({ path }) => ({ path, namespace: 'used' }));
      build.onLoad({ filter: /^yaml$/, namespace: 'used' }, () => ({
        contents: `export { ${USED_OF_YAML} } from './node_modules/yaml/browser/dist/index.js';`,
        resolveDir: root,
      }));
      // Here YAML is read alone, and XML is written of objects.
      replaced(/[\\/]yaml[\\/].*[\\/]stringifyString\.js$/, () => 'export const stringifyString = String;');
      replaced(/[\\/]fast-xml-builder[\\/].*[\\/]orderedJs2Xml\.js$/, () => 'export default String;');
      replaced(/[\\/]engine[\\/]contract[\\/]ajv\.ts$/, (text) =>
        text
          .replace('createRequire(import.meta.url)(', 'require(')
          .replace(/import \{ createRequire .*\n/, ''),
      );
      replaced(/[\\/]whatwg-mimetype[\\/]lib[\\/]index\.js$/, (text) => text.replace(/^.*sniff.*$/m, ''));
      replaced(/[\\/]engine[\\/]contract[\\/]own-schema\.ts$/, (text) =>
        text.replace(READ_SCHEMA, () => `(${JSON.stringify(textsOf(READ_SCHEMAS))})[name]`),
      );
      // Nobody is to mend a name here, and no schema of ours has a discriminator.
      replaced(/[\\/]engine[\\/]nearest\.ts$/, () => NO_PROPOSALS);
      replaced(
        /[\\/]ajv[\\/]dist[\\/]vocabularies[\\/]discriminator[\\/]index\.js$/,
        () => 'exports.default = {};',
      );
      replaced(/[\\/]engine[\\/]package-root\.ts$/, () =>
        [
          "export const PACKAGE_ROOT = new URL('.', import.meta.url);",
          `export const PACKAGE = ${JSON.stringify(own)};`,
          "export const SCHEMAS = new URL('schemas/', PACKAGE_ROOT);",
        ].join('\n'),
      );
    },
  };
}
