import {
  alerting,
  answering,
  endless,
  head,
  raw,
  redirecting,
  refusing,
  secure,
  type Troublemaker,
  unknown,
} from './troublemakers.ts';

/** A kind of trouble, and what the run says about it. */
export interface TroubleCase {
  readonly start: () => Promise<Troublemaker>;
  readonly cause: RegExp;
  readonly remedy: RegExp;
  /** How many requests reach it; where nothing else is said, the first List alone. */
  readonly requests?: number;
  /** One request, in milliseconds. */
  readonly timeoutMs?: number;
}

const HTML = 'Content-Type: text/html; charset=utf-8';
const LOGIN = '<!doctype html><html><head><title>Sign in to Hotel WiFi</title></head></html>';
const BAD_GATEWAY = '<html><head><title>503 Service Unavailable</title></head></html>';

/** What a run has to end in front of, in exit 3. */
export const troubles: Readonly<Record<string, TroubleCase>> = {
  'a port where nothing listens': {
    start: refusing,
    cause: /the connection was refused \(`ECONNREFUSED`\)/,
    remedy: /host and port of `MODELARTS_ENDPOINT`/,
    requests: 0,
  },
  'a host that nobody knows': {
    start: unknown,
    cause: /the host name (is unknown|could not be resolved)/,
    remedy: /VPN or a proxy \(`HTTPS_PROXY`\)/,
    requests: 0,
  },
  'a self-signed certificate': {
    start: () => secure(() => ({})),
    cause: /the TLS certificate is self-signed/,
    remedy: /`NODE_EXTRA_CA_CERTS`/,
    requests: 0,
  },
  'a certificate of an unknown authority': {
    start: () => secure((by) => ({ by }), 'untold'),
    cause: /the TLS certificate is of an unknown authority/,
    remedy: /`NODE_EXTRA_CA_CERTS`/,
    requests: 0,
  },
  'a certificate that has expired': {
    start: () => secure((by) => ({ by, expired: true })),
    cause: /the TLS certificate has expired/,
    remedy: /certificate renewed.*clock/,
    requests: 0,
  },
  'a certificate for another host': {
    start: () => secure((by) => ({ by, host: 'other.example.com' })),
    cause: /the TLS certificate is for another host/,
    remedy: /a host that the certificate names/,
    requests: 0,
  },
  'a socket that accepts and never answers': {
    start: () => raw(() => undefined),
    cause: /no answer came: the time limit of 1500 ms ran out/,
    timeoutMs: 1500,
    remedy: /`MODELARTS_REQUEST_TIMEOUT_MS`/,
  },
  'a reset half-way through the headers': {
    start: () =>
      raw((socket) => socket.write('HTTP/1.1 200 OK\r\nContent-Ty', () => socket.resetAndDestroy())),
    cause: /The answer broke off in its headers: the connection was reset/,
    remedy: /ends connections/,
    requests: 3,
  },
  'a reset half-way through the body': {
    start: () =>
      raw((socket) =>
        socket.write(`${head(200, 'Content-Length: 100')}{"kind":`, () => socket.resetAndDestroy()),
      ),
    cause: /The answer broke off after its status 200: the connection was (reset|closed)/,
    remedy: /ends connections/,
    requests: 3,
  },
  'something that speaks no HTTP': {
    start: () => raw((socket) => socket.end('220 mail.example.com ESMTP\r\n')),
    cause: /no HTTP answer.* It began with "220 mail\.example\.com/,
    remedy: /port of `MODELARTS_ENDPOINT`/,
  },
  'HTTP that breaks RFC 9112': {
    start: () => raw((socket) => socket.end('HTTP/1.1 200 OK\r\nX-Trace : 1\r\nContent-Length: 2\r\n\r\n{}')),
    cause:
      /HTTP answer came, with the status 200, that breaks RFC 9112: a header has a space before its colon/,
    remedy: /proxy or gateway in front of it, send what RFC 9112 allows/,
  },
  'a chunk with a space behind its size': {
    start: () =>
      raw((socket) => socket.end(`${head(200, 'Transfer-Encoding: chunked')}2 \r\n{}\r\n0\r\n\r\n`)),
    cause: /breaks RFC 9112: a chunk has a space behind its size/,
    remedy: /send what RFC 9112 allows/,
  },
  'a TLS alert': {
    start: () => alerting(70),
    cause: /the TLS alert `protocol_version` came/,
    remedy: /TLS 1\.2 or later/,
    timeoutMs: 5000,
  },
  'a content coding that cannot be undone': {
    start: () => answering(200, 'nonsense', 'Content-Encoding: br', 'Content-Type: application/json'),
    cause: /The answer was 200, with a body that cannot be read \(the content coding `br` cannot be undone/,
    remedy: /without a content coding/,
  },
  'a gateway that has no such API': {
    start: () => answering(404, '{"error_code":"APIGW.0101","error_msg":"The API does not exist."}'),
    cause: /404 \(`APIGW\.0101`/,
    remedy: /the gateway there has no such API/,
  },
  'a redirect to a login page': {
    start: redirecting,
    cause: /The answer was 302, a redirect to "http:\/\/127\.0\.0\.1:\d+\/login"/,
    remedy: /login page.*redirects are never followed/,
  },
  'a captive portal': {
    start: () => answering(200, LOGIN, HTML),
    cause: /The answer was 200, an HTML page titled "Sign in to Hotel WiFi"/,
    remedy: /in front of the endpoint answers, such as a login page or a proxy/,
  },
  'HTML 503 from a gateway': {
    start: () => answering(503, BAD_GATEWAY, HTML),
    cause: /The answer was 503, an HTML page titled "503 Service Unavailable"/,
    remedy: /once the endpoint is well/,
    requests: 3,
  },
  'another API': {
    start: () => answering(200, '{"status":"UP"}', 'Content-Type: application/json'),
    cause: /The answer was 200, with a body that is an object of "status" and lists no plug-ins\./,
    remedy: /`MODELARTS_ENDPOINT` and its path/,
  },
  'a 429 that asks to wait longer than there is time': {
    start: () => answering(429, '{"error_code":"APIGW.0308"}', 'Retry-After: 3600'),
    cause: /429 \(`APIGW\.0308`\), with `Retry-After: 3600`/,
    remedy: /less busy/,
  },
  'a body that never ends, slowly': {
    start: () => endless('slow'),
    timeoutMs: 1500,
    cause: /did not end within the time limit of 1500 ms; it was cut after its status 200/,
    remedy: /`MODELARTS_REQUEST_TIMEOUT_MS`/,
  },
  'a body that never ends, at full speed': {
    start: () => endless('full'),
    cause: /The answer was 200, without an end within 64 MiB/,
    remedy: /another API/,
    timeoutMs: 30_000,
  },
  'a 401 to everything': {
    start: () => answering(401, '{"error_code":"APIGW.0301"}'),
    cause: /401 \(`APIGW\.0301`\)/,
    remedy: /Check the credentials/,
  },
  'a token that has expired': {
    start: () => answering(401, '{"error_code": "APIGW.0307", "error_msg": "The token must be updated."}'),
    cause: /401 \(`APIGW\.0307`, "The token must be updated\."\)/,
    remedy: /Fetch a new token: this one has expired/,
  },
  'a 403 to everything': {
    start: () => answering(403, '{"error_code":"APIGW.0302"}'),
    cause: /403 \(`APIGW\.0302`\)/,
    remedy: /may list, install, show and delete/,
  },
};
