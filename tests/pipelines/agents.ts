/**
 * What the agents of pipelines recognise in what a step prints and in the files that it leaves, by their published
 * sources, each named where its rule stands.
 */

/** A command that an agent recognised. */
export interface Recognised {
  readonly command: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

/** https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs has one class for each. */
const OF_GITHUB = [
  ...['add-mask', 'add-matcher', 'add-path', 'debug', 'echo', 'endgroup', 'error', 'group'],
  ...['internal-set-repo-path', 'notice', 'remove-matcher', 'save-state', 'set-env', 'set-output'],
  ...['stop-commands', 'warning'],
];

/** What .NET's `TrimStart` takes away. */
const BLANK = /^[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/;

/**
 * A line as GitHub's runner reads it, on either stream:
 * https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
 */
export function githubCommandIn(line: string): Recognised | null {
  return newForm(line.replace(BLANK, '')) ?? oldForm(line);
}

function newForm(text: string): Recognised | null {
  const end = text.indexOf('::', 2);
  if (!text.startsWith('::') || end < 0) return null;
  return commandOf(text.slice(2, end), ',', text.slice(end + 2), (one) =>
    undone(one, [
      ['%0D', '\r'],
      ['%0A', '\n'],
      ['%3A', ':'],
      ['%2C', ','],
      ['%25', '%'],
    ]),
  );
}

function oldForm(text: string): Recognised | null {
  const begin = text.indexOf('##[');
  const end = text.indexOf(']', begin);
  if (begin < 0 || end < 0) return null;
  return commandOf(text.slice(begin + 3, end), ';', text.slice(end + 1), (one) => one);
}

function commandOf(
  info: string,
  between: string,
  data: string,
  undo: (text: string) => string,
): Recognised | null {
  const space = info.indexOf(' ');
  const command = space < 0 ? info : info.slice(0, space);
  if (!OF_GITHUB.includes(command)) return null;
  const properties = space < 0 ? {} : propertiesOf(info.slice(space + 1), between, undo);
  const rest = [
    ['%0D', '\r'],
    ['%0A', '\n'],
    ['%25', '%'],
  ] as const;
  return { command, properties, data: undone(data, rest) };
}

/**
 * A line as Azure's agent reads it, wherever in it the command begins:
 * https://github.com/microsoft/azure-pipelines-agent/blob/master/src/Microsoft.VisualStudio.Services.Agent/Command.cs
 */
export function azureCommandIn(line: string): Recognised | null {
  const begin = line.indexOf('##vso[');
  const end = line.indexOf(']', begin);
  if (begin < 0 || end < 0) return null;
  const info = line.slice(begin + 6, end);
  const space = info.indexOf(' ');
  const command = space < 0 ? info : info.slice(0, space);
  if (command.split('.').filter((part) => part !== '').length !== 2) return null;
  const undo = (text: string) =>
    undone(text, [
      ['%3B', ';'],
      ['%0D', '\r'],
      ['%0A', '\n'],
      ['%5D', ']'],
      ['%AZP25', '%'],
    ]);
  const properties = space < 0 ? {} : propertiesOf(info.slice(space + 1), ';', undo);
  return { command, properties, data: undo(line.slice(end + 1)) };
}

/** What Azure's log shows in a manner of its own: https://learn.microsoft.com/azure/devops/pipelines/scripts/logging-commands */
export function azureFormatIn(line: string): string | null {
  return /##\[(?:group|endgroup|warning|error|section|debug|command)\]/.exec(line)?.[0] ?? null;
}

/** https://gitlab.com/gitlab-org/gitlab/-/blob/master/lib/gitlab/regex.rb has it as `build_trace_section_regex`. */
export function gitlabSectionIn(line: string): string | null {
  return /section_(?:start|end):\d+:[\w.-]+/.exec(line)?.[0] ?? null;
}

function propertiesOf(text: string, between: string, undo: (one: string) => string) {
  const pairs = text
    .trim()
    .split(between)
    .map((one) => one.split(/=(.*)/s).slice(0, 2))
    .filter((pair) => pair.length === 2 && pair.every((part) => part !== ''));
  return Object.fromEntries(pairs.map(([name = '', value = '']) => [name, undo(value)]));
}

function undone(text: string, replaced: readonly (readonly [from: string, to: string])[]): string {
  return replaced.reduce((left, [from, to]) => left.replaceAll(from, to), text);
}

/** The lines that an agent reads: .NET ends one at a line feed, a carriage return, or both. */
export function linesOf(printed: string): readonly string[] {
  return printed.split(/\r\n|\n|\r/);
}

/**
 * What GitHub's runner makes of the file `GITHUB_OUTPUT`; throws where it would fail the step:
 * https://github.com/actions/runner/blob/main/src/Runner.Worker/FileCommandManager.cs
 */
export function githubOutputsIn(text: string): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const line of text.split('\n')) {
    if (line === '') continue;
    const equals = line.indexOf('=');
    if (equals < 0 || (line.includes('<<') && line.indexOf('<<') < equals))
      throw new Error(`No output of ours: ${line}`);
    found[line.slice(0, equals)] = line.slice(equals + 1);
  }
  return found;
}

/**
 * What GitLab makes of a dotenv artefact; throws where it refuses it whole:
 * https://gitlab.com/gitlab-org/gitlab/-/blob/master/app/services/ci/parse_dotenv_artifact_service.rb
 */
export function gitlabVariablesIn(text: string): Readonly<Record<string, string>> {
  if (Buffer.byteLength(text) >= 5 * 1024) throw new Error('It has 5 KiB or more.');
  const lines = text.replace(/\n$/, '').split('\n');
  // The fewest that any of its plans takes.
  if (lines.length > 20) throw new Error('It has more than 20 variables.');
  return Object.fromEntries(
    lines.map((line) => {
      const [, key = '', value = ''] = /^(.*?)=(.*)$/.exec(line) ?? [];
      if (!/^[A-Za-z0-9_]+$/.test(key)) throw new Error(`No variable: ${line}`);
      // Later jobs put values into each other where they name a variable.
      if (value.includes('$')) throw new Error(`It would be expanded: ${line}`);
      return [key, value.trim()];
    }),
  );
}
