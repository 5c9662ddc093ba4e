import { didYouMean } from '../../engine/nearest.ts';
import { settingsTable } from '../../suites/modelarts-plugins/settings/table.ts';

/** The names of all settings. */
export const SETTING_NAMES: readonly string[] = settingsTable.map(({ name }) => name);

/**
 * What is wrong with a name that is meant for a setting and is none: it has our beginning, or is one in other letter case,
 * with dots or dashes, or with something in front of it, as in `process.env.NAME`. Null where nothing is.
 */
export function settingNameProblem(name: string): string | null {
  if (SETTING_NAMES.includes(name)) return null;
  const plain = name.toUpperCase().replaceAll(/[.-]/g, '_');
  const meant = SETTING_NAMES.find(
    (one) => plain === one || (plain.endsWith(`_${one}`) && /[.-]/.test(name)),
  );
  if (meant !== undefined) return `\`${name}\` is no setting; did you mean \`${meant}\`?`;
  if (!/^(MODELARTS|CONFORMANCE)_/.test(plain)) return null;
  return `\`${name}\` is no setting${didYouMean(plain, SETTING_NAMES) || '; `.env.example` lists all.'}`;
}

/** The settings that a text names, in whatever letter case. */
export function settingsNamedIn(text: string): readonly string[] {
  const words = new Set<string>(text.toUpperCase().match(/[A-Z_]+/g));
  return SETTING_NAMES.filter((name) => words.has(name));
}
