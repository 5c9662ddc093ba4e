import { unescaped } from './escapes.ts';

/** The texts in which a secret stands where all escapes are undone; base64 is not one. */
export function formsOf(secret: string): readonly string[] {
  // A form that is sent as one has a plus for a space.
  const plain = [secret, secret.replaceAll(' ', '+')].flatMap((text) => [
    text,
    // Node gives a header's bytes as one character each, and so does whoever reads bytes as text.
    Buffer.from(text).toString('latin1'),
  ]);
  return [...new Set([...plain.flatMap(asUnescaped), ...base64Forms(secret)])];
}

/** Escapes are undone wherever they stand: a secret that holds one is then seen without it. */
function asUnescaped(text: string): readonly string[] {
  const plain = unescaped(text);
  return plain === null ? [text] : [text, ...asUnescaped(plain.plain)];
}

/** Base64 of the secret after 0, 1 or 2 other bytes, without the characters that depend on its neighbours. */
function base64Forms(secret: string): readonly string[] {
  const bytes = Buffer.from(secret);
  if (bytes.length < 6) return [bytes.toString('base64'), bytes.toString('base64url')];
  return [0, 1, 2].flatMap((offset) => {
    const padded = Buffer.concat([Buffer.alloc(offset), bytes]);
    const from = offset === 0 ? 0 : offset + 1;
    const to = Math.floor((padded.length * 8) / 6);
    return (['base64', 'base64url'] as const).map((encoding) => padded.toString(encoding).slice(from, to));
  });
}
