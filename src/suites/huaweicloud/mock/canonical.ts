/** The path as it is signed, from the one that came: each segment encoded anew, and a slash at its end. */
export function canonicalPath(path: string): string {
  const encoded = path.split('/').map(encodedAnew).join('/');
  return encoded.endsWith('/') ? encoded : `${encoded}/`;
}

/** The query as it is signed, from the one that came: names and values encoded anew, sorted by name, then value. */
export function canonicalQuery(query: string): string {
  if (query === '') return '';
  return query
    .split('&')
    .map((pair) => {
      const [name = '', value = ''] = pair.split(/=(.*)/s);
      return { name: encodedAnew(name), value: encodedAnew(value) };
    })
    .sort((a, b) => order(a.name, b.name) || order(a.value, b.value))
    .map(({ name, value }) => `${name}=${value}`)
    .join('&');
}

/**
 * Percent-encodes every byte that RFC 3986 does not call unreserved, and no other, in upper case.
 * What came has one character a byte, encoded or not; a `+` is a plus sign.
 */
function encodedAnew(came: string): string {
  return came.replace(/%([0-9a-f]{2})|[^\w.~-]/gi, (found, hex: string | undefined) => {
    const byte = hex === undefined ? found.charCodeAt(0) : Number.parseInt(hex, 16);
    const character = String.fromCharCode(byte);
    return /[\w.~-]/.test(character) ? character : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  });
}

function order(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
