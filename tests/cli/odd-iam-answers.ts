import { gzipSync } from 'node:zlib';

/** What an odd answer of IAM gives away: nobody but the suite knows it, and that only if it finds it. */
export const LIVE_TOKEN = 'MIICanary-7f1d0f2c9bWxYz+/Kq41Lm==';
/** Another one, where there are two. */
export const OTHER_TOKEN = 'MIIDother-5a9e3c7710QrStUv-Zz88Pp';

/** One answer of an IAM: its bytes, what becomes of the connection, and what the run says of it. */
export interface OddAnswer {
  readonly bytes: string | Buffer;
  /** What follows the bytes; left out: the connection is closed in order. */
  readonly closing?: 'reset' | 'stay open';
  /** What the cause of the run's end says. */
  readonly says: RegExp;
}

const GIVEN = `X-Subject-Token: ${LIVE_TOKEN}\r\n`;
const CREATED = 'HTTP/1.1 201 Created\r\n';
const EMPTY = 'Content-Length: 2\r\n\r\n{}';
const CHUNKED = `${CREATED}${GIVEN}Transfer-Encoding: chunked\r\n`;

function whole(status: string, body: string | Buffer, headers = ''): Buffer {
  const head = `HTTP/1.1 ${status}\r\n${headers}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head, 'latin1'), Buffer.from(body)]);
}

function refusal(message: string, headers = ''): Buffer {
  return whole('401 No', JSON.stringify({ error: { code: 401, message } }), headers);
}

/** Answers that give no token that could be used, each with a live one somewhere. */
export const ODD_ANSWERS: Readonly<Record<string, OddAnswer>> = {
  'has its length twice': {
    bytes: `${CREATED}${GIVEN}Content-Length: 2\r\n${EMPTY}`,
    says: /status 201, that breaks RFC 9112: it has 2 lines of `Content-Length`\.$/,
  },
  'has two lengths that differ': {
    bytes: `${CREATED}${GIVEN}Content-Length: 9\r\n${EMPTY}`,
    says: /2 lines of `Content-Length`/,
  },
  'has a length and chunks': {
    bytes: `${CHUNKED}${EMPTY}`,
    says: /both a `Content-Length` and a `Transfer-Encoding`/,
  },
  'has a length that is no number': {
    bytes: `${CREATED}${GIVEN}Content-Length: ${LIVE_TOKEN}\r\n\r\n{}`,
    says: /`Content-Length` is no number\.$/,
  },
  'has a space before a colon': {
    bytes: `${CREATED}X-Subject-Token : ${LIVE_TOKEN}\r\n${EMPTY}`,
    says: /a header has a space before its colon\.$/,
  },
  'ends its lines in line feeds': {
    bytes: `${CREATED}${GIVEN}${EMPTY}`.replaceAll('\r', ''),
    says: /a line ends in a line feed alone\.$/,
  },
  'has a line without a colon': {
    bytes: `${CREATED}${LIVE_TOKEN}\r\n${GIVEN}${EMPTY}`,
    says: /a header line has no colon\.$/,
  },
  'has a control character in its first line': {
    bytes: `HTTP/1.1 201 \x01${LIVE_TOKEN}\r\n${EMPTY}`,
    says: /its first line has a control character\.$/,
  },
  'has the token in a chunk size': {
    bytes: `${CHUNKED}\r\n${LIVE_TOKEN}\r\n{}`,
    says: /size of a chunk is no hexadecimal number\.$/,
  },
  'has the token in the name of a header that none may have': {
    bytes: `${CREATED}${LIVE_TOKEN}: x\r\n${EMPTY}`,
    says: /a character that no name may have\.$/,
  },
  'is no HTTP': {
    bytes: `token ${LIVE_TOKEN}\r\n\r\n`,
    says: /What came is no HTTP answer: it does not begin as one\.$/,
  },
  'is of HTTP/2': { bytes: `HTTP/2 201\r\n${GIVEN}${EMPTY}`, says: /its first line names no version 1/ },
  'breaks off in its headers': {
    bytes: `${CREATED}X-Subject-Token: ${LIVE_TOKEN}`,
    closing: 'reset',
    says: /broke off in its headers/,
  },
  'ends in its headers': { bytes: `${CREATED}${GIVEN}X-More: `, says: /broke off in its headers/ },
  'never ends its headers': {
    bytes: `${CREATED}${GIVEN}`,
    closing: 'stay open',
    says: /did not end within the time limit of 1000 ms; it was cut in its headers\.$/,
  },
  'never ends its body': {
    bytes: `${CREATED}${GIVEN}Content-Length: 99\r\n\r\n{"token":"${LIVE_TOKEN}"`,
    closing: 'stay open',
    says: /did not end within the time limit of 1000 ms; it was cut after its status 201\.$/,
  },
  'breaks off in its body': {
    bytes: `${CREATED}${GIVEN}Content-Length: 99\r\n\r\n{"token":"${LIVE_TOKEN}"`,
    closing: 'reset',
    says: /broke off after its status 201/,
  },
  'switches protocols': {
    bytes: `HTTP/1.1 101 Switching ${LIVE_TOKEN}\r\nConnection: upgrade\r\nUpgrade: ${LIVE_TOKEN}\r\n${GIVEN}\r\n${LIVE_TOKEN}`,
    says: /The answer was 101\.$/,
  },
  'is a redirect that carries it': {
    bytes: whole('302 Found', '', `${GIVEN}Location: https://iam.example.com/?t=${LIVE_TOKEN}\r\n`),
    says: /The answer was 302\.$/,
  },
  'is 307 with it in a fragment, encoded': {
    bytes: whole('307 Away', '', `Location: /v3/auth#${encodeURIComponent(LIVE_TOKEN)}\r\n`),
    says: /The answer was 307\.$/,
  },
  'gives two that differ': {
    bytes: `${CREATED}${GIVEN}X-Subject-Token: ${OTHER_TOKEN}\r\n${EMPTY}`,
    says: /The answer was 201, with 2 different values of `X-Subject-Token`\.$/,
  },
  'gives one that no header can carry': {
    bytes: `${CREATED}X-Subject-Token: ${LIVE_TOKEN} ${OTHER_TOKEN}\r\n${EMPTY}`,
    says: /with an `X-Subject-Token` that has white space as character 35 of 68\.$/,
  },
  'gives an empty one, and another in a trailer': {
    bytes: `${CREATED}X-Subject-Token: \r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n${GIVEN}\r\n`,
    says: /The answer was 201, without an `X-Subject-Token`\.$/,
  },
  'gives it in the body alone': {
    bytes: whole('201 Created', JSON.stringify({ token: { id: LIVE_TOKEN } })),
    says: /The answer was 201, without an `X-Subject-Token`\.$/,
  },
  'gives it in a body that is no text': {
    bytes: whole('201 Created', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(LIVE_TOKEN)])),
    says: /without an `X-Subject-Token`/,
  },
  'gives it in a packed body': {
    bytes: whole('201 Created', gzipSync(LIVE_TOKEN), 'Content-Encoding: gzip\r\n'),
    says: /without an `X-Subject-Token`/,
  },
  'gives it in a cookie alone': {
    bytes: whole('201 Created', '{}', `Set-Cookie: session=${LIVE_TOKEN}; Secure\r\n`),
    says: /without an `X-Subject-Token`/,
  },
  'gives it in the words behind the status alone': {
    bytes: whole(`201 ${LIVE_TOKEN}`, '{}'),
    says: /without an `X-Subject-Token`/,
  },
  'gives it as the name of a header': {
    bytes: whole('201 Created', '{}', `${LIVE_TOKEN.replace(/[=/]/g, '.')}: x\r\n`),
    says: /without an `X-Subject-Token`/,
  },
  'gives it in an early hint alone': {
    bytes: `HTTP/1.1 103 Early ${LIVE_TOKEN}\r\n${GIVEN}\r\n${CREATED}${EMPTY}`,
    says: /without an `X-Subject-Token`/,
  },
  'gives one that is a word of the reports': {
    bytes: `${CREATED}X-Subject-Token: requirements\r\nSet-Cookie: ${LIVE_TOKEN}\r\n${EMPTY}`,
    says: /The answer was 201, with an `X-Subject-Token` that is part of a name or a word/,
  },
  'is 200': { bytes: `HTTP/1.1 200 OK\r\n${GIVEN}${EMPTY}`, says: /The answer was 200\.$/ },
  'is 500 with it': {
    bytes: whole('500 Oh', JSON.stringify({ error_code: 'IAM.1', error_msg: LIVE_TOKEN }), GIVEN),
    says: /The answer was 500\.$/,
  },
  'refuses, and quotes it': {
    bytes: refusal(`The token ${LIVE_TOKEN} is none of ours.`, GIVEN),
    says: /The answer was 401 \("The token \[REDACTED\] is none of ours\."\)\.$/,
  },
  'refuses, and quotes one that nobody knows': {
    bytes: refusal(`The token ${LIVE_TOKEN} is none of ours.`),
    says: /The answer was 401 \("The token \[REDACTED: 34 bytes\] is none of ours\."\)\.$/,
  },
  'refuses at length': {
    bytes: refusal(`${'No. '.repeat(36)}${LIVE_TOKEN} ${'No. '.repeat(36)}`, GIVEN),
    says: /The answer was 401 \("(?:No\. ){36}\[REDAC"\)\.$/,
  },
  'refuses, packed, and quotes it': {
    bytes: whole(
      '403 No',
      gzipSync(JSON.stringify({ error_code: 'IAM.0101', error_msg: `${LIVE_TOKEN}?` })),
      `${GIVEN}Content-Encoding: gzip\r\n`,
    ),
    says: /The answer was 403 \(`IAM\.0101`, "\[REDACTED\]\?"\)\.$/,
  },
  'refuses with a page': {
    bytes: whole('404 No', `<title>${LIVE_TOKEN}</title>`, 'Content-Type: text/html\r\n'),
    says: /The answer was 404\.$/,
  },
};
