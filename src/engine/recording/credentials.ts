import { parseJson } from '../json.ts';
import type { FileObject, FileValue } from './file-value.ts';
import { itemsIn, memberIn, textIn } from './har-log.ts';

/** Headers whose values are credentials, whatever tool wrote them. */
const HEADER = /^(?:(?:proxy-)?authorization|(?:set-)?cookie2?)$/i;
const IN_HEADER = /token|secret|passw|credential|session|signature|api-?key|access-?key|csrf|xsrf/i;

/** Members of bodies, and parameters of URLs and forms, of that kind. */
const MEMBER =
  /passw|passcode|passphrase|secret|token|credential|signature|session|api[-_]?key|access[-_]?key|private[-_]?key|^(?:auth|authorization|sig|code|sk|pwd|jwt)$/i;

/** A token that says itself that it is one. */
const JWT = /\beyJ[\w-]{8,512}\.[\w-]{8,8192}\.[\w-]{0,4096}/g;

/** A password may be as short. */
const SHORTEST_PASSWORD = 4;
/** Other values of fewer characters stand in ordinary words. */
const SHORTEST = 8;

/** As deep as bodies are looked through for members. */
const DEEPEST = 32;

/** Whether a header holds a credential, by its name. */
export function isOfCredentials(header: string): boolean {
  return HEADER.test(header) || IN_HEADER.test(header);
}

/** Whether a parameter of a URL holds one, by its name. */
export function isSecretParameter(name: string): boolean {
  return MEMBER.test(name);
}

/** Whether a recorded request has credentials that can be seen. */
export function hasCredentials(entry: FileObject): boolean {
  const { request } = entry;
  return (
    itemsIn(request, 'headers').some((pair) => isOfCredentials(textIn(pair, 'name') ?? '')) ||
    itemsIn(request, 'cookies').length > 0 ||
    parametersOf(textIn(request, 'url') ?? '').some(([name]) => isSecretParameter(name))
  );
}

/** The values in an entry that must be shown nowhere, each once: by the names of headers, cookies, parameters and members. */
export function credentialsIn(entry: FileObject): readonly string[] {
  const found = new Set<string>();
  const add = (value: string, least = SHORTEST) => {
    if (value.length >= least) found.add(value);
  };
  const url = textIn(entry['request'], 'url') ?? '';
  ofUrl(url, add);
  for (const message of [entry['request'], entry['response']]) {
    for (const pair of itemsIn(message, 'headers')) {
      const [name, value] = [textIn(pair, 'name') ?? '', textIn(pair, 'value') ?? ''];
      if (isOfCredentials(name)) ofHeader(name, value, add);
      for (const [token] of value.matchAll(JWT)) add(token);
      if (/^(?:location|referer)$/i.test(name)) ofUrl(value, add);
    }
    for (const cookie of itemsIn(message, 'cookies')) add(textIn(cookie, 'value') ?? '');
  }
  for (const pair of itemsIn(entry['request'], 'queryString')) ofPair(pair, add);
  const posted = memberIn(entry['request'], 'postData');
  for (const pair of itemsIn(posted, 'params')) ofPair(pair, add);
  ofBody(textIn(posted, 'text'), textIn(posted, 'mimeType') ?? '', add);
  const content = memberIn(entry['response'], 'content');
  ofBody(plainText(content), textIn(content, 'mimeType') ?? '', add);
  return [...found];
}

type Add = (value: string, least?: number) => void;

function plainText(content: FileValue | undefined): string | null {
  const text = textIn(content, 'text');
  return text !== null && textIn(content, 'encoding') === 'base64'
    ? Buffer.from(text, 'base64').toString('utf8')
    : text;
}

function ofHeader(name: string, value: string, add: Add): void {
  if (/cookie/i.test(name)) {
    // One line may hold many, and of one that is set what follows are no secrets.
    for (const line of value.split('\n'))
      for (const part of /^set-/i.test(name) ? [line.split(';', 1)[0] ?? ''] : line.split(';'))
        add(part.slice(part.indexOf('=') + 1).trim());
    return;
  }
  for (const line of value.split('\n')) {
    const [, scheme = ''] = /^([\w-]{1,64})[ \t]/.exec(line) ?? [];
    const rest = scheme === '' ? '' : line.slice(scheme.length).trim();
    const parts = [...rest.matchAll(/(?:signature|response|credential|token)="?([^",\s]{1,8192})/gi)];
    if (parts.length > 0) {
      for (const [, part = ''] of parts) add(part);
      continue;
    }
    add(rest === '' ? line.trim() : rest.trim());
    if (/^basic$/i.test(scheme)) {
      const plain = Buffer.from(rest, 'base64').toString('utf8');
      add(plain.slice(plain.indexOf(':') + 1), SHORTEST_PASSWORD);
    }
  }
}

function ofUrl(text: string, add: Add): void {
  for (const [name, value] of parametersOf(text)) if (isSecretParameter(name)) add(value);
  if (URL.canParse(text)) {
    const { password } = new URL(text);
    add(password, SHORTEST_PASSWORD);
    add(decoded(password), SHORTEST_PASSWORD);
  }
  for (const [token] of text.matchAll(JWT)) add(token);
}

/** The parameters behind the question mark, and behind the number sign: some sign-ins answer there. */
function parametersOf(url: string): readonly (readonly [name: string, value: string])[] {
  const at = url.search(/[?#]/);
  if (at === -1) return [];
  return url
    .slice(at + 1)
    .split('#')
    .flatMap((part) => [...new URLSearchParams(part)]);
}

function ofPair(pair: FileValue, add: Add): void {
  const [name, value] = [textIn(pair, 'name') ?? '', textIn(pair, 'value') ?? ''];
  if (!isSecretParameter(name)) return;
  add(value, leastOf(name));
  // As some tools leave it.
  add(decoded(value), leastOf(name));
}

function ofBody(text: string | null, mimeType: string, add: Add): void {
  if (text === null || text === '') return;
  for (const [token] of text.matchAll(JWT)) add(token);
  if (!MEMBER_NEAR.test(text)) return;
  const value = /^\s*[[{]/.test(text) ? parseJson(text) : undefined;
  if (value !== undefined) ofMembers(value, add, 0);
  else if (/urlencoded/i.test(mimeType) || /^[\w.%+-]{1,256}=/.test(text))
    for (const [name, one] of new URLSearchParams(text)) if (isSecretParameter(name)) add(one, leastOf(name));
}

/** Most bodies have no such member, and are not parsed. */
const MEMBER_NEAR = /pass|secret|token|credential|signature|session|key|auth|sig|code|sk|pwd|jwt/i;

function ofMembers(value: unknown, add: Add, depth: number): void {
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return;
  for (const [name, one] of Object.entries(value)) {
    if (typeof one === 'string') {
      // The codes of errors are none.
      if (!Array.isArray(value) && isSecretParameter(name) && !/code$/i.test(name)) add(one, leastOf(name));
    } else ofMembers(one, add, depth + 1);
  }
}

function leastOf(name: string): number {
  return /passw|pwd|passcode|passphrase/i.test(name) ? SHORTEST_PASSWORD : SHORTEST;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
