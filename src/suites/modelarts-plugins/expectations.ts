import type { Expectation } from '../../engine/model/scenario.ts';

const CLIENT_ERRORS = [400, 499] as const;

/** What the contract's table of answers has in common for a DELETE with the user's own credentials that must be refused. */
const REFUSED = {
  kind: 'refused',
  passes: [[400, 400]],
  expected: '400',
  must: 'answer 400 to',
  documented: '400',
  toOwn: false,
} as const satisfies Partial<Expectation>;

/** Of ill-formed and over-long names. */
const ILL_FORMED = {
  ...REFUSED,
  basis: 'sibling',
  clause: 'page of ShowPlugin, Example Responses, status code 400',
  breaks: {
    basis: 'sibling',
    note: 'The sibling page has the 400 of an ill-formed pool name; that the other names fare alike is a reading.',
  },
  refusedCredentials: { 401: 'trouble-unless-control', 403: 'trouble-unless-control' },
} as const satisfies Partial<Expectation>;

/** Of well-formed names that nobody has. */
const NOT_THERE = {
  ...REFUSED,
  basis: 'documented',
  clause: 'Status Codes, 400',
  readings: ['refusal-statuses'],
} as const satisfies Partial<Expectation>;

/** A well-formed DELETE of the installed plug-in. */
export const INSTALLED: Expectation = {
  id: 'installed',
  kind: 'accepted',
  passes: [[200, 200]],
  drift: [],
  expected: '200',
  must: 'answer 200 to',
  basis: 'documented',
  clause: 'Status Codes, 200',
  readings: ['accepted', 'request-body'],
  documented: '200',
  toOwn: true,
  refusedCredentials: { 401: 'trouble', 403: 'trouble' },
};

/** An ill-formed or over-long pool or template name. */
export const ILL_FORMED_NAME: Expectation = {
  ...ILL_FORMED,
  id: 'ill-formed-name',
  drift: [403, 404, 414],
  readings: ['ill-formed-names', 'refusal-statuses'],
};

/** An ill-formed or over-long project ID. */
export const ILL_FORMED_PROJECT: Expectation = {
  ...ILL_FORMED,
  id: 'ill-formed-project',
  drift: [401, 403, 404, 414],
  readings: ['ill-formed-names', 'refusal-statuses', 'project-id-shape'],
};

/** Well-formed, but there is no such plug-in or pool; the same delete again. */
export const NO_SUCH: Expectation = {
  ...NOT_THERE,
  id: 'no-such',
  drift: [404, 409],
  refusedCredentials: { 401: 'trouble', 403: 'trouble' },
};

/** A name near that of the suite's own plug-in or pool, which nobody has. */
export const NEAR_NAME: Expectation = {
  ...NOT_THERE,
  id: 'near-name',
  drift: [403, 404, 409, 414],
  refusedCredentials: { 401: 'trouble', 403: 'trouble-unless-control' },
};

/** No token, or a wrong one. */
export const NO_CREDENTIALS: Expectation = {
  id: 'no-credentials',
  kind: 'refused',
  passes: [
    [401, 401],
    [403, 403],
  ],
  drift: [],
  expected: '401 or 403',
  must: 'answer 401 or 403 to',
  basis: 'sibling',
  clause: 'pages on authentication, and error page of the API gateway',
  readings: [],
  documented: null,
  toOwn: true,
  refusedCredentials: { 401: 'answer', 403: 'answer' },
};

/** A method that the path does not document. */
export const UNDOCUMENTED_METHOD: Expectation = {
  id: 'undocumented-method',
  kind: 'refused',
  passes: [CLIENT_ERRORS],
  drift: [501],
  expected: 'any 4xx',
  must: 'refuse with a 4xx',
  basis: 'http',
  clause: 'RFC 9110, section 15.5, and error page of the API gateway',
  readings: ['refusal-statuses'],
  documented: null,
  toOwn: true,
  refusedCredentials: { 401: 'trouble-unless-control', 403: 'trouble-unless-control' },
};

/** No request is under test: the pool is looked at. */
export const NOTHING: Expectation = {
  id: 'nothing',
  kind: 'nothing',
  passes: [],
  drift: [],
  expected: 'nothing',
  must: 'do nothing after',
  basis: 'documented',
  clause: 'Function',
  readings: [],
  documented: null,
  toOwn: false,
  refusedCredentials: { 401: 'answer', 403: 'answer' },
};
