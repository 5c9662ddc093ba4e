import type { Expectation } from '../../engine/model/scenario.ts';

const CLIENT_ERRORS = [400, 499] as const;

/** What the contract's table of answers has in common for a DELETE with the user's own credentials that must be refused. */
const REFUSED = {
  kind: 'refused',
  passes: [[400, 400]],
  expected: '400',
  documented: 400,
  toOwn: false,
} as const satisfies Partial<Expectation>;

/** A well-formed DELETE of the installed plug-in. */
export const INSTALLED: Expectation = {
  id: 'installed',
  kind: 'accepted',
  passes: [[200, 200]],
  drift: [],
  expected: '200',
  documented: 200,
  toOwn: true,
  refusedCredentials: { 401: 'trouble', 403: 'trouble' },
};

/** An ill-formed or over-long pool or template name. */
export const ILL_FORMED_NAME: Expectation = {
  ...REFUSED,
  id: 'ill-formed-name',
  drift: [403, 404, 414],
  refusedCredentials: { 401: 'trouble-unless-control', 403: 'trouble-unless-control' },
};

/** An ill-formed or over-long project ID. */
export const ILL_FORMED_PROJECT: Expectation = {
  ...REFUSED,
  id: 'ill-formed-project',
  drift: [401, 403, 404, 414],
  refusedCredentials: { 401: 'trouble-unless-control', 403: 'trouble-unless-control' },
};

/** Well-formed, but there is no such plug-in or pool; the same delete again. */
export const NO_SUCH: Expectation = {
  ...REFUSED,
  id: 'no-such',
  drift: [404, 409],
  refusedCredentials: { 401: 'trouble', 403: 'trouble' },
};

/** A name near that of the suite's own plug-in or pool, which nobody has. */
export const NEAR_NAME: Expectation = {
  ...REFUSED,
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
  documented: null,
  toOwn: false,
  refusedCredentials: { 401: 'answer', 403: 'answer' },
};
