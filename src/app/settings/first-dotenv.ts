import { parse } from 'dotenv';
import type { Setting } from '../../suites/modelarts-plugins/settings/table.ts';
import { dotenvProblems } from './dotenv-lines.ts';
import { commentedOut, withSentences } from './env-example.ts';
import { ADDRESS_NAMES, placeholderOf } from './needed.ts';

const HEAD =
  '# The settings of this project, begun by `conformance init`. Fill in what stands between `<` and `>`, and set one of the three\n# ways to authenticate; take away the `# ` of whatever else you set. A real environment variable wins over a line here.\n';

/** What has to be filled in. The arming is an act of its own: nothing that was said of the endpoint fills it in. */
const NEEDED: readonly string[] = [...ADDRESS_NAMES, 'MODELARTS_ALLOW_DELETE'];

/** The text of the `.env` that a project begins with: what was answered, and a placeholder for whatever else is needed. */
export function firstDotenv(answers: Readonly<Partial<Record<string, string>>>): string {
  return withSentences(HEAD, (setting) => lineOf(setting, answers[setting.name]));
}

function lineOf(setting: Setting, answer: string | undefined): string {
  const { name } = setting;
  if (answer !== undefined) return writtenLine(name, answer) ?? commentedOut(setting);
  return NEEDED.includes(name) ? `${name}=${placeholderOf(setting)}` : commentedOut(setting);
}

/** A line of `.env` that is read as this very value, in quotes where it needs some; null where there is none. */
export function writtenLine(name: string, value: string): string | null {
  const lines = ['', "'", '"', '`'].map((quote) => `${name}=${quote}${value}${quote}`);
  return lines.find((line) => dotenvProblems(line).length === 0 && parse(line)[name] === value) ?? null;
}
