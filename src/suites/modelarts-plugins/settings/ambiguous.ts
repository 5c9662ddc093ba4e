import { isInOwnTexts } from '../../../engine/secrets/own-texts.ts';
import { documentedWords } from './documented-words.generated.ts';

/**
 * Words of the answers that are judged, and of the requests: a secret that is part of one cannot be told from it. Those
 * that the description holds come from it; these are of JSON, of HTTP, of the credentials, and of other services.
 */
const WORDS = [
  ...documentedWords,
  ...['true', 'false', 'null'],
  ...['http', 'https', 'GET', 'PUT', 'POST', 'PATCH', 'DELETE', 'close', 'SDK-HMAC-SHA256', 'REDACTED'],
  ...['ModelArts.50004000', 'APIGW.0301', 'application/json;charset=UTF-8', 'projects'],
];

/** Digits and what stands between those of a date: any answer may hold them. */
const PART_OF_A_DATE = /^[\dTZ:.+-]{1,7}$/;

/**
 * What is wrong with a secret that is a part of what every run must read, such as `v2` or the pool's own name, or of
 * what it writes, such as `evidence`: it would be hidden there, or taken for a leak. Null where nothing is; the secret is
 * not quoted.
 */
export function ambiguity(secret: string | null, names: readonly string[]): string | null {
  if (secret === null || secret === '') return null;
  if ([...WORDS, ...names].some((word) => word.includes(secret)) || PART_OF_A_DATE.test(secret)) {
    return 'is part of a name or a word that requests and answers hold, where it could not be told from it';
  }
  if (isInOwnTexts(secret)) {
    return 'is part of a name or a word that reports hold, where it could not be told from it';
  }
  return null;
}
