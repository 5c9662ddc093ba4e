import { perProbe } from '../../demands.ts';
import type { Rule } from '../../rule.ts';
import { judgeStatus } from '../../status.ts';

export const illFormed = {
  id: 'status/ill-formed',
  title: 'MUST answer 400 to a DELETE with an ill-formed or over-long name',
  basis: 'sibling',
  clause: 'page of ShowPlugin, Example Responses, status code 400',
  rows: ['ill-formed-name', 'ill-formed-project'],
  needsTwin: true,
  demands: perProbe((probe) => `MUST answer 400 to a DELETE ${probe.title}`),
  appliesTo: () => true,
  judge: judgeStatus,
} as const satisfies Rule;
