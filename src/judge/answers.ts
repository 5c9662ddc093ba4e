import type { Row } from '../model/scenario.ts';

/** What the statuses of a row's answers mean; every other one is a violation. */
export interface Answers {
  readonly passes: (status: number) => boolean;
  readonly drift: readonly number[];
  /** What passes, in words. */
  readonly expected: string;
}

const is400 = (status: number) => status === 400;

/** The contract's table of answers, but for what is trouble in any row. */
export const ANSWERS: Readonly<Record<Row, Answers>> = {
  installed: { passes: (status) => status === 200, drift: [], expected: '200' },
  'ill-formed-name': { passes: is400, drift: [403, 404, 414], expected: '400' },
  'ill-formed-project': { passes: is400, drift: [401, 403, 404, 414], expected: '400' },
  'no-such': { passes: is400, drift: [404, 409], expected: '400' },
  'near-name': { passes: is400, drift: [403, 404, 409, 414], expected: '400' },
  'no-credentials': {
    passes: (status) => status === 401 || status === 403,
    drift: [],
    expected: '401 or 403',
  },
  'undocumented-method': {
    passes: (status) => status >= 400 && status < 500,
    drift: [501],
    expected: 'any 4xx',
  },
  nothing: { passes: () => true, drift: [], expected: 'nothing' },
};
