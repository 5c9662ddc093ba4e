import type { Text } from './text.ts';

/** A value of the file; a long text is not made into one. */
export type FileValue = null | boolean | number | string | Text | readonly FileValue[] | FileObject;

/** An object of the file. */
export interface FileObject {
  readonly [name: string]: FileValue;
}

/** Whether a byte may stand in a number, or in one of the words of JSON. */
export function isOfWord(byte: number): boolean {
  return (
    (byte >= 0x30 && byte <= 0x39) ||
    (byte >= 0x61 && byte <= 0x7a) ||
    (byte >= 0x41 && byte <= 0x5a) ||
    byte === 0x2b ||
    byte === 0x2d ||
    byte === 0x2e
  );
}

/** A text as it stands in the file, its escapes undone: they were looked at as it was read. */
export function textOf(written: string, hasEscapes: boolean): string {
  return hasEscapes ? String(JSON.parse(`"${written}"`)) : written;
}

const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const WORDS: Readonly<Record<string, boolean | null>> = { true: true, false: false, null: null };

/** What a word of JSON, or a number, stands for; undefined where it is none. */
export function scalarOf(word: string): boolean | number | null | undefined {
  if (Object.hasOwn(WORDS, word)) return WORDS[word] ?? null;
  return NUMBER.test(word) ? Number(word) : undefined;
}
