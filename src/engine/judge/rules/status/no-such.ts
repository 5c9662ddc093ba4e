import { perProbe } from '../../demands.ts';
import { requestOf } from '../../probe-words.ts';
import type { Rule } from '../../rule.ts';
import { judgeStatus } from '../../status.ts';

export const noSuch = {
  id: 'status/no-such',
  title: 'MUST answer 400 to a DELETE of a plug-in or a pool that does not exist',
  basis: 'documented',
  clause: 'Status Codes, 400',
  readings: ['refusal-statuses'],
  needsTwin: true,
  demands: perProbe(
    ({ expected }) => expected.id === 'no-such' || expected.id === 'near-name',
    (probe) => `MUST answer 400 to a ${requestOf(probe)}`,
  ),
  appliesTo: () => true,
  judge: judgeStatus,
} as const satisfies Rule;
