import type { Asked } from '../../suites/modelarts-plugins/mock/context.ts';
import type { Manner } from '../../suites/modelarts-plugins/mock/deviation.ts';
import {
  babble,
  befallen,
  garble,
  gatewayAnswer,
  hangUp,
  keepSilent,
  type Mishap,
  reset,
} from '../mishap.ts';

/** What everything meets from some request on. */
export interface Outage {
  /** Kebab-case and unique. */
  readonly name: string;
  /** In words that follow "From request 7 on ". */
  readonly title: string;
  readonly what: Pick<Mishap, 'answer' | 'write'>;
  /**
   * True where it begins with a List: by the readings such an answer to a request under test is trouble only where
   * List, asked just before and just after, gets it as well.
   */
  readonly beginsWithList?: true;
}

const HTML = { 'content-type': 'text/html' };

function page(status: number, title: string, headers: Readonly<Record<string, string>> = {}): Outage['what'] {
  const bytes = Buffer.from(`<!doctype html><title>${title}</title>`);
  return { answer: { status, headers: { ...HTML, ...headers }, body: null, bytes }, write: null };
}

function status(code: number, headers: Readonly<Record<string, string>> = {}): Outage['what'] {
  return { answer: gatewayAnswer(code, headers), write: null };
}

const expired: Outage['what'] = {
  answer: {
    ...gatewayAnswer(401),
    body: { error_code: 'APIGW.0307', error_msg: 'The token must be updated.' },
  },
  write: null,
};

/** Each leaves whatever comes after it untested. */
export const outages: readonly Outage[] = [
  { name: 'closed', title: 'every connection is closed', what: { answer: null, write: hangUp } },
  { name: 'reset', title: 'every connection is reset', what: { answer: null, write: reset } },
  { name: 'silent', title: 'nothing is answered', what: { answer: null, write: keepSilent } },
  { name: 'no-http', title: 'every answer is no HTTP', what: { answer: null, write: babble } },
  { name: 'malformed', title: 'every answer breaks RFC 9112', what: { answer: null, write: garble } },
  { name: '502', title: 'everything is answered 502', what: status(502) },
  { name: '503', title: 'everything is answered 503', what: status(503, { 'retry-after': '0' }) },
  { name: '504', title: 'everything is answered 504', what: page(504, 'Gateway Timeout') },
  { name: '429', title: 'everything is throttled', what: status(429, { 'retry-after': '0' }) },
  {
    name: 'long-429',
    title: 'everything is throttled for an hour',
    what: status(429, { 'retry-after': '3600' }),
  },
  { name: 'expired', title: 'the token has expired', what: expired },
  { name: 'forbidden', title: 'everything is answered 403', what: status(403) },
  {
    name: 'login',
    title: 'everything is sent to a login page',
    what: page(302, 'Found', { location: 'https://login.example.com/' }),
    beginsWithList: true,
  },
  {
    name: 'portal',
    title: 'everything is answered 200 with a page of HTML',
    what: page(200, 'Welcome'),
    beginsWithList: true,
  },
  { name: '500', title: 'everything is answered 500', what: status(500), beginsWithList: true },
  {
    name: 'elsewhere',
    title: 'everything is answered 404 by another server',
    what: page(404, 'Not Found'),
    beginsWithList: true,
  },
];

/** The manner of a server that meets an outage from a request's number on; from the first List there where it begins with one. */
export function sufferingFrom(number: number, { what, beginsWithList }: Outage): Manner {
  let came = 0;
  let hasBegun = false;
  const hits = ({ operation }: Asked): boolean => {
    came += 1;
    hasBegun ||= came >= number && (beginsWithList !== true || operation === 'ListPlugins');
    return hasBegun;
  };
  return befallen({ hits, isCarriedOut: false, ...what });
}
