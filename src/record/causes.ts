/** What Node's names for failures mean, in words that follow a colon. */
const CAUSES: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'the connection was refused',
  ENOTFOUND: 'the host name is unknown',
  EAI_AGAIN: 'the host name could not be resolved',
  ECONNRESET: 'the connection was reset',
  EPIPE: 'the connection was closed while the request was sent',
  EPROTO: 'what answers there does not speak TLS',
  ETIMEDOUT: 'the connection could not be made in time',
  EHOSTUNREACH: 'the host cannot be reached',
  ENETUNREACH: 'the network cannot be reached',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'the TLS certificate is self-signed',
  SELF_SIGNED_CERT_IN_CHAIN: 'the TLS certificate chain holds a self-signed one',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'the TLS certificate is of an unknown authority',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'the TLS certificate is of an unknown authority',
  CERT_HAS_EXPIRED: 'the TLS certificate has expired',
  CERT_NOT_YET_VALID: 'the TLS certificate is not valid yet',
  HPE_INVALID_CONSTANT: 'it does not begin as one',
  ERR_TLS_CERT_ALTNAME_INVALID: 'the TLS certificate is for another host',
};

/** What went wrong, in words that follow a colon, from Node's error; null: the connection just closed. */
export function causeOf(error: (Error & { code?: string }) | null): string {
  if (error === null) return 'the connection was closed';
  const { code, message } = error;
  if (code === undefined) return message;
  // OpenSSL's own message has an address in memory and a line of its source.
  const words = code.startsWith('ERR_SSL_') ? 'the TLS handshake failed' : message || 'the connection failed';
  return `${CAUSES[code] ?? words} (\`${code}\`)`;
}
