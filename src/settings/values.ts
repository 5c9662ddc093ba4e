/** What a path segment cannot hold: it would address something other than the plug-in. */
const FORBIDDEN_IN_A_NAME = /[/\\?#;%]/;

/** What is wrong with a name that goes into a path; null where nothing is. */
export function nameProblem(name: string): string | null {
  if (name === '.' || name === '..') return `is \`${name}\`, which a path resolves to another resource`;
  const forbidden = FORBIDDEN_IN_A_NAME.exec(name);
  if (forbidden !== null) return `holds \`${forbidden[0]}\`, which would address another resource`;
  if (hasControlCharacter(name)) return 'holds a control character';
  if (name.trim() !== name) return 'begins or ends with white space';
  return null;
}

/** What is wrong with a secret that goes into a header, without quoting it; null where nothing is. */
export function secretProblem(secret: string): string | null {
  return /^[\x21-\x7e]+$/.test(secret) ? null : 'holds white space or a character that no header can carry';
}

/** What is wrong with the URL of a host that credentials are sent to; null where nothing is. */
export function endpointProblem(text: string): string | null {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) {
    return 'is no http or https URL; right would be e.g. `https://modelarts.eu-de.example.com`';
  }
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') return 'holds a user name or a password; leave them out';
  if (url.search !== '' || text.includes('?')) return 'holds a query; leave it out';
  if (url.hash !== '' || text.includes('#')) return 'holds a fragment; leave it out';
  if (text.trim() !== text || hasControlCharacter(text)) return 'holds white space or a control character';
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    return 'is plain `http` to a host that is not this machine; right would be `https`';
  }
  return null;
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

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}

function hasControlCharacter(text: string): boolean {
  return /\p{Cc}/u.test(text);
}
