import { perProbe } from '../../demands.ts';
import { requestOf } from '../../probe-words.ts';
import type { Rule } from '../../rule.ts';
import { judgeStatus } from '../../status.ts';

export const credentials = {
  id: 'status/credentials',
  title: 'MUST answer 401 or 403 to a DELETE without valid credentials',
  basis: 'sibling',
  clause: 'pages on authentication, and error page of the API gateway',
  needsTwin: true,
  demands: perProbe(
    ({ expected }) => expected.id === 'no-credentials',
    (probe) => `MUST answer 401 or 403 to a ${requestOf(probe)}`,
  ),
  appliesTo: () => true,
  judge: judgeStatus,
} as const satisfies Rule;
