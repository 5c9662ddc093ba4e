import { perProbe } from '../../demands.ts';
import type { Rule } from '../../rule.ts';
import { judgeStatus } from '../../status.ts';

export const noSuch = {
  id: 'status/no-such',
  title: 'MUST answer 400 to a DELETE of a plug-in or a pool that does not exist',
  basis: 'documented',
  clause: 'Status Codes, 400',
  rows: ['no-such', 'near-name'],
  needsTwin: true,
  demands: perProbe((probe) => `MUST answer 400 to a DELETE ${probe.title}`),
  appliesTo: () => true,
  judge: judgeStatus,
} as const satisfies Rule;
