import { type Setting, settingsTable } from '../../suites/modelarts-plugins/settings/table.ts';

const HEAD =
  '# Generated from src/suites/modelarts-plugins/settings/table.ts by `npm run schemas`. Copy it to `.env` and take away the `# ` of what you set.\n# A real environment variable wins over a line here.\n';

/** The text of `.env.example`: every setting with a sentence, all of them commented out. */
export function envExample(): string {
  return withSentences(HEAD, commentedOut);
}

/** Every setting with its sentence and a line, below a head. */
export function withSentences(head: string, lineOf: (setting: Setting) => string): string {
  const parts = (settingsTable as readonly Setting[]).map(
    (setting) => `# ${setting.meaning}\n${lineOf(setting)}\n`,
  );
  return [head, ...parts].join('\n');
}

/** The line of a setting that is not set. */
export function commentedOut({ name, example }: Setting): string {
  return `# ${name}=${example ?? ''}`;
}
