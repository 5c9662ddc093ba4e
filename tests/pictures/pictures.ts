import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Where the pictures stand, and beside them what they were made of. */
export const DOCS = join(ROOT, 'docs');
const MADE_OF = join(DOCS, 'screenshots.json');

/** The pictures of the documents, and the file that renders the page which each of them shows. */
export const PICTURES = {
  'report.png': 'src/engine/report/html.ts',
  'sensitivity.png': 'src/trials/report/page.ts',
} as const;

export type Picture = keyof typeof PICTURES;

/** Of a picture: the SHA-256 of what rendered its page, and that of its own bytes, in lower-case hex. */
export interface Made {
  readonly renderedBy: string;
  readonly sha256: string;
}

/** What `docs/screenshots.json` may hold, and nothing else. */
export const MADE_SCHEMA = {
  type: 'object',
  additionalProperties: false,
  required: ['$comment', 'formatVersion', 'pictures'],
  properties: {
    $comment: { const: 'Made by `npm run screenshots`.' },
    formatVersion: { const: 1 },
    pictures: {
      type: 'object',
      additionalProperties: false,
      required: Object.keys(PICTURES),
      properties: Object.fromEntries(Object.keys(PICTURES).map((name) => [name, { $ref: '#/$defs/made' }])),
    },
  },
  $defs: {
    made: {
      type: 'object',
      additionalProperties: false,
      required: ['renderedBy', 'sha256'],
      properties: { renderedBy: { $ref: '#/$defs/sum' }, sha256: { $ref: '#/$defs/sum' } },
    },
    sum: { type: 'string', pattern: '^[0-9a-f]{64}$' },
  },
} as const;

/** The sources of which something runs where a page is rendered, by their paths: found through imports, as a bundle has them. */
export async function renderingFiles(entry: string): Promise<readonly string[]> {
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: [entry],
    bundle: true,
    write: false,
    metafile: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
  });
  const [output] = Object.values(metafile.outputs);
  return Object.entries(output?.inputs ?? {})
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .map(([path]) => path)
    .sort();
}

/** The hash of what renders a page. */
export async function renderedBy(entry: string): Promise<string> {
  return sumOfFiles(await renderingFiles(entry));
}

/** The hash of files, their paths included; `read` gives a text by its path. */
export function sumOfFiles(
  files: readonly string[],
  read = (path: string): string => readFileSync(join(ROOT, path), 'utf8'),
): string {
  return sumOf(JSON.stringify(files.map((path) => [path, read(path)])));
}

/** What `docs/screenshots.json` holds, unchecked. */
export function readMade(): unknown {
  return JSON.parse(readFileSync(MADE_OF, 'utf8'));
}

/** Keeps pictures, and what they were made of. */
export async function keepPictures(pictures: Readonly<Record<Picture, Buffer>>): Promise<void> {
  // The keys are those of the type.
  const names = Object.keys(PICTURES) as readonly Picture[];
  const made = names.map(async (name): Promise<readonly [Picture, Made]> => {
    writeFileSync(join(DOCS, name), pictures[name]);
    return [name, { renderedBy: await renderedBy(PICTURES[name]), sha256: sumOf(pictures[name]) }];
  });
  const text = {
    $comment: 'Made by `npm run screenshots`.',
    formatVersion: 1,
    pictures: Object.fromEntries(await Promise.all(made)),
  };
  writeFileSync(MADE_OF, `${JSON.stringify(text, null, 2)}\n`);
}

/** The SHA-256 of a text or of bytes, in lower-case hex. */
export function sumOf(data: string | Buffer): string {
  return createHash('sha256').update(data).digest('hex');
}
