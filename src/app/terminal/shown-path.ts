import { relative, sep } from 'node:path';

/** How a file is called in sentences: by the way from here where it is below, else whole. */
export function shownPath(file: string): string {
  const way = relative(process.cwd(), file);
  const isBelow = way !== '' && way.split(sep)[0] !== '..' && way !== file;
  return `\`${isBelow ? way : file}\``;
}
