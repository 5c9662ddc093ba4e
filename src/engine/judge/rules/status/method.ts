import { perProbe } from '../../demands.ts';
import { requestOf } from '../../probe-words.ts';
import type { Rule } from '../../rule.ts';
import { judgeStatus } from '../../status.ts';

export const method = {
  id: 'status/method',
  title: "MUST refuse a method that a plug-in's path does not document",
  basis: 'http',
  clause: 'RFC 9110, section 15.5, and error page of the API gateway',
  readings: ['refusal-statuses'],
  needsTwin: true,
  demands: perProbe(
    ({ expected }) => expected.id === 'undocumented-method',
    (probe) => `MUST refuse with a 4xx a ${requestOf(probe)}`,
  ),
  appliesTo: () => true,
  judge: judgeStatus,
} as const satisfies Rule;
