import type { ReportedFinding } from '../../src/engine/model/finding.ts';
import type { Outcome } from '../../src/engine/model/requirement.ts';
import { HOSTILE } from './hostile.ts';
import { reported } from './reported.ts';
import { AT } from './sample-exchanges.ts';

const RESET = 'The connection was reset twice while `List` was answered.';

type Judged = readonly [outcome: Outcome, ...findings: ReportedFinding[]];

function violation(message: string, exchange: number, more: Partial<ReportedFinding> = {}): ReportedFinding {
  const told = { expected: 'as documented', actual: 'otherwise', ...more };
  return reported({ kind: 'violation', message, exchange, ...told });
}

/** What became of those that did not simply pass. */
export const JUDGED: Readonly<Record<string, Judged>> = {
  'delete.204.again': [
    'failed',
    violation('A DELETE of another note of that name was answered with 202.', AT.status202, {
      expected: '204',
      actual: '202',
    }),
  ],
  'delete.404.body.title': [
    'failed',
    violation('`title` is no string.', AT.refused, {
      pointer: '/title',
      expected: 'a string',
      actual: '42',
    }),
  ],
  'delete.404.body.errors.found.length': [
    'failed',
    violation('`errors[0].found.length` is missing.', AT.refused, {
      pointer: '/errors/0/found/length',
      expected: 'an integer, at least 0',
      actual: 'missing',
    }),
  ],
  'delete.404.body.type': [
    'failed',
    violation('`type` is none of the documented values.', AT.refused, {
      pointer: '/type',
      expected: 'one of "about:blank", "/problems/no-such-note"',
      actual: '"gone"',
      basis: 'sibling',
      note: `The sibling pages have these two. ${HOSTILE}`,
    }),
  ],
  'delete.access.wrong-token': [
    'failed',
    violation(`A DELETE with a wrong token was answered with 400: ${HOSTILE}`, AT.wrongToken, {
      expected: '401',
      actual: `400 ${HOSTILE}`,
    }),
    reported({
      kind: 'violation',
      fingerprint: 'ba9876543210',
      message: 'A DELETE with another wrong token was answered with 400.',
      exchange: AT.wrongToken,
    }),
    reported({ kind: 'drift', message: 'A second finding.', exchange: AT.wrongToken, pointer: '' }),
  ],
  'delete.default.body.detail': [
    'failed',
    reported({ kind: 'violation', message: `No exchange, ${HOSTILE}` }),
  ],
  'delete.404.members': [
    'drift',
    reported({
      kind: 'drift',
      message: 'The body has the member `note`, which no page names.',
      pointer: '/note',
      expected: 'no member but those documented',
      actual: HOSTILE,
      exchange: AT.refused,
      requestId: HOSTILE,
      date: HOSTILE,
    }),
  ],
  'delete.default.members': [
    'drift',
    reported({ kind: 'drift', message: HOSTILE, pointer: '/a~1b~0c', exchange: AT.refused }),
  ],
  'delete.404.repeated': [
    'inconclusive',
    reported({ kind: 'trouble', message: 'The answer broke off after 13 of 1200 bytes.', exchange: AT.cut }),
  ],
  'delete.default.ill-formed.notebook': [
    'inconclusive',
    reported({ kind: 'trouble', message: HOSTILE, exchange: AT.notHttp }),
  ],
  ...Object.fromEntries(
    ['delete.default.ill-formed.note', 'delete.404.unknown.note', 'delete.404.unknown.notebook'].map(
      (id) =>
        [id, ['inconclusive', reported({ kind: 'trouble', message: RESET, exchange: AT.silent })]] as const,
    ),
  ),
  'delete.404.body.detail': ['not-observed'],
  'delete.404.body.errors.allowed.length': ['not-observed'],
  'delete.method.put': ['not-applicable'],
  'delete.default.body.title': [
    'waived',
    violation('`title` has another shape.', AT.wrongToken, { fingerprint: '0123456789ab' }),
  ],
};

/** Why some of them neither passed nor failed; reports of earlier versions say it of none. */
