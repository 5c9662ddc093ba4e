import { type Redact, redactor } from '../../engine/secrets/redact.ts';
import type { Settings } from '../../lifecycle/settings/settings.ts';
import type { Plan } from '../../lifecycle/walk/plan.ts';

/** Shorter secrets stand in ordinary words: a report could not be read without them, and every file would hold them. */
export const SHORTEST = 8;

/** What no file and no terminal may show; the token of the embedded mock is nobody's. */
export function secretsOf(settings: Settings, plan: Plan): readonly string[] {
  const ofRun = plan.target.mock ? [] : plan.secrets.all();
  return [...new Set([...settings.secrets, ...ofRun])].filter(({ length }) => length >= SHORTEST);
}

/** The same value, each text in it without the secrets. */
export function withoutSecrets<T>(value: T, secrets: readonly string[]): T {
  const redact = redactor(() => secrets);
  return secrets.length === 0 ? value : redactIn(value, redact);
}

/** Only texts change, so the type stays. */
function redactIn<T>(value: T, redact: Redact): T;
function redactIn(value: unknown, redact: Redact): unknown {
  if (typeof value === 'string') return redact(value);
  if (Array.isArray(value)) return value.map((one: unknown) => redactIn(one, redact));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, redactIn(one, redact)]));
}
