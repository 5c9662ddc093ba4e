// Gathers every text that the suite itself may write into a report or onto the terminal: a secret that is part of one
// would be hidden there, or taken for a leak, so none is accepted.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'acorn';
import { transform } from 'esbuild';

const ROOT = fileURLToPath(new URL('.', import.meta.url));

/** The mock's words are a target's; those of the trials and of `init` stand in no report of a run. */
const NO_TEXTS =
  /^trials\/(?!report\/|model\.ts$)|^suites\/[\w-]+\/(?:mock|freedoms|disturbances)\/|^engine\/json\.ts$|^app\/init\/|^app\/cli\/(?:init|mock|sensitivity)\.ts$/;

/** Member names in these are such as requests and reports have; elsewhere they are the code's own. */
const WITH_MEMBERS =
  /^(?:app\/playwright\/|engine\/model\/|engine\/report\/|engine\/secrets\/vault\.ts$|engine\/unwritten\.ts$|lifecycle\/checked-ledger\.ts$|lifecycle\/cut-lines\.ts$|lifecycle\/input-hashes\.ts$|lifecycle\/ledger\.ts$|lifecycle\/leftovers\.ts$|suites\/huaweicloud\/credentials\.ts$|suites\/huaweicloud\/iam\.ts$|suites\/huaweicloud\/signature\.ts$|suites\/modelarts-plugins\/guard\.ts$|suites\/modelarts-plugins\/paths\.ts$|trials\/model\.ts$|trials\/report\/)/;

/**
 * Writes the file into a folder: one text a line, in lower case, since redaction does not tell the cases apart.
 * `sources`: the file with what reports quote of the statements, and the names of the mock's deviations.
 */
export async function writeOwnTexts(folder, sources) {
  mkdirSync(folder, { recursive: true });
  const own = [...(await textsOfSources()), ...documents(), readFileSync(sources, 'utf8')];
  const texts = [...new Set(own.map((text) => text.toLowerCase()))];
  writeFileSync(join(folder, 'own-texts.txt'), `${texts.join('\n')}\n`);
}

async function textsOfSources() {
  const files = readdirSync(join(ROOT, 'src'), { recursive: true }).filter(
    (file) => file.endsWith('.ts') && !NO_TEXTS.test(file),
  );
  const texts = await Promise.all(
    files.map(async (file) => {
      const source = readFileSync(join(ROOT, 'src', file), 'utf8');
      const { code } = await transform(source, { loader: 'ts', target: 'es2022', tsconfigRaw: {} });
      return textsIn(
        parse(code, { ecmaVersion: 2022, sourceType: 'module', allowHashBang: true }),
        WITH_MEMBERS.test(file),
      );
    }),
  );
  return texts.flat();
}

/** The string literals of a program but for what it imports, the parts of its templates, and names of members. */
function textsIn(node, withMembers) {
  if (Array.isArray(node)) return node.flatMap((one) => textsIn(one, withMembers));
  if (node === null || typeof node !== 'object' || node.type === 'ImportDeclaration') return [];
  if (node.type === 'Literal') return typeof node.value === 'string' ? [node.value] : [];
  if (node.type === 'TemplateElement') return [node.value.cooked ?? node.value.raw];
  const name =
    withMembers && node.type === 'Property' && !node.computed && node.key.type === 'Identifier'
      ? [node.key.name]
      : [];
  return [...name, ...Object.values(node).flatMap((one) => textsIn(one, withMembers))];
}

/** What is quoted from: the description and the statements, the names in our own schemas, and of the suite itself. */
function documents() {
  const below = (folder) => readdirSync(join(ROOT, folder)).map((name) => join(folder, name));
  const { name, version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  return [
    ...[...below('specs'), ...below('schemas')].map((file) => readFileSync(join(ROOT, file), 'utf8')),
    `${name} ${version}`,
    // Where a run took place, and what is XML's.
    'linux darwin win32 x64 arm64 <?xml version="1.0" encoding="UTF-8"?> &amp; &lt; &gt; &quot; &apos; &#39;',
  ];
}
