import { readdirSync, readFileSync } from 'node:fs';

export const ROOT = new URL('../../', import.meta.url);

/** What people read of the project, from its root on. */
export const DOCUMENTS = [
  ...['README.md', 'ARCHITECTURE.md', 'CHANGELOG.md', 'SECURITY.md'],
  ...readdirSync(new URL('docs/', ROOT))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

/** The text of one of them, or of a file that one names. */
export function read(path: string): string {
  return readFileSync(new URL(path, ROOT), 'utf8');
}

/** A block of code of a document. */
export interface Block {
  readonly language: string;
  readonly text: string;
  /** The line in front of it. */
  readonly above: string;
}

/** The blocks of code of a text, in their order. */
export function blocksOf(text: string): readonly Block[] {
  const lines = text.split('\n');
  const fences = lines.flatMap((line, at) => (line.startsWith('```') ? [at] : []));
  return fences.flatMap((from, index) => {
    const language = (lines[from] ?? '').slice(3);
    const inner = lines.slice(from + 1, fences[index + 1]);
    return index % 2 === 1 ? [] : [{ language, text: inner.join('\n'), above: lines[from - 1] ?? '' }];
  });
}

/** A text without its blocks of code. */
export function proseOf(text: string): string {
  return text.replace(/^```[\s\S]*?^```$/gm, '');
}

/** The lines of the section below a heading of the second level, with it. */
export function sectionOf(text: string, heading: string): string {
  const [, section] = new RegExp(`^(## ${heading}\n[\\s\\S]*?)(?=^## |$(?![\\s\\S]))`, 'm').exec(text) ?? [];
  if (section === undefined) throw new Error(`No section is called \`${heading}\`.`);
  return section;
}
