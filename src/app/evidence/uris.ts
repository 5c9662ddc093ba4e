// Stands in for the resolver of URIs that Ajv brings, in the file that checks a pack: there a schema refers to one of the same
// description, or Ajv's own to each other.

/** A URI, of which only the fragment is told by itself. */
export interface Uri {
  readonly uri: string;
  readonly fragment?: string;
}

/** Takes a URI apart. */
export function parse(uri: string): Uri {
  const at = uri.indexOf('#');
  return at < 0 ? { uri } : { uri, fragment: uri.slice(at + 1) };
}

/** Puts it together. */
export function serialize({ uri }: Uri): string {
  return uri;
}

/** A reference as it is meant where it stands. */
export function resolve(base: string, reference: string): string {
  if (URL.canParse(base)) return new URL(reference, base).href;
  return reference.startsWith('#') ? `${base.split('#')[0]}${reference}` : reference;
}
