import { shownValue } from '../../../lifecycle/settings/values.ts';

/** Reads what a template is given, a JSON object; null where nothing, or, with one more of `problems`, something else is set. */
export function readInputs(
  text: string | null,
  problems: string[],
): Readonly<Record<string, unknown>> | null {
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  } catch {
    // Told below, with the setting's name.
  }
  problems.push(
    `\`MODELARTS_TEMPLATE_INPUTS\` is ${shownValue(text)}, which is no JSON object; right would be e.g. \`{"size":"large"}\`.`,
  );
  return null;
}
