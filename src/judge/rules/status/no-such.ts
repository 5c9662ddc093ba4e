import { requestOf } from '../../../scenarios/probe.ts';
import { perProbe } from '../../demands.ts';
import type { Rule } from '../../rule.ts';
import { judgeStatus } from '../../status.ts';

export const noSuch = {
  id: 'status/no-such',
  title: 'MUST answer 400 to a DELETE of a plug-in or a pool that does not exist',
  basis: 'documented',
  clause: 'Status Codes, 400',
  readings: ['refusal-statuses'],
  rows: ['no-such', 'near-name'],
  needsTwin: true,
  demands: perProbe((probe) => `MUST answer 400 to a ${requestOf(probe)}`),
  appliesTo: () => true,
  judge: judgeStatus,
} as const satisfies Rule;
