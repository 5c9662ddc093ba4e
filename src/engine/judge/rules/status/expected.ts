import type { Title } from '../../../model/requirement.ts';
import type { Probe } from '../../../model/scenario.ts';
import { isSent, perProbe } from '../../demands.ts';
import { requestOf } from '../../probe-words.ts';
import type { Rule } from '../../rule.ts';
import { judgeStatus } from '../../status.ts';

export const expected = {
  id: 'status/expected',
  title: 'MUST answer each request as the documents have it',
  basis: 'documented',
  clause: 'Status Codes',
  demands: perProbe(isSent, titleOf),
  appliesTo: () => true,
  judge: judgeStatus,
} as const satisfies Rule;

function titleOf(probe: Probe): Title {
  return `MUST ${probe.expected.must} a ${requestOf(probe)}`;
}
