import { type FindSecrets, secretFinder } from '../record/find-secrets.ts';
import { LONGEST_ESCAPE } from '../record/redact.ts';
import { archives } from './archives.ts';
import { base64Runs } from './base64-runs.ts';
import { asText, type Sink } from './sink.ts';

/** What is looked for. */
export interface Sought {
  readonly find: FindSecrets;
  /** So many characters are looked at again with those that follow: no form of a secret is longer. */
  readonly overlap: number;
}

/** What is looked for in one file, and whether it was found. */
export interface Search extends Sought {
  found: boolean;
}

/** So many characters are looked through at once. */
const WINDOW = 1024 * 1024;

/** As in a report of Playwright's: base64, a zip in it, a text in that with base64, and what that holds. */
const DEPTH = 4;

/** The secrets as they are looked for in many files. */
export function soughtOf(secrets: readonly string[]): Sought {
  const longest = Math.max(0, ...secrets.map((secret) => Buffer.byteLength(secret)));
  return { find: secretFinder(() => secrets), overlap: longest * LONGEST_ESCAPE };
}

/** Looks through bytes in clear and in every form that the redactor knows, and into what they hold, so deep. */
export function searchBytes(search: Search, depth = DEPTH): Sink {
  const inside = () => searchBytes(search, depth - 1);
  const sinks = [windows(search), ...(depth === 0 ? [] : [base64Runs(inside), archives(search, inside)])];
  return {
    push: (bytes) => {
      for (const sink of sinks) if (!search.found) sink.push(bytes);
    },
    end: () => {
      for (const sink of sinks) if (!search.found) sink.end();
    },
  };
}

function windows(search: Search): Sink {
  let text = '';
  const look = () => {
    search.found ||= search.find(text).length > 0;
    text = search.overlap === 0 ? '' : text.slice(-search.overlap);
  };
  return {
    push: (bytes) => {
      text += asText(bytes);
      if (text.length >= search.overlap + WINDOW) look();
    },
    end: look,
  };
}
