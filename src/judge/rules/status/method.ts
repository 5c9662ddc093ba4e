import { perProbe } from '../../demands.ts';
import type { Rule } from '../../rule.ts';
import { judgeStatus } from '../../status.ts';

export const method = {
  id: 'status/method',
  title: "MUST refuse a method that a plug-in's path does not document",
  basis: 'http',
  clause: 'RFC 9110, section 15.5, and error page of the API gateway',
  rows: ['undocumented-method'],
  needsTwin: true,
  demands: perProbe(
    ({ method: name, body }) =>
      `MUST refuse ${name}${body === null ? '' : ' with the body that Create documents'}, which a plug-in's path does not document, with a 4xx`,
  ),
  appliesTo: () => true,
  judge: judgeStatus,
} as const satisfies Rule;
