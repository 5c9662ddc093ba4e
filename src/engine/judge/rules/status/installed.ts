import { perProbe } from '../../demands.ts';
import { requestOf } from '../../probe-words.ts';
import type { Rule } from '../../rule.ts';
import { judgeStatus } from '../../status.ts';

export const installed = {
  id: 'status/installed',
  title: 'MUST answer 200 to a DELETE of an installed plug-in',
  basis: 'documented',
  clause: 'Status Codes, 200',
  readings: ['accepted', 'request-body'],
  demands: perProbe(
    ({ expected }) => expected.id === 'installed',
    (probe) => `MUST answer 200 to a ${requestOf(probe)}`,
  ),
  appliesTo: () => true,
  judge: judgeStatus,
} as const satisfies Rule;
