/** Whether the host name of a URL, as a parser gives it, is an address of this machine whatever resolves names. */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}

/** What else leads to this machine: an address that stands for all of its own, and one of IPv4 written as IPv6. */
const OWN = /^(?:0\.0\.0\.0|\[::\]|\[::ffff:7f[0-9a-f]{2}:[0-9a-f]{1,4}\])$/;

/**
 * The host of an endpoint, with its port, where it is this machine; null where it is another, or no URL. A name below
 * `localhost` is this machine (RFC 6761, section 6.3), though a resolver may say otherwise: enough to tell of it, and not
 * enough to send credentials there in clear.
 */
export function hostOnThisMachine(endpoint: string): string | null {
  if (!URL.canParse(endpoint)) return null;
  const { hostname, host } = new URL(endpoint);
  const name = hostname.replace(/\.$/, '');
  return isLoopback(name) || name.endsWith('.localhost') || OWN.test(name) ? host : null;
}
