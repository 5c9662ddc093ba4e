import type { DocumentedResponse, Operation } from '../model/contract.ts';

/** Whether this is what OpenAPI 3.1 calls an answer: a status, a range of a hundred such as `5XX`, or `default`. */
export function isAnswerKey(key: string): boolean {
  return /^(?:[1-5](?:[0-9]{2}|XX)|default)$/.test(key);
}

/** The documented answer that a status is: its own, else that of its range, else the one of all others; undefined where it is undocumented. */
export function documentedAnswer(
  { responses }: Pick<Operation, 'responses'>,
  status: number,
): DocumentedResponse | undefined {
  const keys = [String(status), `${Math.floor(status / 100)}XX`, 'default'];
  return keys.map((key) => responses.get(key)).find((one) => one !== undefined);
}

/** A documented answer in words that follow an article, e.g. `200`. */
export function answerInWords(key: string): string {
  return key === 'default' ? 'answer of any other status' : key;
}

/** The same as that which a request is answered, in words that follow "answered". */
export function answeredInWords(key: string): string {
  if (key === 'default') return 'with any other status';
  return key.endsWith('XX') ? `with a ${key}` : key;
}

/**
 * Why HTTP has no body for an answer, as a clause of RFC 9110; null where it may have one. Of a range, or of all others,
 * some may.
 */
export function clauseOfNoBody(key: string): string | null {
  if (key.startsWith('1')) return 'RFC 9110, section 15.2';
  const sections: Readonly<Record<string, string>> = { 204: '15.3.5', 205: '15.3.6', 304: '15.4.5' };
  const section = sections[key];
  return section === undefined ? null : `RFC 9110, section ${section}`;
}
