import { isHtml } from '../../engine/judge/body/media-type.ts';
import type { Exchange, RecordedResponse, Trouble } from '../../engine/model/exchange.ts';
import { denialInWords } from '../effects/resource.ts';
import type { WalkedSuite } from './walked-suite.ts';

/** What of a suite remedies name. */
export type Remedied = Pick<WalkedSuite, 'resource' | 'settings' | 'errors'>;

const WAY = 'and whether this machine needs a VPN or a proxy (`HTTPS_PROXY`)';
const AUTHORITY =
  'If this is the right endpoint, set `NODE_EXTRA_CA_CERTS` in the environment to a PEM file of the authority that signed its certificate (a proxy that looks into TLS signs with its own).';

const CLIENT_CERTIFICATE =
  'The endpoint, or what stands in front of it, wants a client certificate, and the suite has none to show: use a way to it that asks for none.';
const VERSION =
  'Have the endpoint, or what stands in front of it, speak TLS 1.2 or later, with a cipher that Node has.';

/** What to do where nothing reached the target, by the code of the trouble; `endpoint`: the setting of the address. */
function unsentRemedies(endpoint: string): Readonly<Record<string, string>> {
  return {
    ...UNSENT,
    ENOTFOUND: `Check the spelling of \`${endpoint}\`, ${WAY}.`,
    EPROTO: `Check the port of \`${endpoint}\`: what answers there is no HTTPS.`,
    ERR_SSL_WRONG_VERSION_NUMBER: `Check the port of \`${endpoint}\`: what answers there is no HTTPS.`,
    unrecognized_name: `Check the host of \`${endpoint}\`: what answers there has no certificate for that name.`,
    ERR_TLS_CERT_ALTNAME_INVALID: `Put a host that the certificate names into \`${endpoint}\`, or have it issued for this one.`,
  };
}

/** Those that no setting has a part in. */
const UNSENT: Readonly<Record<string, string>> = {
  EAI_AGAIN: `Check that this machine resolves names, ${WAY}.`,
  ERR_SSL_UNSUPPORTED_PROTOCOL: VERSION,
  certificate_required: CLIENT_CERTIFICATE,
  bad_certificate: CLIENT_CERTIFICATE,
  unknown_ca: CLIENT_CERTIFICATE,
  access_denied: CLIENT_CERTIFICATE,
  protocol_version: VERSION,
  insufficient_security: VERSION,
  handshake_failure:
    'See the TLS log of the endpoint, or of what stands in front of it: it wants a client certificate, which the suite has not, or shares no version or cipher with Node.',
  no_application_protocol: 'Have the endpoint, or what stands in front of it, speak `http/1.1`.',
  DEPTH_ZERO_SELF_SIGNED_CERT: AUTHORITY,
  SELF_SIGNED_CERT_IN_CHAIN: AUTHORITY,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: AUTHORITY,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: AUTHORITY,
  CERT_HAS_EXPIRED: "Have the endpoint's certificate renewed; if it is valid, set the clock of this machine.",
  CERT_NOT_YET_VALID: "Set the clock of this machine; if it is right, mend the endpoint's certificate.",
};

/** What to do about an answer, or the lack of one, that makes going on impossible. */
export function remedyFor(suite: Remedied, exchange: Exchange): string {
  const { response, trouble, purpose } = exchange;
  const { settings } = suite;
  if (purpose === 'sign-in') return ofSignIn(settings, exchange);
  if (trouble !== null) return afterTrouble(settings, trouble);
  return response === null ? reach(settings.endpoint) : afterAnswer(suite, exchange, response);
}

function ofSignIn({ requestTimeout, signIn }: Remedied['settings'], { response, trouble }: Exchange): string {
  const { endpoint, credentials } = signIn;
  if (trouble !== null) return afterTrouble({ endpoint, requestTimeout }, trouble);
  const status = response?.status ?? 0;
  return status === 401 || status === 403
    ? `Check ${credentials.map((name) => `\`${name}\``).join(', ')} and the project.`
    : `Check \`${endpoint}\`, and whether IAM is well.`;
}

function reach(endpoint: string): string {
  return `Check the host and port of \`${endpoint}\`, whether it is up, ${WAY}.`;
}

/** What to do where no whole answer came. */
export function afterTrouble(
  { endpoint, requestTimeout }: Pick<Remedied['settings'], 'endpoint' | 'requestTimeout'>,
  { kind, code, proxy, transient }: Trouble,
): string {
  if (proxy !== undefined) return afterProxy(code);
  if (kind === 'unsent')
    return unsentRemedies(endpoint)[code ?? ''] ?? (isAlert(code) ? ALERT : reach(endpoint));
  if (kind === 'not-http') return `Check the port of \`${endpoint}\`: what answers there is no HTTP.`;
  if (kind === 'malformed') {
    return 'Have the endpoint, or the proxy or gateway in front of it, send what RFC 9112 allows: other clients may take such an answer for another one, or refuse it.';
  }
  if (isAlert(code)) return ALERT;
  if (kind === 'cut' && code !== undefined) return 'See why the endpoint sends so much in its headers.';
  if (transient === true) return 'Run again; if it stays so, see what ends connections at the endpoint.';
  return `See why the endpoint takes so long, or raise \`${requestTimeout}\`.`;
}

const ALERT = 'See the TLS log of the endpoint, or of what stands in front of it.';

/** Node's codes are in capitals, the names of alerts are not. */
function isAlert(code: string | undefined): boolean {
  return code !== undefined && /^(?:[a-z_]+|\d+)$/.test(code);
}

function afterProxy(code: string | undefined): string {
  if (code === '407') {
    return 'Check the user and the password in `HTTPS_PROXY`, as in `http://user:password@host:port`.';
  }
  const around = "or put the endpoint's host into `NO_PROXY` if it can be reached without one.";
  return code !== undefined && /^\d+$/.test(code)
    ? `Have the proxy let the endpoint through, ${around}`
    : `Check the proxy in \`HTTPS_PROXY\`, ${around}`;
}

function afterAnswer(suite: Remedied, exchange: Exchange, response: RecordedResponse): string {
  const { status } = response;
  const { settings, errors } = suite;
  const { words } = suite.resource;
  if (status >= 300 && status < 400) {
    return `See where it leads: to a login page in front of the endpoint, or to its right address for \`${settings.endpoint}\`; redirects are never followed.`;
  }
  if (isHtml(response) && status < 500) {
    return `Something in front of the endpoint answers, such as a login page or a proxy: open the endpoint in a browser, and check \`${settings.endpoint}\`.`;
  }
  if (errors.isRefusedForClock(exchange)) {
    return 'Set the clock of this machine, or that of the target if it is the wrong one: signatures are refused where the two are more than 15 minutes apart.';
  }
  if (status === 401) {
    return errors.isExpired(exchange)
      ? 'Fetch a new token: this one has expired, as each does after 24 hours.'
      : 'Check the credentials: they are wrong, of another region or project, or have expired.';
  }
  if (status === 403)
    return `Check that these credentials may list, install, show and delete ${words.item}s of the ${words.collection}.`;
  if (status === 404 && errors.hasNoSuchApi(exchange)) {
    return `Check \`${settings.endpoint}\` and its path: the gateway there has no such API.`;
  }
  if (status === 404)
    return `Check the endpoint, the project, the ${words.collection} and the name of the ${words.item}.`;
  if (status === 429)
    return `Run again when the endpoint is less busy, or raise \`${settings.settleTimeout}\` for longer waits.`;
  if (status >= 500) return 'Run again once the endpoint is well.';
  if (status === 200) return afterUnusable(suite, exchange, response);
  return 'Check the settings against what the exchange shows.';
}

function afterUnusable(
  { resource, settings }: Remedied,
  { operation }: Exchange,
  { body }: RecordedResponse,
): string {
  if (body.codingError !== undefined) {
    return 'Have the endpoint, or what stands in front of it, send bodies without a content coding, or in `gzip`, `deflate` or `br`, and name the one that they have.';
  }
  return operation === resource.operations.show
    ? `See why Show is answered 200 without a ${resource.words.item}: it should describe one, or answer ${denialInWords(resource)} where there is none.`
    : `Check \`${settings.endpoint}\` and its path: what answers there is another API.`;
}
