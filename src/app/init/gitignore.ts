import { isAbsolute, relative, sep } from 'node:path';

/** The paths that no project commits: the settings with their secrets, and the reports, which hold what targets sent. */
export function ignoredPaths(folder: string, reportsDirs: readonly string[]): readonly string[] {
  const below = reportsDirs
    .map((dir) => relative(folder, dir).replaceAll(sep, '/'))
    .filter((path) => path !== '' && path !== '..' && !path.startsWith('../') && !isAbsolute(path));
  return ['.env', ...new Set(below.map((path) => `${escaped(path)}/`))];
}

/** As it stands for itself in a pattern, also where it begins with what begins a comment or a negation. */
function escaped(path: string): string {
  return path.replace(/[\\*?[\]]|^[#!]/g, '\\$&');
}

/** The bytes that a `.gitignore` lacks, to be put behind what it has; '' where it has all. Its line ends are kept. */
export function lackingIn(text: string, wanted: readonly string[]): string {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const lacking = wanted.filter((line) => !isIgnored(lines, line));
  if (lacking.length === 0) return '';
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const begin = text === '' || text.endsWith('\n') ? '' : end;
  return begin + lacking.map((line) => line + end).join('');
}

/** Whether the last line that is about a path ignores it, or all that is in it. */
function isIgnored(lines: readonly string[], wanted: string): boolean {
  const path = wanted.replace(/\/$/, '');
  const forms = ['', '/', '**/'].flatMap((begin) => [begin + path, begin + wanted]);
  const about = wanted === path ? forms : forms.flatMap((one) => [one, `${one}*`, `${one}**`]);
  const last = lines.map((line) => line.trimEnd()).findLast((line) => about.includes(line.replace(/^!/, '')));
  return last !== undefined && !last.startsWith('!');
}
