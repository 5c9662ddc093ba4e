import type { HeaderLine } from '../model/exchange.ts';

/** A proxy's host and port, as messages name it: its user and password never leave the settings. */
export function proxyHost(proxy: string): string {
  const { host, hostname, port, protocol } = new URL(proxy);
  return port === '' ? `${hostname}:${protocol === 'https:' ? 443 : 80}` : host;
}

/** The user and password of a proxy's URL as the header that shows them to it; [] where it has none. */
export function proxyCredentials(proxy: string): readonly HeaderLine[] {
  const { user, password } = userOf(proxy);
  return user === '' && password === '' ? [] : [['Proxy-Authorization', `Basic ${basicOf(user, password)}`]];
}

/** What of a proxy's URL must never be shown; [] where there is no proxy. */
export function proxySecrets(proxy: string | null): readonly string[] {
  if (proxy === null) return [];
  const { user, password, written } = userOf(proxy);
  if (user === '' && password === '') return [];
  // A user without a password is a token of some kind.
  const secret = password === '' ? [user] : [password, written];
  return [...secret, basicOf(user, password)];
}

function userOf(proxy: string): { user: string; password: string; written: string } {
  const { username, password } = new URL(proxy);
  return {
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    written: password,
  };
}

function basicOf(user: string, password: string): string {
  return Buffer.from(`${user}:${password}`).toString('base64');
}
