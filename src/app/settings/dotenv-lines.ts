import { type Variable, variablesIn } from './dotenv-variables.ts';
import { settingNameProblem, settingsNamedIn } from './setting-names.ts';

/**
 * What is wrong with the text of a `.env`: each line that is neither read nor a comment, each variable that is read as
 * something else than it looks like, and each name that is meant for a setting, but for those that are `named` elsewhere. No
 * value is quoted: it may be a secret.
 */
export function dotenvProblems(file: string, named: readonly string[] = []): readonly string[] {
  // As dotenv does.
  const text = file.replace(/\r\n?/g, '\n');
  const variables = variablesIn(text);
  const found = [
    ...leftOver(text, variables),
    ...variables.flatMap((variable) => problemsOf(text, variable, named)),
  ];
  return found
    .sort((one, other) => one.at - other.at)
    .map(({ at, told }) => `Line ${lineOf(text, at)} of \`.env\`: ${told}`);
}

interface Problem {
  readonly at: number;
  readonly told: string;
}

/** The lines between the variables that hold something and are no comment. */
function leftOver(text: string, variables: readonly Variable[]): readonly Problem[] {
  const problems: Problem[] = [];
  let from = 0;
  for (const { begin, end } of [...variables, { begin: text.length, end: text.length }]) {
    for (const { 0: line, index } of text.slice(from, begin).matchAll(/[^\n]+/g)) {
      const told = line.trim();
      if (told === '' || told.startsWith('#')) continue;
      problems.push({ at: from + index, told: unread(told) });
    }
    from = end;
  }
  return problems;
}

function unread(line: string): string {
  const [name] = settingsNamedIn(line);
  return name === undefined
    ? 'it is not read; right would be `NAME=value`, or `#` in front of it.'
    : `it names \`${name}\` and is not read; right would be \`${name}=…\`, or \`#\` in front of it.`;
}

function problemsOf(text: string, variable: Variable, named: readonly string[]): readonly Problem[] {
  const { name, nameAt: at } = variable;
  const misspelt = named.includes(name) ? null : settingNameProblem(name);
  const misread = misreading(text, variable);
  const inside = swallowed(variable);
  return [
    ...(misspelt === null ? [] : [{ at, told: misspelt }]),
    ...(misread === null || inside.length > 0 ? inside : [{ at, told: misread }]),
  ];
}

const IN_QUOTES = /^\s*(?:'(?:\\'|[^'])*'|"(?:\\"|[^"])*"|`(?:\\`|[^`])*`)$/;

/** Why a value is read as something else than it looks like; null where it is not. */
function misreading(text: string, { name, value, nameAt, valueAt, end }: Variable): string | null {
  const begin = valueAt + (value.length - value.trimStart().length);
  if (value.trim() !== '' && text.slice(nameAt, begin).includes('\n')) {
    return `\`${name}\` would have its value from another line; right would be \`${name}=…\` in one.`;
  }
  if (IN_QUOTES.test(value)) return null;
  if (/^['"`]/.test(value.trim())) {
    return `the value of \`${name}\` begins with a quote and does not end with it; right would be the value in quotes, or without.`;
  }
  const comment = text.slice(nameAt, end).indexOf('#');
  if (comment === -1 || /[ \t\n]/.test(text.charAt(nameAt + comment - 1))) return null;
  return `the value of \`${name}\` has a \`#\` with no blank before it and would end there; right would be the value in quotes, or a blank before a comment.`;
}

/** Settings that stand in the value of something else: in quotes that end later than was meant, or below a key of YAML. */
function swallowed({ name: around, value, valueAt }: Variable): readonly Problem[] {
  return [...value.matchAll(/(?:^|\n)[\s-]*(?:export\s+)?(\w+)\s*[=:]/dg)].flatMap(
    ({ 1: word = '', indices }) => {
      const [name] = settingsNamedIn(word);
      const told = `\`${name}\` is part of the value of \`${around}\`; right would be \`${name}=…\` in a line of its own.`;
      return name === undefined ? [] : [{ at: valueAt + (indices?.[1]?.[0] ?? 0), told }];
    },
  );
}

function lineOf(text: string, at: number): number {
  return text.slice(0, at).split('\n').length;
}
