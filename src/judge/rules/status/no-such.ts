import type { Finding } from '../../../model/finding.ts';
import { perProbe } from '../../demands.ts';
import type { Rule } from '../../rule.ts';
import { judgeStatus } from '../../status.ts';

/** Where Show finds the plug-in in other letter case, the two names are one, and nothing was refused wrongly. */
const LETTER_CASE = 'delete.400.unknown.letter-case';

export const noSuch = {
  id: 'status/no-such',
  title: 'MUST answer 400 to a DELETE of a plug-in or a pool that does not exist',
  basis: 'documented',
  clause: 'Status Codes, 400',
  rows: ['no-such'],
  needsTwin: true,
  demands: perProbe((probe) => `MUST answer 400 to a DELETE ${probe.title}`),
  appliesTo: () => true,
  judge: (subject, demand): readonly Finding[] => {
    const findings = judgeStatus(subject);
    if (demand.id !== LETTER_CASE || subject.exchange !== null) return findings;
    return findings.map((one) =>
      one.actual === '200'
        ? { ...one, kind: 'drift', message: 'The two letter cases of the name are one to this endpoint.' }
        : one,
    );
  },
} as const satisfies Rule;
