import { createHash } from 'node:crypto';
import type { FindSecrets } from './find-secrets.ts';
import { formsOf } from './forms.ts';

/** What stands in the place of a secret; in the texts of a body one other than the first has a number too. */
export const REDACTED = '[REDACTED]';

/** A number in the place of a secret has so many equal digits, then the secret's own number: it is no one's count. */
const EQUAL_DIGITS = 10;

/** More than any secret has spellings that are known beforehand. */
const SPELLINGS = 1000;

/** What a target may write itself and what then must not be taken for a placeholder. */
const ALIKE = /\[REDACTED(?=\**[\]-])/g;

/** Which secret a text is, from 1, and in which of its spellings, from 1; 0 is one that no list has. */
interface Known {
  readonly secret: number;
  readonly spelling: number;
}

/**
 * Gives each text that a secret stands in a placeholder of its own: what was one text stays one, what was two stays
 * two. They are numbered in the order of the secrets and of their forms, so that nothing of a secret shows, and all
 * processes of a run name it alike; another mixture of escapes is numbered as it comes.
 */
export class Placeholders {
  readonly #secrets: () => readonly string[];
  readonly #known = new Map<string, Known>();
  readonly #digits = new Map<string, string>();
  #taken = 0;
  #others = 0;

  constructor(secrets: () => readonly string[]) {
    this.#secrets = secrets;
  }

  /** In the place of a text that is, or holds, a secret. */
  of(text: string): string {
    const { secret, spelling } = this.#find(text);
    if (secret === 1 && spelling === 1) return REDACTED;
    return spelling === 1 ? `[REDACTED-${secret}]` : `[REDACTED-${secret}.${spelling}]`;
  }

  /** In the place of a text that was not looked through. */
  ofUnlooked(text: string): string {
    const sha256 = createHash('sha256').update(text).digest('hex');
    return `[not looked through: ${text.length} characters, SHA-256 ${sha256}]`;
  }

  /** Digits in the place of some that are, or hold, a secret; none of them is found as one. */
  digitsFor(text: string, find: FindSecrets): string {
    const before = this.#digits.get(text);
    if (before !== undefined) return before;
    const { secret, spelling } = this.#find(text);
    const own = secret === 0 ? `2${spelling}` : `1${secret * SPELLINGS + spelling}`;
    const candidates = [...'123456789'].map((digit) => digit.repeat(EQUAL_DIGITS) + own);
    const digits = candidates.find((one) => find(one).length === 0) ?? '';
    this.#digits.set(text, digits);
    return digits;
  }

  #find(text: string): Known {
    this.#takeNew();
    const before = this.#known.get(text);
    if (before !== undefined) return before;
    this.#others += 1;
    const other = { secret: 0, spelling: this.#others + 1 };
    this.#known.set(text, other);
    return other;
  }

  #takeNew(): void {
    const all = this.#secrets();
    for (const secret of all.slice(this.#taken)) {
      this.#taken += 1;
      for (const [index, text] of spellingsOf(secret).entries()) {
        const known = { secret: this.#taken, spelling: index + 1 };
        if (!this.#known.has(text)) this.#known.set(text, known);
      }
    }
  }
}

/** The text with what the target itself wrote like a placeholder made another text; two that differed still do. */
export function withoutLookalikes(text: string): string {
  return text.replace(ALIKE, '[REDACTED*');
}

/** The forms of a secret, each as it is written in URLs, in JSON within JSON, and in HTML. */
function spellingsOf(secret: string): readonly string[] {
  const spellings = formsOf(secret).flatMap((form) => {
    // What is no text of Unicode cannot be encoded.
    const encoded = encodeURIComponent(Buffer.from(form).toString());
    const json = JSON.stringify(form).slice(1, -1);
    const html = form.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    return [
      form,
      encoded,
      encoded.replace(/%../g, (code) => code.toLowerCase()),
      encodeURIComponent(encoded),
      json,
      json.replaceAll('/', '\\/'),
      html,
      html.replaceAll('"', '&quot;').replaceAll("'", '&#39;'),
    ];
  });
  return [...new Set(spellings)];
}
