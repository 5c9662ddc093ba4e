import { type Setting, settingsTable } from '../../suites/modelarts-plugins/settings/table.ts';

const SECRET_SETTINGS = (settingsTable as readonly Setting[]).filter(({ secret }) => secret);

/**
 * The values that must never be shown: those of the secret settings, used or not, and the passwords of proxies; each
 * once, none empty. A real variable hides one of `.env`, yet both are secrets. What is part of a setting's name is not one
 * of them: it is refused where it is used, by a sentence that has to name the setting.
 */
export function secretValues(
  ...sources: readonly Readonly<Record<string, string | undefined>>[]
): readonly string[] {
  const values = sources.flatMap((source) => [
    ...SECRET_SETTINGS.map(({ name }) => source[name] ?? ''),
    ...Object.entries(source).flatMap(([name, value]) => (PROXY.test(name) ? passwordsIn(value ?? '') : [])),
  ]);
  return [...new Set(values)].filter(
    (value) => value !== '' && !settingsTable.some(({ name }) => name.includes(value)),
  );
}

const PROXY = /^(https?|all)_proxy$/i;

/** As it is written, and as it is sent. */
function passwordsIn(url: string): readonly string[] {
  const written = /\/\/[^/@:]*:([^/]*)@/.exec(url)?.[1] ?? '';
  return [written, URL.canParse(url) ? decoded(new URL(url).password) : ''];
}

function decoded(password: string): string {
  try {
    return decodeURIComponent(password);
  } catch {
    return password;
  }
}
