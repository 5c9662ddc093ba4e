/** What Node's names for failures mean, in words that follow a colon. */
const CAUSES: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'the connection was refused',
  ENOTFOUND: 'the host name is unknown',
  EAI_AGAIN: 'the host name could not be resolved',
  ECONNRESET: 'the connection was reset',
  EPIPE: 'the connection was closed while the request was sent',
  ETIMEDOUT: 'the connection could not be made in time',
  EHOSTUNREACH: 'the host cannot be reached',
  ENETUNREACH: 'the network cannot be reached',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'the TLS certificate is self-signed',
  SELF_SIGNED_CERT_IN_CHAIN: 'the TLS certificate chain holds a self-signed one',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'the TLS certificate is of an unknown authority',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'the TLS certificate is of an unknown authority',
  CERT_HAS_EXPIRED: 'the TLS certificate has expired',
  CERT_NOT_YET_VALID: 'the TLS certificate is not valid yet',
  ERR_TLS_CERT_ALTNAME_INVALID: 'the TLS certificate is for another host',
};

/** The alerts of TLS by their numbers (IANA, TLS Alerts). */
const ALERTS: Readonly<Record<string, string>> = {
  10: 'unexpected_message',
  20: 'bad_record_mac',
  40: 'handshake_failure',
  42: 'bad_certificate',
  43: 'unsupported_certificate',
  44: 'certificate_revoked',
  45: 'certificate_expired',
  46: 'certificate_unknown',
  47: 'illegal_parameter',
  48: 'unknown_ca',
  49: 'access_denied',
  50: 'decode_error',
  51: 'decrypt_error',
  70: 'protocol_version',
  71: 'insufficient_security',
  80: 'internal_error',
  86: 'inappropriate_fallback',
  109: 'missing_extension',
  110: 'unsupported_extension',
  112: 'unrecognized_name',
  115: 'unknown_psk_identity',
  116: 'certificate_required',
  120: 'no_application_protocol',
};

/** Alerts that may come at any time, so also once a request was read. */
const AT_ANY_TIME: readonly string[] = [
  'unexpected_message',
  'bad_record_mac',
  'decode_error',
  'internal_error',
];

type Failure = (Error & { code?: string }) | null;

/** The TLS alert with which the other side ended the connection, by its name or else its number; null for none. */
export function alertOf(error: Failure): string | null {
  const number = /SSL alert number (\d{1,3})/.exec(error?.message ?? '')?.[1];
  return number === undefined ? null : (ALERTS[number] ?? number);
}

/** Whether the handshake was refused, which TLS 1.3 may tell only after it: no request was read then. */
export function isOfHandshake(error: Failure): boolean {
  const alert = alertOf(error);
  return alert !== null && !AT_ANY_TIME.includes(alert);
}

/** What went wrong, in words that follow a colon, from Node's error; null: the connection just closed. */
export function causeOf(error: Failure): string {
  if (error === null) return 'the connection was closed';
  const { code, message } = error;
  if (code === undefined) return message;
  const alert = alertOf(error);
  if (alert !== null) return `the TLS alert \`${alert}\` came`;
  if (code === 'EPROTO' || code.startsWith('ERR_SSL_')) return `${ofTls(message)} (\`${code}\`)`;
  return `${CAUSES[code] ?? (message || 'the connection failed')} (\`${code}\`)`;
}

/** OpenSSL's reason alone: its message has an address in memory and a line of its source as well. */
function ofTls(message: string): string {
  const parts = message.split(':');
  const at = parts.indexOf('SSL routines');
  const reason = at === -1 ? undefined : parts[at + 2];
  if (reason === undefined) return 'the TLS handshake failed';
  return NO_TLS.includes(reason)
    ? 'what answers there does not speak TLS'
    : `the TLS handshake failed with \`${reason}\``;
}

/** What OpenSSL says of bytes that are no TLS. */
const NO_TLS: readonly string[] = ['wrong version number', 'packet length too long', 'http request'];
