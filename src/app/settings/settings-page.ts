import { type Setting, settingsTable } from '../../suites/modelarts-plugins/settings/table.ts';

const BEGIN = '<!-- Generated from src/suites/modelarts-plugins/settings/table.ts by `npm run schemas`. -->';
const END = '<!-- End of what is generated. -->';

/** The text of docs/settings.md with every setting in one row between its two marks. Throws where they are not there. */
export function withSettings(page: string): string {
  const from = page.indexOf(BEGIN);
  const to = page.indexOf(END, from);
  if (from === -1 || to === -1) throw new Error(`The page has no \`${BEGIN}\` with \`${END}\` after it.`);
  return [page.slice(0, from) + BEGIN, '', settingsRows(), '', page.slice(to)].join('\n');
}

function settingsRows(): string {
  const rows = (settingsTable as readonly Setting[]).map(({ name, meaning, example }) => {
    const text = lowerFirst(meaning.replace(/\.$/, ''));
    return `| \`${name}\` | ${text}${example === undefined ? '' : `; e.g. \`${example}\``} |`;
  });
  return ['| setting | meaning |', '|---|---|', ...rows].join('\n');
}

/** Rows are no sentences. */
function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
