import { requestOf } from '../../../scenarios/probe.ts';
import { perProbe } from '../../demands.ts';
import type { Rule } from '../../rule.ts';
import { judgeStatus } from '../../status.ts';

export const installed = {
  id: 'status/installed',
  title: 'MUST answer 200 to a DELETE of an installed plug-in',
  basis: 'documented',
  clause: 'Status Codes, 200',
  readings: ['accepted', 'request-body'],
  rows: ['installed'],
  demands: perProbe((probe) => `MUST answer 200 to a ${requestOf(probe)}`),
  appliesTo: () => true,
  judge: judgeStatus,
} as const satisfies Rule;
