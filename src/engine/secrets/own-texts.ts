import { readFileSync } from 'node:fs';
import { PACKAGE_ROOT } from '../package-root.ts';
import { unescaped } from './escapes.ts';
import { playwrightTexts } from './playwright-texts.ts';
import { SHORTEST_IN_WORDS } from './redact.ts';

/** What the build gathered: all that the suite itself may write. */
const OWN = new URL('dist/settings/own-texts.txt', PACKAGE_ROOT);

/** Shorter secrets are not looked for in files, and Playwright's are nothing else. */
const SHORTEST_IN_FILES = 8;

/** Of a longer secret its beginning alone is one too. */
const BEGINNING = 16;

/**
 * Whether a secret, or what is found in its stead, is a part of the suite's own texts or of Playwright's page, in
 * whatever letter case: nobody could tell it from them. Reads what the build left, once for each secret, and Playwright's own files; those that are
 * replaced in no sentence of ours are passed over.
 */
export function isInOwnTexts(secret: string): boolean {
  const before = known.get(secret);
  if (before !== undefined) return before;
  const now = secret.length >= SHORTEST_IN_WORDS && isPartOfOne(secret);
  known.set(secret, now);
  return now;
}

/** Each secret is asked for more than once, and the files have a million bytes. */
const known = new Map<string, boolean>();

function isPartOfOne(secret: string): boolean {
  return written(secret).some((text) => {
    const wanted = text.slice(0, BEGINNING).toLowerCase();
    if (readFileSync(OWN, 'latin1').includes(bytesOf(wanted))) return true;
    return secret.length >= SHORTEST_IN_FILES && playwrightTexts().some((page) => page.includes(wanted));
  });
}

/** As it is, and with its escapes undone, as it is looked for. */
function written(text: string): readonly string[] {
  const plain = unescaped(text)?.plain ?? '';
  return plain === '' ? [text] : [text, ...written(plain)];
}

/** The file is read byte by byte, in a tenth of the time that a text takes. */
function bytesOf(text: string): string {
  return Buffer.from(text).toString('latin1');
}
