/**
 * What is the matter with a zip: it is none (`no-zip`), its end is missing (`cut-off`), it could do harm or mean different
 * things to two programs (`unsafe`), or what an entry holds is not what it declares (`damaged`).
 */
export type ZipProblem = 'no-zip' | 'cut-off' | 'unsafe' | 'damaged';

/** Says in one sentence what is the matter with a zip, and with which of its entries. */
export class ZipError extends Error {
  override readonly name = 'ZipError';
  readonly kind: ZipProblem;

  constructor(kind: ZipProblem, message: string) {
    super(message);
    this.kind = kind;
  }
}

/** As many characters of a name are shown. */
const MOST_SHOWN = 120;

/** A name as it is quoted in a sentence: what is not seen, or would end the quotation, is written as a code. */
export function shownName(name: string): string {
  const seen = name.replace(
    /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}`]/gu,
    (one) => `\\u{${(one.codePointAt(0) ?? 0).toString(16)}}`,
  );
  return seen.length > MOST_SHOWN ? `${seen.slice(0, MOST_SHOWN)}…` : seen;
}
