import type { Finding } from '../../../model/finding.ts';
import { requestOf } from '../../../scenarios/probe.ts';
import { perProbe } from '../../demands.ts';
import type { Rule } from '../../rule.ts';
import { judgeStatus } from '../../status.ts';

/** Where Show finds the plug-in in other letter case, the two names are one, and nothing was refused wrongly. */
const LETTER_CASE = 'delete.400.unknown.letter-case';

/** What Show finds then, in the place of trouble. */
const ONE_NAME = {
  kind: 'drift',
  message: 'The two letter cases of the name are one to this endpoint.',
  basis: 'reading',
  note: 'No page says whether letter case tells two names apart; that it may not is a reading.',
} as const;

export const noSuch = {
  id: 'status/no-such',
  title: 'MUST answer 400 to a DELETE of a plug-in or a pool that does not exist',
  basis: 'documented',
  clause: 'Status Codes, 400',
  readings: ['refusal-statuses'],
  rows: ['no-such'],
  needsTwin: true,
  demands: perProbe((probe) => `MUST answer 400 to a ${requestOf(probe)}`),
  appliesTo: () => true,
  judge: (subject, demand): readonly Finding[] => {
    const findings = judgeStatus(subject);
    if (demand.id !== LETTER_CASE || subject.exchange !== null) return findings;
    return findings.map((one) => (one.actual === '200' ? { ...one, ...ONE_NAME } : one));
  },
} as const satisfies Rule;
