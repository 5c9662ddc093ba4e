import { unescaped } from './escapes.ts';
import type { Needle } from './multi-search.ts';

/** Of a secret of so many characters its beginning is found, and other letter case: no shorter text is so by chance. */
export const LONG = 16;

/** So much of a secret is found at the end of a text that was cut; shorter secrets are not looked for within what is encoded. */
export const LONGEST_BY_CHANCE = 8;

/** The texts in which a secret stands where all escapes are undone; base64 is not one. */
export function formsOf(secret: string): readonly string[] {
  return [...new Set([...plainForms(secret), ...base64Forms(secret).map(({ text, whole = text }) => whole)])];
}

/** What a secret is found by. */
export function needlesOf(secret: string): readonly Needle[] {
  const isLong = secret.length >= LONG;
  const plain = plainForms(secret).map((form): Needle => {
    const cut = form.length > LONGEST_BY_CHANCE ? { whereCut: LONGEST_BY_CHANCE } : {};
    if (!isLong || form.length < LONG) return { text: form, ...cut };
    return { text: form.slice(0, LONG), whole: form, anyCase: true, ...cut };
  });
  return [...plain, ...base64Forms(secret)];
}

function plainForms(secret: string): readonly string[] {
  // A form that is sent as one has a plus for a space.
  const plain = [secret, secret.replaceAll(' ', '+')].flatMap((text) => [
    text,
    // Node gives a header's bytes as one character each, and so does whoever reads bytes as text.
    Buffer.from(text).toString('latin1'),
  ]);
  return [...new Set(plain.flatMap(asUnescaped))];
}

/** Escapes are undone wherever they stand: a secret that holds one is then seen without it. */
function asUnescaped(text: string): readonly string[] {
  const plain = unescaped(text);
  return plain === null ? [text] : [text, ...asUnescaped(plain.plain)];
}

/** Base64 of the secret after 0, 1 or 2 other bytes, without the characters that depend on its neighbours. */
function base64Forms(secret: string): readonly Needle[] {
  const bytes = Buffer.from(secret);
  const encodings = ['base64', 'base64url'] as const;
  if (bytes.length < 6) return encodings.map((encoding) => ({ text: bytes.toString(encoding) }));
  const least = Math.min(bytes.length, secret.length < LONG ? bytes.length : LONG);
  return [0, 1, 2].flatMap((offset) => {
    const padded = Buffer.concat([Buffer.alloc(offset), bytes]);
    const from = offset === 0 ? 0 : offset + 1;
    const to = (length: number) => Math.floor(((offset + length) * 8) / 6);
    return encodings.map((encoding) => {
      const text = padded.toString(encoding);
      const whole = text.slice(from, to(bytes.length));
      const whereCut = to(LONGEST_BY_CHANCE) - from;
      return {
        text: text.slice(from, to(least)),
        whole,
        ...(whole.length > whereCut ? { whereCut } : {}),
      };
    });
  });
}
