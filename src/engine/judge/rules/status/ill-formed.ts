import { perProbe } from '../../demands.ts';
import { requestOf } from '../../probe-words.ts';
import type { Rule } from '../../rule.ts';
import { judgeStatus } from '../../status.ts';

export const illFormed = {
  id: 'status/ill-formed',
  title: 'MUST answer 400 to a DELETE with an ill-formed or over-long name',
  basis: 'sibling',
  clause: 'page of ShowPlugin, Example Responses, status code 400',
  breaks: {
    basis: 'sibling',
    note: 'The sibling page has the 400 of an ill-formed pool name; that the other names fare alike is a reading.',
  },
  readings: ['ill-formed-names', 'refusal-statuses'],
  needsTwin: true,
  demands: perProbe(
    ({ expected }) => expected.id === 'ill-formed-name' || expected.id === 'ill-formed-project',
    (probe) => `MUST answer 400 to a ${requestOf(probe)}`,
    ({ expected }) => (expected.id === 'ill-formed-project' ? ['project-id-shape'] : []),
  ),
  appliesTo: () => true,
  judge: judgeStatus,
} as const satisfies Rule;
