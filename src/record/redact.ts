/** What stands in the place of a secret. */
export const REDACTED = '[REDACTED]';

/** Replaces every secret in a text. */
export type Redact = (text: string) => string;

/** Finds the secrets by value; `secrets` gives those that are known at the time. */
export function redactor(secrets: () => readonly string[]): Redact {
  let known: readonly string[] = [];
  let redact: Redact = (text) => text;
  return (text) => {
    const now = secrets();
    if (now.length !== known.length) {
      known = now;
      redact = redactorOf(known);
    }
    return redact(text);
  };
}

/** In clear, URL-encoded, JSON-escaped and in base64 at any alignment. */
function redactorOf(secrets: readonly string[]): Redact {
  const forms = [...new Set(secrets.filter((secret) => secret !== '').flatMap(formsOf))];
  if (forms.length === 0) return (text) => text;
  // The longest first, so that no form is broken by a shorter one inside it.
  forms.sort((a, b) => b.length - a.length);
  const pattern = new RegExp(
    forms.map((form) => form.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join('|'),
    'gi',
  );
  const exact = new Set(forms);
  // Percent-encoding is the one form whose letter case is free; the others are compared exactly.
  return (text) =>
    text.replace(pattern, (found) => (exact.has(found) || found.includes('%') ? REDACTED : found));
}

function formsOf(secret: string): string[] {
  const escaped = JSON.stringify(secret).slice(1, -1);
  return [
    secret,
    encodeURIComponent(secret),
    escaped,
    escaped.replaceAll('/', '\\/'),
    ...base64Forms(secret),
  ];
}

/** Base64 of the secret after 0, 1 or 2 other bytes, without the characters that depend on its neighbours. */
function base64Forms(secret: string): string[] {
  const bytes = Buffer.from(secret);
  if (bytes.length < 6) return [bytes.toString('base64'), bytes.toString('base64url')];
  return [0, 1, 2].flatMap((offset) => {
    const padded = Buffer.concat([Buffer.alloc(offset), bytes]);
    const from = offset === 0 ? 0 : offset + 1;
    const to = Math.floor((padded.length * 8) / 6);
    return (['base64', 'base64url'] as const).map((encoding) => padded.toString(encoding).slice(from, to));
  });
}
