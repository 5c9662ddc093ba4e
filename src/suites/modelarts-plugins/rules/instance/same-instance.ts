import { perInstanceField } from '../../../../engine/judge/demands.ts';
import type { Rule } from '../../../../engine/judge/rule.ts';
import { isDescribed, judgeMember, known, unseenInstance } from '../../instance-members.ts';

export const sameInstance = {
  id: 'instance/same-instance',
  title: 'MUST describe in the answer the instance that was there',
  basis: 'documented',
  clause: 'Response Parameters, status code 200',
  breaks: {
    basis: 'reading',
    note: 'The table says what the member is of; that it is what Show or List gave just before is a reading.',
  },
  readings: ['same-instance', 'placeholders'],
  demands: known(
    perInstanceField(
      ({ path }, named) => `MUST describe in the ${named} the instance that was there: its \`${path}\``,
    ),
  ),
  appliesTo: isDescribed,
  unseen: unseenInstance,
  judge: judgeMember,
} as const satisfies Rule;
