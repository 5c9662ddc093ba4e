import { readFileSync } from 'node:fs';
import { tokenizer } from 'acorn';
import { transformSync } from 'esbuild';
import { isSafePattern } from 'redos-detector';
import { analyse } from 'scslre';

/** A regular expression, and where it stands. */
export interface Found {
  readonly file: string;
  readonly pattern: string;
  readonly flags: string;
}

/** The literals of a TypeScript file. */
export function literalsIn(file: string, path: string): readonly Found[] {
  const { code } = transformSync(readFileSync(path, 'utf8'), { loader: 'ts', target: 'esnext' });
  const tokens: readonly object[] = [...tokenizer(code, { ecmaVersion: 'latest', sourceType: 'module' })];
  return tokens.flatMap((token) => {
    // What the library's types leave out: the value of a token that is a regular expression.
    const { value } = token as { readonly value?: Partial<Found> | string };
    return typeof value !== 'object' || value.pattern === undefined
      ? []
      : [{ file, pattern: value.pattern, flags: value.flags ?? '' }];
  });
}

/**
 * Whether the time that an expression takes can grow faster than the text it is held against. `undecided`: one library
 * cannot follow all of its ways, and the other, which knows nothing of alternatives, sees no repetition that does harm.
 */
export function speedOf({ pattern, flags }: Pick<Found, 'pattern' | 'flags'>): 'safe' | 'undecided' | 'slow' {
  const { safe } = isSafePattern(pattern, {
    unicode: flags.includes('u'),
    caseInsensitive: flags.includes('i'),
    maxScore: 200,
    maxSteps: 2000,
  });
  if (safe) return 'safe';
  return analyse({ source: pattern, flags }).reports.length === 0 ? 'undecided' : 'slow';
}

/**
 * Whether each repetition of an expression has an end, so that what it does from one place of a text does not grow with
 * the text. Repetitions within repetitions may still multiply: such a file is held against hostile texts as well.
 */
export function isBounded({ pattern }: Pick<Found, 'pattern'>): boolean {
  const bare = pattern.replace(/\\./g, 'x').replace(/\[(?:[^\]])*\]/g, 'x');
  return !/[*+]|\{\d+,\}/.test(bare);
}
