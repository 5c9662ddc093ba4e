import { babble, befallen, garble, hangUp, keepSilent, type Mishap, reset } from '../mishap.ts';
import type { Asked, MannerOf, MockTypes } from '../mock/manner.ts';
import type { Gateway, TriedSuite } from '../tried-suite.ts';

/** What everything meets from some request on. */
export interface Outage {
  /** Kebab-case and unique. */
  readonly name: string;
  /** In words that follow "From request 7 on ". */
  readonly title: string;
  readonly what: Pick<Mishap<MockTypes>, 'answer' | 'write'>;
  /**
   * True where it begins with the control request: by the readings such an answer to a request under test is trouble
   * only where that one, sent just before and just after, gets it as well.
   */
  readonly beginsWithControl?: true;
}

const HTML = { 'content-type': 'text/html' };

function page(status: number, title: string, headers: Readonly<Record<string, string>> = {}): Outage['what'] {
  const bytes = Buffer.from(`<!doctype html><title>${title}</title>`);
  return { answer: { status, headers: { ...HTML, ...headers }, body: null, bytes }, write: null };
}

/** Each leaves whatever comes after it untested. */
export function outagesBehind<M extends MockTypes>({ answer, expired }: Gateway<M>): readonly Outage[] {
  const status = (code: number, headers: Readonly<Record<string, string>> = {}): Outage['what'] => ({
    answer: answer(code, headers),
    write: null,
  });
  return [
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
    { name: 'expired', title: 'the token has expired', what: { answer: expired, write: null } },
    { name: 'forbidden', title: 'everything is answered 403', what: status(403) },
    {
      name: 'login',
      title: 'everything is sent to a login page',
      what: page(302, 'Found', { location: 'https://login.example.com/' }),
      beginsWithControl: true,
    },
    {
      name: 'portal',
      title: 'everything is answered 200 with a page of HTML',
      what: page(200, 'Welcome'),
      beginsWithControl: true,
    },
    { name: '500', title: 'everything is answered 500', what: status(500), beginsWithControl: true },
    {
      name: 'elsewhere',
      title: 'everything is answered 404 by another server',
      what: page(404, 'Not Found'),
      beginsWithControl: true,
    },
  ];
}

/** The manner of a server that meets an outage from a request's number on; from the first control request there where it begins with one. */
export function sufferingFrom<M extends MockTypes>(
  { gateway, controlOperation }: TriedSuite<M>,
  number: number,
  { what, beginsWithControl }: Outage,
): MannerOf<M> {
  let came = 0;
  let hasBegun = false;
  const hits = ({ operation }: Asked): boolean => {
    came += 1;
    hasBegun ||= came >= number && (beginsWithControl !== true || operation === controlOperation);
    return hasBegun;
  };
  return befallen<M>({ hits, isCarriedOut: false, ...what }, gateway.refusal);
}
