import { type Setting, settingsTable } from '../../suites/modelarts-plugins/settings/table.ts';

/** The text of `.env.example`: every setting with a sentence, all of them commented out. */
export function envExample(): string {
  const parts = (settingsTable as readonly Setting[]).map(
    ({ name, meaning, example }) => `# ${meaning}\n# ${name}=${example ?? ''}\n`,
  );
  return [
    '# Generated from src/suites/modelarts-plugins/settings/table.ts by `npm run schemas`. Copy it to `.env` and take away the `# ` of what you set.\n# A real environment variable wins over a line here.\n',
    ...parts,
  ].join('\n');
}
