import { isLoopback } from '../../engine/loopback.ts';
import { folded } from './folded.ts';

/** A longer value is told by its length: it may be a secret in the wrong place. */
const MOST_SHOWN = 60;

/** What would be seen as something else than it is, or not at all. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/** A value as a sentence shows it, in one line. */
export function shownValue(value: string): string {
  if (value.length > MOST_SHOWN) return `a value of ${value.length} characters`;
  return `\`${value.replaceAll(UNSEEN, escaped)}\``;
}

function escaped(character: string): string {
  const short = JSON.stringify(character).slice(1, -1);
  return short === character ? `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}` : short;
}

/** What a path segment cannot hold: it would address something other than the resource. */
const FORBIDDEN_IN_A_NAME = /[/\\?#;%]/;

/** What is wrong with a name that goes into a path; null where nothing is. */
export function nameProblem(name: string): string | null {
  const found = nameFault(name);
  return found === null ? null : `is ${shownValue(name)}, which ${found}; right would be the name alone`;
}

function nameFault(name: string): string | null {
  const fault = addressFault(name);
  if (fault !== null) return fault;
  if (hasControlCharacter(name)) return 'has a control character';
  if (name.trim() !== name) return 'begins or ends with white space';
  const bare = folded(name);
  if (bare === '') return 'holds nothing but invisible characters';
  const later = addressFault(bare);
  return later === null ? null : `a gateway may fold into \`${bare}\`, which ${later}`;
}

function addressFault(name: string): string | null {
  if (name === '.' || name === '..') return 'a path resolves to another resource';
  const [forbidden] = FORBIDDEN_IN_A_NAME.exec(name) ?? [];
  return forbidden === undefined ? null : `has \`${forbidden}\` and would address another resource`;
}

/** What is wrong with a secret that goes into a header, without quoting it; null where nothing is. */
export function secretProblem(secret: string): string | null {
  const at = secret.search(/[^\x21-\x7e]/);
  if (at === -1) return null;
  const found = /\s/.test(secret.charAt(at)) ? 'white space' : 'what no header can carry';
  return `has ${found} as character ${at + 1} of ${secret.length}; right would be the value alone`;
}

/** What is wrong with the URL of a host that credentials are sent to; null where nothing is. `example`: of a right one. */
export function endpointProblem(text: string, example: string): string | null {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) {
    return `is ${shownValue(text)}, which is no http or https URL; right would be e.g. \`${example}\``;
  }
  const url = new URL(text);
  const surplus = surplusOf(text, url);
  if (surplus !== null) return `has ${surplus}; right would be the URL without`;
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    return `is plain \`http\` to \`${url.host}\`, which is not this machine; right would be \`https\``;
  }
  return null;
}

/** What may be secret is named and not shown. */
function surplusOf(text: string, url: URL): string | null {
  if (url.username !== '' || url.password !== '') return 'a user name or a password';
  if (text.includes('?')) return 'a query';
  if (text.includes('#')) return 'a fragment';
  if (/\s/.test(text) || hasControlCharacter(text)) return 'white space or a control character';
  // URL parsers take it for a slash: the host would not be the one that is read.
  return text.includes('\\') ? 'a backslash' : null;
}

/** The host as the URL's text spells it, with the port where it has one, in lower case. */
export function writtenHost(endpoint: string): string {
  return (/^https?:\/\/([^/]*)/i.exec(endpoint)?.[1] ?? '').toLowerCase();
}

/** Milliseconds from 1 to a day; null where the text is no such number. */
export function milliseconds(text: string): number | null {
  const value = /^[0-9]{1,8}$/.test(text) ? Number(text) : 0;
  return value >= 1 && value <= 86_400_000 ? value : null;
}

function hasControlCharacter(text: string): boolean {
  // Half of a surrogate pair is no character, and no URL can carry it.
  return /[\p{Cc}\p{Cs}]/u.test(text);
}
